/** Network meetings, their dates, and each member organisation's cycle. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"setup", "shared", "personal", "audit", "people", "matching", "mail"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.meeting;
