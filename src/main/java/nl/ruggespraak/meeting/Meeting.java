package nl.ruggespraak.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.ruggespraak.people.Deadlines;
import nl.ruggespraak.shared.Refusal;

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
 * @param cancelReason why it was called off; empty when it was not, or nobody said why
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
        String cancelReason,
        String plannedBy,
        List<String> statements) {

    /** The day on which it begins, in the network's zone: who is a member then takes part. */
    public LocalDate day() {
        return LocalDate.ofInstant(dates.startsAt(), zone);
    }

    /**
     * What has begun, was held or is off can be neither moved nor called off, nor can what somebody else has changed meanwhile.
     *
     * @throws Refusal when it is so
     */
    void refuseUnlessOpen(int seenRevision, Instant now) {
        if (status != MeetingStatus.PLANNED) {
            throw Refusal.of("meeting", "refusal.meeting.notPlanned");
        }
        if (!dates.startsAt().isAfter(now)) {
            throw Refusal.of("meeting", "refusal.meeting.begun");
        }
        if (revision != seenRevision) {
            throw Refusal.of("meeting", "refusal.meeting.changed");
        }
    }
}
