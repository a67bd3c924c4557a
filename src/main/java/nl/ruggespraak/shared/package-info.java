/** What several features need: refusals, working days. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.shared;
