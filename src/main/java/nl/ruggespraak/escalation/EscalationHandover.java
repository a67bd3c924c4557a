package nl.ruggespraak.escalation;

/**
 * Somebody else sees a lead through that was put to the director, or answers an inquiry about it.
 *
 * @param from key of the former
 * @param to key of the new one
 */
public record EscalationHandover(String from, String to, Why why) {

    /** Why it changes hands. */
    public enum Why {
        /** There was no decision in time. */
        OVERDUE,
        /** The former has left. */
        LEFT,
        /** Somebody has handed it over, or a role has ended. */
        HANDED
    }
}
