/** Who is told what, in which words and in which language. */
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
            "escalation",
            "result",
            "calendar",
            "mail",
            "link"
        })
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.notice;
