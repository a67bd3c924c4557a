package nl.ruggespraak.shared;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Working days: Monday to Friday without the public holidays of the Netherlands, which come from Jollyday. */
@Component
public class WorkingDays {

    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("nl"));

    public boolean includes(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
    }

    /** The day itself when it is a working day, else the last one before it. */
    public LocalDate onOrBefore(LocalDate day) {
        return nearest(day, -1);
    }

    /** The day itself when it is a working day, else the first one after it. */
    public LocalDate onOrAfter(LocalDate day) {
        return nearest(day, 1);
    }

    /** The working day that comes this many working days after the day. */
    public LocalDate after(LocalDate day, int workingDays) {
        return step(day, workingDays, 1);
    }

    /** The working day that comes this many working days before the day. */
    public LocalDate before(LocalDate day, int workingDays) {
        return step(day, workingDays, -1);
    }

    /** Five o'clock in the afternoon of the working day that comes this many working days after the moment. */
    public Instant eveningAfter(Instant moment, int workingDays, ZoneId zone) {
        return after(LocalDate.ofInstant(moment, zone), workingDays)
                .atTime(EVENING)
                .atZone(zone)
                .toInstant();
    }

    private LocalDate step(LocalDate day, int workingDays, int direction) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; left--) {
            reached = nearest(reached.plusDays(direction), direction);
        }
        return reached;
    }

    private LocalDate nearest(LocalDate day, int direction) {
        LocalDate reached = day;
        while (!includes(reached)) {
            reached = reached.plusDays(direction);
        }
        return reached;
    }
}
