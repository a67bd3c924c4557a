package nl.ruggespraak.matching;

/** What the catalogue holds. */
public enum CatalogueKind {
    REGION,
    OCCUPATION
}
