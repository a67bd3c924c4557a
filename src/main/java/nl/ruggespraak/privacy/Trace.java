package nl.ruggespraak.privacy;

/** Where something is found: in so many rows of a table. What they say is not told. */
public record Trace(String table, long rows) {}
