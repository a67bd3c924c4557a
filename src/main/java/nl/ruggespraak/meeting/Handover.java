package nl.ruggespraak.meeting;

/**
 * A cycle changes hands.
 *
 * @param from key of the former representative
 * @param to key of the new one
 * @param left whether the former has left the organisation, so that nothing can be asked of, or told to, that person any more
 */
public record Handover(String from, String to, boolean left) {}
