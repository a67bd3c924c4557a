package nl.ruggespraak.lead;

import java.util.List;
import java.util.Optional;

/** What was brought back from the meetings. */
public interface Leads {

    Optional<Lead> find(long id);

    /** The lead with this id; an unknown id is a fault of the caller. */
    default Lead get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no lead " + id));
    }

    /** The leads of a cycle, in the order in which they were recorded. */
    List<Lead> of(String cycle);
}
