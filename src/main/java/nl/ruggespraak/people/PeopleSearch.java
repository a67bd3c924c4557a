package nl.ruggespraak.people;

import org.jspecify.annotations.Nullable;

/**
 * Whom an administrator looks for.
 *
 * @param words parts of the name, the user name, the address or the organisation, in any order; all of them fit
 * @param role that the person has; null: any or none
 * @param part whether the person takes part; null: either
 */
public record PeopleSearch(
        String words, @Nullable Role role, @Nullable Boolean part) {}
