/** How long what is known of a person is kept, and how it is erased. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "personal", "people", "audit"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.privacy;
