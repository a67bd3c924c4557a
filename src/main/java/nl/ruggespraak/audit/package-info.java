/** Who did what when: a trail that only grows. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "personal"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.audit;
