package nl.ruggespraak.people;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part.
 *
 * @param key also the name to sign in with, e.g. {@code lnv-adviser-1}
 * @param organisation key of the organisation; null for those who work for the network itself
 * @param deputy key of the person who decides when this one does not
 */
public record Person(
        String key,
        @Nullable String organisation,
        String firstName,
        String lastName,
        String email,
        @Nullable String phone,
        Locale language,
        @Nullable String deputy,
        boolean active,
        Set<Role> roles) {

    public String name() {
        return firstName + " " + lastName;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
