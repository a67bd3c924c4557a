package nl.ruggespraak.people;

/** An employer, member of a network. Its key is the tenant of its processes. */
public record Organisation(String key, String name) {}
