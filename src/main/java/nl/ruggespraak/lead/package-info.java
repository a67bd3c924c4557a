/** What the representative brings back from a meeting. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "people", "matching", "meeting", "ask"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.lead;
