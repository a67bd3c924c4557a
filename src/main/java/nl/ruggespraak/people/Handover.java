package nl.ruggespraak.people;

import org.jspecify.annotations.Nullable;

/**
 * A duty that goes to somebody else.
 *
 * @param to who takes it over; null when nobody can, and the chair is asked
 */
public record Handover(Duty duty, @Nullable Person to) {}
