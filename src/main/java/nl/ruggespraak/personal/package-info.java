/** What the tables hold of persons: each feature declares it here, and how each column is erased. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.personal;
