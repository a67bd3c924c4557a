/** What it all brought: outcomes, and the evaluation of a cycle. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "personal",
            "people",
            "matching",
            "meeting",
            "ask",
            "lead",
            "reportback",
            "escalation"
        })
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.result;
