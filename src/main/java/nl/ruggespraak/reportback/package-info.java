/** The personal answers, and their follow-up until an outcome is known. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "personal", "audit", "people", "matching", "meeting", "ask", "lead", "link"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.reportback;
