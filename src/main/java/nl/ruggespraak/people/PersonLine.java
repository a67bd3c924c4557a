package nl.ruggespraak.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file with people: a person with all roles, or only an organisation. What the line leaves empty is null.
 *
 * @param line of the file, from 1
 * @param active null when the line does not say
 */
record PersonLine(
        int line,
        @Nullable String network,
        @Nullable String networkName,
        @Nullable String organisation,
        @Nullable String organisationName,
        @Nullable String person,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String deputy,
        Set<Role> roles,
        @Nullable Boolean active) {}
