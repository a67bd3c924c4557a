/** What only the demo offers: its meetings' next dates, without waiting for the calendar. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "people", "setup", "audit", "database", "site"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.demo;
