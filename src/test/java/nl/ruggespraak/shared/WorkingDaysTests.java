package nl.ruggespraak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, true, a Monday",
        "2026-11-28, false, a Saturday",
        "2026-11-29, false, a Sunday",
        "2026-04-06, false, Easter Monday",
        "2026-04-27, false, King's Day",
        "2025-04-26, false, King's Day on a Saturday since the 27th is a Sunday",
        "2025-04-28, true, the Monday after it",
        "2026-05-14, false, Ascension Day",
        "2026-05-25, false, Whit Monday",
        "2026-12-25, false, Christmas",
        "2027-01-01, false, New Year"
    })
    void knowsDutchPublicHolidays(LocalDate day, boolean working, String why) {
        assertThat(workingDays.includes(day)).as(why).isEqualTo(working);
    }

    @Test
    void staysOnAWorkingDay() {
        assertThat(workingDays.onOrBefore(LocalDate.parse("2026-11-26"))).isEqualTo("2026-11-26");
        assertThat(workingDays.onOrAfter(LocalDate.parse("2026-11-26"))).isEqualTo("2026-11-26");
    }

    @Test
    void leavesAWeekendOnTheSideThatIsAskedFor() {
        assertThat(workingDays.onOrBefore(LocalDate.parse("2026-11-29"))).isEqualTo("2026-11-27");
        assertThat(workingDays.onOrAfter(LocalDate.parse("2026-11-28"))).isEqualTo("2026-11-30");
    }

    @Test
    void countsOverWeekendsAndHolidays() {
        assertThat(workingDays.after(LocalDate.parse("2026-12-24"), 1)).isEqualTo("2026-12-28");
        assertThat(workingDays.before(LocalDate.parse("2027-01-04"), 2)).isEqualTo("2026-12-30");
        assertThat(workingDays.after(LocalDate.parse("2026-11-28"), 1)).isEqualTo("2026-11-30");
    }
}
