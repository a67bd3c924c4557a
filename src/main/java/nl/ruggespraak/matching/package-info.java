/** Occupations, regions, and who fits what. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"setup", "shared", "personal", "audit"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.matching;
