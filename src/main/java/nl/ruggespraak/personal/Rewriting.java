package nl.ruggespraak.personal;

/**
 * A text of one row, as it is to become.
 *
 * @param key of the row
 * @param before the text as it was found; one that has changed since is not written over
 * @param after without the name
 */
public record Rewriting(String key, String before, String after) {}
