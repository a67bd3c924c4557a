/** The frame of the pages: layout, sign-in, errors, and what the engine's web apps are labelled with. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"setup", "shared", "people", "audit", "database"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.site;
