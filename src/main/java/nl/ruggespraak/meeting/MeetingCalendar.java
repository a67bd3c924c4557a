package nl.ruggespraak.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
    private static final int ASKS_CLOSE_WORKING_DAYS_BEFORE = 2;
    private static final int REMIND_WORKING_DAYS_BEFORE_CLOSE = 3;
    private static final int REPORT_PERIOD_WORKING_DAYS = 10;
    private static final int EVALUATE_DAYS_AFTER = 30;

    private final WorkingDays workingDays;
    private final Clock clock;

    MeetingCalendar(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The dates of a meeting that starts and ends at these moments; both zoned in the network's zone. */
    public MeetingDates datesOf(ZonedDateTime start, ZonedDateTime end, int leadTimeDays) {
        ZoneId zone = start.getZone();
        ZonedDateTime now = clock.instant().atZone(zone);
        Instant announceAt = at(workingDays.onOrBefore(start.toLocalDate().minusDays(leadTimeDays)), MORNING, zone);
        Instant asksCloseAt = asksClose(start, now);
        return new MeetingDates(
                start.toInstant(),
                end.toInstant(),
                announceAt,
                earlier(oneWorkingDayAfter(later(announceAt, now.toInstant()).atZone(zone)), asksCloseAt),
                remind(asksCloseAt.atZone(zone)),
                asksCloseAt,
                at(workingDays.after(end.toLocalDate(), 1), EVENING, zone),
                at(workingDays.after(end.toLocalDate(), REPORT_PERIOD_WORKING_DAYS), EVENING, zone),
                at(workingDays.onOrAfter(end.toLocalDate().plusDays(EVALUATE_DAYS_AFTER)), MORNING, zone));
    }

    /** Two working days before the meeting, or halfway from now when that has passed already. */
    private Instant asksClose(ZonedDateTime start, ZonedDateTime now) {
        Instant usual =
                at(workingDays.before(start.toLocalDate(), ASKS_CLOSE_WORKING_DAYS_BEFORE), EVENING, start.getZone());
        return usual.isAfter(now.toInstant())
                ? usual
                : now.plus(Duration.between(now, start).dividedBy(2)).toInstant();
    }

    private Instant remind(ZonedDateTime asksClose) {
        return at(
                workingDays.before(asksClose.toLocalDate(), REMIND_WORKING_DAYS_BEFORE_CLOSE),
                MORNING,
                asksClose.getZone());
    }

    private Instant oneWorkingDayAfter(ZonedDateTime moment) {
        return at(workingDays.after(moment.toLocalDate(), 1), moment.toLocalTime(), moment.getZone());
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
