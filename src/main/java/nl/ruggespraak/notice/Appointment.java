package nl.ruggespraak.notice;

import java.util.Locale;
import java.util.function.Function;
import nl.ruggespraak.calendar.CalendarEntry;

/**
 * What stands in the calendars of several people.
 *
 * @param key e.g. {@code meeting/sam-2026-12-10}
 * @param revision how often it was changed
 * @param wantsReply whether the organizer should hear who comes
 * @param told what an entry says in a language
 */
record Appointment(String key, int revision, boolean wantsReply, Function<Locale, CalendarEntry.Content> told) {}
