package nl.ruggespraak.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.Deadlines;
import nl.ruggespraak.shared.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Sets every date of a meeting from its beginning, its end and its lead time. A date is a date in the network's zone; deadlines fall on
 * working days. When less time is left than the lead time, everything moves together between now and the meeting.
 */
@Component
public class MeetingCalendar {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final WorkingDays workingDays;
    private final Clock clock;

    MeetingCalendar(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * The dates of a meeting that starts and ends at these moments.
     *
     * @param start and end are zoned in the network's zone
     * @param deadlines the network's
     */
    public MeetingDates datesOf(ZonedDateTime start, ZonedDateTime end, int leadTimeDays, Deadlines deadlines) {
        ZoneId zone = start.getZone();
        ZonedDateTime now = clock.instant().atZone(zone);
        Instant announceAt = at(workingDays.onOrBefore(start.toLocalDate().minusDays(leadTimeDays)), MORNING, zone);
        Instant asksCloseAt = asksClose(start, now, deadlines.of(Deadline.ASKS_CLOSE));
        Instant announceByItselfAt = earlier(
                after(later(announceAt, now.toInstant()).atZone(zone), deadlines.of(Deadline.ANNOUNCE)), asksCloseAt);
        LocalDate reportPeriodEnds = workingDays.after(end.toLocalDate(), deadlines.of(Deadline.REPORT_PERIOD));
        return new MeetingDates(
                start.toInstant(),
                end.toInstant(),
                announceAt,
                announceByItselfAt,
                remind(
                        asksCloseAt.atZone(zone),
                        deadlines.of(Deadline.REMIND),
                        later(announceAt, now.toInstant()),
                        announceByItselfAt),
                asksCloseAt,
                at(workingDays.after(end.toLocalDate(), deadlines.of(Deadline.LEADS)), EVENING, zone),
                at(reportPeriodEnds, EVENING, zone),
                at(workingDays.after(reportPeriodEnds, deadlines.of(Deadline.PUBLISH)), EVENING, zone),
                at(workingDays.onOrAfter(end.toLocalDate().plusDays(deadlines.of(Deadline.EVALUATE))), MORNING, zone));
    }

    /** So many working days before the meeting, or halfway from now when that has passed already. */
    private Instant asksClose(ZonedDateTime start, ZonedDateTime now, int daysBefore) {
        Instant usual = at(workingDays.before(start.toLocalDate(), daysBefore), EVENING, start.getZone());
        return usual.isAfter(now.toInstant())
                ? usual
                : now.plus(Duration.between(now, start).dividedBy(2)).toInstant();
    }

    /** So many working days before asks close, or halfway from the announcement when nobody would have been asked by then. */
    private Instant remind(ZonedDateTime asksClose, int daysBefore, Instant announced, Instant announcedByItself) {
        Instant usual = at(workingDays.before(asksClose.toLocalDate(), daysBefore), MORNING, asksClose.getZone());
        return usual.isAfter(announced)
                ? usual
                : announcedByItself.plus(
                        Duration.between(announcedByItself, asksClose).dividedBy(2));
    }

    private Instant after(ZonedDateTime moment, int days) {
        return at(workingDays.after(moment.toLocalDate(), days), moment.toLocalTime(), moment.getZone());
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
