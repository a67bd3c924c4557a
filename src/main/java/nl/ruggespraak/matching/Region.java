package nl.ruggespraak.matching;

/** A part of the country in which people work. */
public record Region(String key, String name) {}
