package nl.ruggespraak.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import nl.ruggespraak.shared.WorkingDays;
import org.junit.jupiter.api.Test;

class MeetingCalendarTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void announcesTwoWeeksAheadAtNineInTheMorning() {
        MeetingDates dates = dates("2026-11-01T09:00", "2026-12-10T14:00", 14);
        assertThat(local(dates.announceAt())).isEqualTo("2026-11-26T09:00");
        assertThat(local(dates.announceByItselfAt())).isEqualTo("2026-11-27T09:00");
    }

    @Test
    void closesTheAsksTwoWorkingDaysAheadAndRemindsThreeBefore() {
        MeetingDates dates = dates("2026-11-01T09:00", "2026-12-10T14:00", 14);
        assertThat(local(dates.asksCloseAt())).isEqualTo("2026-12-08T17:00");
        assertThat(local(dates.remindAt())).isEqualTo("2026-12-03T09:00");
    }

    @Test
    void waitsForReportsTenWorkingDaysAndEvaluatesAMonthLater() {
        MeetingDates dates = dates("2026-11-01T09:00", "2026-12-10T14:00", 14);
        assertThat(local(dates.leadsDueAt())).isEqualTo("2026-12-11T17:00");
        assertThat(local(dates.reportPeriodEndsAt())).isEqualTo("2026-12-24T17:00");
        assertThat(local(dates.evaluateAt())).isEqualTo("2027-01-11T09:00");
    }

    @Test
    void announcesOnTheWorkingDayBeforeAHoliday() {
        assertThat(local(dates("2026-11-01T09:00", "2027-01-08T14:00", 14).announceAt()))
                .isEqualTo("2026-12-24T09:00");
    }

    @Test
    void keepsTheTimeOfDayOverTheChangeOfTheClocks() {
        MeetingDates dates = dates("2026-09-01T09:00", "2026-11-02T10:00", 14);
        assertThat(local(dates.announceAt())).isEqualTo("2026-10-19T09:00");
        assertThat(dates.announceAt()).isEqualTo("2026-10-19T07:00:00Z");
        assertThat(dates.startsAt()).isEqualTo("2026-11-02T09:00:00Z");
    }

    @Test
    void readsTheHourThatComesTwiceAsTheFirst() {
        assertThat(dates("2026-09-01T09:00", "2026-10-25T02:30", 14).startsAt()).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void goesOutByItselfAWorkingDayFromNowWhenTheLeadTimeHasPassed() {
        MeetingDates dates = dates("2026-12-01T11:00", "2026-12-10T14:00", 14);
        assertThat(local(dates.announceAt())).isEqualTo("2026-11-26T09:00");
        assertThat(local(dates.announceByItselfAt())).isEqualTo("2026-12-02T11:00");
    }

    @Test
    void closesTheAsksHalfwayWhenTheMeetingIsTomorrow() {
        MeetingDates dates = dates("2026-12-09T14:00", "2026-12-10T14:00", 14);
        assertThat(local(dates.asksCloseAt())).isEqualTo("2026-12-10T02:00");
        assertThat(dates.announceByItselfAt()).isBeforeOrEqualTo(dates.asksCloseAt());
    }

    private static MeetingDates dates(String now, String start, int leadTimeDays) {
        Clock clock = Clock.fixed(LocalDateTime.parse(now).atZone(AMSTERDAM).toInstant(), ZoneOffset.UTC);
        LocalDateTime starts = LocalDateTime.parse(start);
        return new MeetingCalendar(new WorkingDays(), clock)
                .datesOf(starts.atZone(AMSTERDAM), starts.plusHours(2).atZone(AMSTERDAM), leadTimeDays);
    }

    private static String local(Instant moment) {
        return moment.atZone(AMSTERDAM).toLocalDateTime().toString();
    }
}
