package nl.ruggespraak.meeting;

import java.util.List;
import java.util.Optional;

/** The network meetings, and each member organisation's cycle. */
public interface Meetings {

    Optional<Meeting> find(String key);

    /** The meeting with this key; an unknown key is a fault of the caller. */
    default Meeting get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("There is no meeting " + key));
    }

    Optional<MeetingCycle> findCycle(String key);

    /** The cycle with this key, e.g. {@code sam-2026-12-10/lnv}; an unknown key is a fault of the caller. */
    default MeetingCycle cycle(String key) {
        return findCycle(key).orElseThrow(() -> new IllegalArgumentException("There is no meeting cycle " + key));
    }

    /** All cycles of a meeting, by organisation. */
    List<MeetingCycle> cycles(String meeting);

    /** The meeting of a cycle, e.g. of {@code sam-2026-12-10/lnv}; an unknown key is a fault of the caller. */
    Meeting ofCycle(String cycle);
}
