/** Organisations, networks, persons and their roles. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"setup", "shared", "personal", "audit", "database"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.people;
