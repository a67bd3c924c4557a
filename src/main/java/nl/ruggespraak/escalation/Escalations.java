package nl.ruggespraak.escalation;

import java.util.List;
import java.util.Optional;

/** What the directors were asked, and what came of it. */
public interface Escalations {

    Optional<Escalation> find(long id);

    /** The escalation with this id; an unknown id is a fault of the caller. */
    default Escalation get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no escalation " + id));
    }

    /** The escalations of a cycle, oldest first. */
    List<Escalation> of(String cycle);

    /** The titles of the leads on which this director has yet to decide besides this one, oldest first. */
    List<String> undecided(String director, long besides);

    /** What the department heads reported, by department head and row. */
    List<StaffAtRisk> staffAtRisk(long escalation);

    /** The deal; empty until somebody said whether there is one. */
    Optional<Deal> deal(long escalation);

    /** The keys of the department heads who are asked. */
    List<String> departmentHeads(long escalation);
}
