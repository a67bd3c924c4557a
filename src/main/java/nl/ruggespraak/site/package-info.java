/** The frame of the pages: layout, sign-in, errors. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "people", "audit", "database"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.site;
