package nl.ruggespraak.meeting;

import org.jspecify.annotations.Nullable;

/**
 * One member organisation's part in one meeting.
 *
 * @param key meeting and organisation, e.g. {@code sam-2026-12-10/lnv}
 * @param representative key of the person who attends
 * @param announcement what colleagues were told; null until it was announced
 * @param handovers how often it was handed to another representative
 * @param attended whether the representative was there; null until it was recorded
 * @param withdrawn whether it ended because the organisation has left the network
 */
public record MeetingCycle(
        String key,
        String meeting,
        String organisation,
        String representative,
        CycleStatus status,
        int handovers,
        @Nullable String announcement,
        @Nullable Boolean attended,
        boolean withdrawn) {

    /** The key of an organisation's cycle of a meeting. */
    public static String key(String meeting, String organisation) {
        return meeting + "/" + organisation;
    }

    /** The key of the meeting of the cycle with this key; that of a meeting is its own. */
    public static String meetingOf(String key) {
        int end = key.lastIndexOf('/');
        return end < 0 ? key : key.substring(0, end);
    }

    /** The key of the organisation whose cycle has this key. */
    public static String organisationOf(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
