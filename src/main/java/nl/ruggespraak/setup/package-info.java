/** What a network needs before its first meeting: each feature says how its part stands, and administrators see it on one page. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.setup;
