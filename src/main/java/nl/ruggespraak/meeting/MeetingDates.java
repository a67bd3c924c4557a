package nl.ruggespraak.meeting;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * All moments of a network meeting.
 *
 * @param announceAt when the representative is asked to announce it
 * @param announceByItselfAt when the standard text goes out by itself
 * @param remindAt when those who have not answered are reminded
 * @param asksCloseAt until when asks are in time
 * @param leadsDueAt until when the representative records what was brought back
 * @param reportPeriodEndsAt when the results are published, whoever has reported
 * @param publishDueAt until when the chair publishes them
 * @param evaluateAt when each organisation's cycle is evaluated
 */
public record MeetingDates(
        Instant startsAt,
        Instant endsAt,
        Instant announceAt,
        Instant announceByItselfAt,
        Instant remindAt,
        Instant asksCloseAt,
        Instant leadsDueAt,
        Instant reportPeriodEndsAt,
        Instant publishDueAt,
        Instant evaluateAt) {

    /** Until when somebody who is asked now names a representative: before the meeting is announced, or else as soon as it helps. */
    public Instant nameBy(Instant now) {
        return Stream.of(announceAt, asksCloseAt)
                .filter(now::isBefore)
                .findFirst()
                .orElse(startsAt);
    }
}
