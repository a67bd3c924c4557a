/** What the representative brings back from a meeting. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "personal", "audit", "people", "matching", "meeting", "ask", "link"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.lead;
