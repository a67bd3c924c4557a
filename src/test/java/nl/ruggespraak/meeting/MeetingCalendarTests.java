package nl.ruggespraak.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.Deadlines;
import nl.ruggespraak.shared.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void remindsHalfwayWhenNobodyWouldHaveBeenAskedByThen() {
        MeetingDates dates = dates("2026-12-03T11:00", "2026-12-10T14:00", 14);
        assertThat(local(dates.announceByItselfAt())).isEqualTo("2026-12-04T11:00");
        assertThat(local(dates.asksCloseAt())).isEqualTo("2026-12-08T17:00");
        assertThat(local(dates.remindAt())).isEqualTo("2026-12-06T14:00");
    }

    @Test
    void closesTheAsksHalfwayWhenTheMeetingIsTomorrow() {
        MeetingDates dates = dates("2026-12-09T14:00", "2026-12-10T14:00", 14);
        assertThat(local(dates.asksCloseAt())).isEqualTo("2026-12-10T02:00");
        assertThat(dates.announceByItselfAt()).isBeforeOrEqualTo(dates.asksCloseAt());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        //                                     now               start             lead  announce          asks close
        //     leads due         report period     evaluate
        "after Easter,                         2026-03-01T09:00, 2026-04-08T14:00, 14,   2026-03-25T09:00, 2026-04-03T17:00, 2026-04-09T17:00, 2026-04-22T17:00, 2026-05-08T09:00",
        "before Easter,                        2026-03-01T09:00, 2026-04-02T14:00, 14,   2026-03-19T09:00, 2026-03-31T17:00, 2026-04-03T17:00, 2026-04-17T17:00, 2026-05-04T09:00",
        "before King's Day on the 26th,        2025-03-01T09:00, 2025-04-25T10:00, 14,   2025-04-11T09:00, 2025-04-23T17:00, 2025-04-28T17:00, 2025-05-12T17:00, 2025-05-26T09:00",
        "before King's Day on the 27th,        2026-03-01T09:00, 2026-04-24T10:00, 14,   2026-04-10T09:00, 2026-04-22T17:00, 2026-04-28T17:00, 2026-05-12T17:00, 2026-05-26T09:00",
        "in the hour that comes twice,         2026-09-01T09:00, 2026-10-25T02:30, 14,   2026-10-09T09:00, 2026-10-22T17:00, 2026-10-26T17:00, 2026-11-06T17:00, 2026-11-24T09:00",
        "in the hour that does not come,       2027-01-04T09:00, 2027-03-28T02:30, 14,   2027-03-12T09:00, 2027-03-25T17:00, 2027-03-30T17:00, 2027-04-12T17:00, 2027-04-28T09:00",
        "on the second of January,             2026-11-01T09:00, 2027-01-02T10:00, 14,   2026-12-18T09:00, 2026-12-30T17:00, 2027-01-04T17:00, 2027-01-15T17:00, 2027-02-01T09:00",
        "on a 29th of February,                2027-12-01T09:00, 2028-02-29T10:00, 14,   2028-02-15T09:00, 2028-02-25T17:00, 2028-03-01T17:00, 2028-03-14T17:00, 2028-03-30T09:00",
        "a lead time longer than the time left,2026-11-23T11:00, 2026-12-10T14:00, 60,   2026-10-09T09:00, 2026-12-08T17:00, 2026-12-11T17:00, 2026-12-24T17:00, 2027-01-11T09:00"
    })
    void fallsOnWorkingDays(
            String which,
            String now,
            String start,
            int lead,
            String announce,
            String asksClose,
            String leadsDue,
            String reportPeriodEnds,
            String evaluate) {
        MeetingDates dates = dates(now, start, lead);

        assertThat(Stream.of(
                                dates.announceAt(),
                                dates.asksCloseAt(),
                                dates.leadsDueAt(),
                                dates.reportPeriodEndsAt(),
                                dates.evaluateAt())
                        .map(MeetingCalendarTests::local))
                .containsExactly(announce, asksClose, leadsDue, reportPeriodEnds, evaluate);
    }

    @Test
    void givesAsMuchTimeAsTheNetworkChose() {
        Map<Deadline, Integer> days = new EnumMap<>(Deadlines.USUAL.days());
        days.putAll(Map.of(
                Deadline.ANNOUNCE, 2,
                Deadline.ASKS_CLOSE, 5,
                Deadline.REMIND, 4,
                Deadline.LEADS, 3,
                Deadline.REPORT_PERIOD, 15,
                Deadline.PUBLISH, 7,
                Deadline.EVALUATE, 60));
        Deadlines generous = new Deadlines(days);
        LocalDateTime start = LocalDateTime.parse("2026-12-10T14:00");
        MeetingDates dates = new MeetingCalendar(new WorkingDays(), clock("2026-11-01T09:00"))
                .datesOf(start.atZone(AMSTERDAM), start.plusHours(2).atZone(AMSTERDAM), 14, generous);

        assertThat(local(dates.announceByItselfAt())).isEqualTo("2026-11-30T09:00");
        assertThat(local(dates.asksCloseAt())).isEqualTo("2026-12-03T17:00");
        assertThat(local(dates.remindAt())).isEqualTo("2026-11-27T09:00");
        assertThat(local(dates.leadsDueAt())).isEqualTo("2026-12-15T17:00");
        assertThat(local(dates.reportPeriodEndsAt())).isEqualTo("2027-01-04T17:00");
        assertThat(local(dates.publishDueAt())).isEqualTo("2027-01-13T17:00");
        assertThat(local(dates.evaluateAt())).isEqualTo("2027-02-08T09:00");
    }

    private static Clock clock(String now) {
        return Clock.fixed(LocalDateTime.parse(now).atZone(AMSTERDAM).toInstant(), ZoneOffset.UTC);
    }

    private static MeetingDates dates(String now, String start, int leadTimeDays) {
        Clock clock = clock(now);
        LocalDateTime starts = LocalDateTime.parse(start);
        return new MeetingCalendar(new WorkingDays(), clock)
                .datesOf(
                        starts.atZone(AMSTERDAM), starts.plusHours(2).atZone(AMSTERDAM), leadTimeDays, Deadlines.USUAL);
    }

    private static String local(Instant moment) {
        return moment.atZone(AMSTERDAM).toLocalDateTime().toString();
    }
}
