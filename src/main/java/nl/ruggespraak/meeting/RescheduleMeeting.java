package nl.ruggespraak.meeting;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A chair moves a meeting to another date, and perhaps to another place. */
@Component
public class RescheduleMeeting {

    private final JdbcMeetings meetings;
    private final MeetingTimes times;
    private final MeetingCalendar calendar;
    private final MeetingProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    RescheduleMeeting(
            JdbcMeetings meetings,
            MeetingTimes times,
            MeetingCalendar calendar,
            MeetingProcess process,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.times = times;
        this.calendar = calendar;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a meeting new dates.
     *
     * @param startsAt local date and time in the network's zone
     * @param endsAt local date and time in the network's zone
     * @param location the new place; null to stay where it is
     * @throws Refusal when the dates cannot be, or the meeting has begun or is off
     */
    @Transactional
    public void reschedule(
            String key, @Nullable LocalDateTime startsAt, @Nullable LocalDateTime endsAt, @Nullable String location) {
        Meeting meeting = meetings.get(key);
        Checks checks = new Checks();
        ZoneId zone = meeting.zone();
        times.check(checks.plain(), startsAt, endsAt, zone);
        String place = checks.plain().text("location", Objects.requireNonNullElse(location, meeting.location()), 200);
        checks.plain().require(meeting.dates().startsAt().isAfter(clock.instant()), "meeting", "begun");
        checks.refuseIfAny();
        MeetingDates dates = calendar.datesOf(
                requireNonNull(startsAt).atZone(zone),
                requireNonNull(endsAt).atZone(zone),
                meeting.leadTimeDays(),
                meeting.deadlines());
        if (!meetings.reschedule(key, dates, place)) {
            throw Refusal.of("meeting", "refusal.meeting.notPlanned");
        }
        audit.record(Action.MEETING_RESCHEDULED, "meeting/" + key, null, startsAt.toString());
        process.rescheduled(meetings.get(key));
    }

    /** Passes the new dates on to every organisation's cycle. */
    @Transactional
    public void passOn(String key) {
        process.rescheduled(
                meetings.get(key),
                meetings.cycles(key).stream()
                        .filter(cycle -> cycle.status() != CycleStatus.CANCELLED)
                        .toList());
    }
}
