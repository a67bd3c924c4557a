package nl.ruggespraak.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chooses alone.
 *
 * @param language language tag, {@code en} or {@code nl}
 * @param awayFrom first day of an absence, if any
 * @param awayUntil last day of it
 * @param reminders whether reminders of asks and of report-backs come at all
 */
public record OwnAccount(
        String language,
        @Nullable LocalDate awayFrom,
        @Nullable LocalDate awayUntil,
        boolean reminders) {}
