/** A module that says it needs no other, and uses one. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.planted.modules.two;
