package nl.ruggespraak.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What an organisation itself has on the other side of a demand for people or a surplus of people. */
public interface OtherSide {

    /**
     * The active colleagues who asked for something that fits, by key.
     *
     * @param occupation key of the occupation; asks for any occupation of its field fit
     * @param askKinds the kinds of ask that are on the other side
     * @param since asks that were given earlier are over
     */
    List<String> askers(String organisation, String occupation, Collection<String> askKinds, Instant since);

    /** The ids of those asks, newest first, at most so many. */
    List<Long> asks(String organisation, String occupation, Collection<String> askKinds, Instant since, int atMost);

    /** How many people of a fitting occupation its departments last reported at risk, since then. */
    List<StaffHere> staffAtRisk(String organisation, String occupation, Instant since);
}
