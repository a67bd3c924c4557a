package nl.ruggespraak.calendar;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Who has which appointment in the calendar. Every change makes a copy's sequence higher, so that a calendar program takes the newest for the
 * newest, also when somebody gets back what was taken away.
 */
public interface CalendarCopies {

    /**
     * These persons get it. Who has it already is left out.
     *
     * @param appointment its key, e.g. {@code meeting/sam-2026-12-10}
     * @param organizer key of the person who answers for it; who had a copy before keeps the organizer of that one
     * @param revision how often it was changed; sequences are at least that
     * @return their copies by person
     */
    Map<String, Copy> give(String appointment, String organizer, Collection<String> persons, int revision);

    /** It has changed: the new copies of those who have it, by person. */
    Map<String, Copy> change(String appointment, Collection<String> persons, int revision);

    /** It is off: the last copies of those who have it, by person. They have it no more. */
    Map<String, Copy> takeBack(String appointment, Collection<String> persons, int revision);

    /**
     * One person's copy.
     *
     * @param organizer key of the person who answers for it, for as long as this person has it: a calendar program obeys nobody else
     */
    record Copy(String person, String organizer, UUID uid, int sequence) {}
}
