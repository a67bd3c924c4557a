/** What colleagues give along to a meeting. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "personal", "audit", "people", "matching", "meeting", "link"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.ask;
