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
    private final AskForRepresentatives askForRepresentatives;
    private final AuditTrail audit;
    private final Clock clock;

    RescheduleMeeting(
            JdbcMeetings meetings,
            MeetingTimes times,
            MeetingCalendar calendar,
            MeetingProcess process,
            AskForRepresentatives askForRepresentatives,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.times = times;
        this.calendar = calendar;
        this.process = process;
        this.askForRepresentatives = askForRepresentatives;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The dates that a meeting would get. Nothing changes.
     *
     * @param seen the meeting as the chair saw it
     * @param startsAt local date and time in the network's zone
     * @param endsAt local date and time in the network's zone
     * @throws Refusal when the dates or the place cannot be, or the meeting has changed since it was seen
     */
    @Transactional(readOnly = true)
    public MeetingDates look(
            Seen seen, @Nullable LocalDateTime startsAt, @Nullable LocalDateTime endsAt, @Nullable String location) {
        return check(meetings.get(seen.key()), seen.revision(), startsAt, endsAt, location)
                .dates();
    }

    /**
     * Gives a meeting new dates, and lets everybody know who knows of it.
     *
     * @param seen the meeting as the chair saw it
     * @throws Refusal when the dates or the place cannot be, or the meeting has changed since it was seen, has begun or is off
     */
    @Transactional
    public void reschedule(
            Seen seen, @Nullable LocalDateTime startsAt, @Nullable LocalDateTime endsAt, @Nullable String location) {
        move(meetings.get(seen.key()), seen.revision(), startsAt, endsAt, location);
        process.rescheduled(meetings.get(seen.key()));
    }

    /**
     * A message has brought new dates to the meeting's process, which passes them on by itself.
     *
     * @param location the new place; null to stay where it is
     * @throws Refusal as when the chair does it on the page
     */
    @Transactional
    public void rescheduledByMessage(
            String key, @Nullable LocalDateTime startsAt, @Nullable LocalDateTime endsAt, @Nullable String location) {
        Meeting meeting = meetings.get(key);
        move(meeting, meeting.revision(), startsAt, endsAt, Objects.requireNonNullElse(location, meeting.location()));
        process.rescheduledByMessage(meetings.get(key));
    }

    /** Passes the new dates on to every organisation's cycle. */
    @Transactional
    public void passOn(String key) {
        process.rescheduled(
                meetings.get(key),
                meetings.cycles(key).stream()
                        .filter(cycle -> cycle.status() != CycleStatus.CANCELLED)
                        .toList());
        askForRepresentatives.rescheduled(meetings.get(key));
    }

    private void move(
            Meeting meeting,
            int revision,
            @Nullable LocalDateTime startsAt,
            @Nullable LocalDateTime endsAt,
            @Nullable String location) {
        Checked checked = check(meeting, revision, startsAt, endsAt, location);
        if (!meetings.reschedule(meeting.key(), revision, checked.dates(), checked.location())) {
            throw Refusal.of("meeting", "refusal.meeting.changed");
        }
        audit.record(Action.MEETING_RESCHEDULED, "meeting/" + meeting.key(), null, String.valueOf(startsAt));
    }

    private Checked check(
            Meeting meeting,
            int revision,
            @Nullable LocalDateTime startsAt,
            @Nullable LocalDateTime endsAt,
            @Nullable String location) {
        meeting.refuseUnlessOpen(revision, clock.instant());
        Checks checks = new Checks();
        ZoneId zone = meeting.zone();
        times.check(checks.plain(), startsAt, endsAt, zone);
        String place = checks.plain().text("location", location, 200);
        checks.refuseIfAny();
        return new Checked(
                calendar.datesOf(
                        requireNonNull(startsAt).atZone(zone),
                        requireNonNull(endsAt).atZone(zone),
                        meeting.leadTimeDays(),
                        meeting.deadlines()),
                place);
    }

    /** What can be. */
    private record Checked(MeetingDates dates, String location) {}

    /**
     * A meeting as somebody saw it who now decides about it.
     *
     * @param revision what it was at then
     */
    public record Seen(String key, int revision) {}
}
