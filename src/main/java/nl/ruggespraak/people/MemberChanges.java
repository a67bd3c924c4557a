package nl.ruggespraak.people;

import java.time.LocalDate;
import nl.ruggespraak.shared.Refusal;

/** Those who must know which organisations take part in a network, and who speaks for them: its meetings. */
public interface MemberChanges {

    /**
     * Looks whether an organisation could leave a network on this day.
     *
     * @throws Refusal when a meeting from then on cannot do without it
     */
    void refuseLeaving(String network, String organisation, LocalDate from);

    /** An organisation has joined or left a network, or somebody has another role, in the transaction of the caller. */
    void changed();

    /** An organisation has been closed, in the transaction of the caller; its people are still there. */
    void closed(String organisation);
}
