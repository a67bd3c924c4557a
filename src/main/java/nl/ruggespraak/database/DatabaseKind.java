package nl.ruggespraak.database;

/**
 * Which database this is: a bean that is there before any other. Demo people exist on the embedded one only.
 *
 * @see ConditionalOnEmbeddedDatabase
 */
public enum DatabaseKind {
    /** The PostgreSQL that Ruggespraak starts and stops itself. */
    EMBEDDED,
    /** A PostgreSQL of somebody's own, named by {@code spring.datasource.url}. */
    OWN;

    static final String BEAN = "databaseKind";
}
