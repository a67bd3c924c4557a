/** The database: the embedded PostgreSQL, and what the engine's tables need besides. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.database;
