package nl.ruggespraak.people;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part.
 *
 * @param key also the name to sign in with, e.g. {@code lnv-adviser-1}
 * @param organisation key of the organisation; null for those who work for the network itself
 * @param deputy key of the person who decides when this one does not
 * @param roles all of them; a chair is one of some network
 * @param leads keys of the networks whose chair the person is
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
        Set<Role> roles,
        Set<String> leads) {

    public String name() {
        return firstName + " " + lastName;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person may act for a network: as one of its chairs, or as administrator of the installation. */
    public boolean leads(String network) {
        return active && (leads.contains(network) || is(Role.ADMINISTRATOR));
    }

    /** The roles, each of a chair with its network. */
    public Set<HeldRole> heldRoles() {
        return Stream.concat(
                        roles.stream().filter(role -> role != Role.CHAIR).map(role -> new HeldRole(role, null)),
                        leads.stream().map(HeldRole::chairOf))
                .collect(Collectors.toSet());
    }
}
