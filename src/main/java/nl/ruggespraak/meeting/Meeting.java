package nl.ruggespraak.meeting;

import java.time.ZoneId;
import java.util.List;
import nl.ruggespraak.people.Deadlines;

/**
 * A network meeting.
 *
 * @param key e.g. {@code sam-2026-12-10}
 * @param network key of the network
 * @param zone the network's zone, in which its dates are told
 * @param deadlines how much time the network gives for everything
 * @param host key of the organisation that hosts it
 * @param region key of the region
 * @param statements what is put to the members
 * @param revision how often it was rescheduled
 * @param plannedBy key of the chair
 */
public record Meeting(
        String key,
        String network,
        ZoneId zone,
        Deadlines deadlines,
        String title,
        String topic,
        String host,
        String location,
        String region,
        int leadTimeDays,
        MeetingDates dates,
        MeetingStatus status,
        int revision,
        String plannedBy,
        List<String> statements) {}
