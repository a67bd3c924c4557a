/** What is too big for one adviser: the director's decision, the staff inquiry, the deal and the placements. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "personal",
            "audit",
            "people",
            "matching",
            "meeting",
            "ask",
            "lead",
            "reportback"
        })
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.escalation;
