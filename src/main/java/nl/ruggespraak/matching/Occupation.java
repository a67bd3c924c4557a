package nl.ruggespraak.matching;

/**
 * What somebody does for a living.
 *
 * @param field occupations of one field fit each other: an inspector of one thing may become an inspector of another
 */
public record Occupation(String key, String name, String field) {}
