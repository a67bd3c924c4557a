package nl.ruggespraak.matching;

/** A field: its occupations fit each other. */
public record CatalogueField(String key, CatalogueNames.Name name) {}
