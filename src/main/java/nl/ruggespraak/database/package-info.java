/** The database: the embedded PostgreSQL, and what the engine's tables need besides. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "personal"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.database;
