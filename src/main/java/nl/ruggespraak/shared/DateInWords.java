package nl.ruggespraak.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people say them, e.g. "Thursday 10 December 2026, 14:00". */
public final class DateInWords {

    private static final String DATE = "EEEE d MMMM uuuu";

    private DateInWords() {}

    /** A moment, as the clocks of a zone show it. */
    public static String of(Instant moment, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofPattern(DATE + ", HH:mm", language)
                .withZone(zone)
                .format(moment);
    }

    /** The time of day of a moment, as the clocks of a zone show it. */
    public static String timeOf(Instant moment, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofPattern("HH:mm", language).withZone(zone).format(moment);
    }

    public static String of(LocalDate date, Locale language) {
        return DateTimeFormatter.ofPattern(DATE, language).format(date);
    }

    /** Without the day of the week and the year, e.g. "10 December", for a subject line. */
    public static String brief(Instant moment, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM", language).withZone(zone).format(moment);
    }
}
