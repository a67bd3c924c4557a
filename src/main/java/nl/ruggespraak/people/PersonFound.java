package nl.ruggespraak.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the list of people.
 *
 * @param organisation name of the organisation; null for those who work for the network itself
 * @param usable whether the mail server can be given the address
 */
public record PersonFound(
        String key,
        String name,
        @Nullable String organisation,
        String email,
        boolean usable,
        String language,
        @Nullable String deputy,
        boolean active,
        List<HeldRole> roles) {}
