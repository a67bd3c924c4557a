package nl.ruggespraak.people;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        Set<HeldRole> roles,
        @Nullable Boolean active) {

    /** The same person with these roles, too. */
    PersonLine with(Set<HeldRole> others) {
        Set<HeldRole> all = new TreeSet<>(roles);
        all.addAll(others);
        return new PersonLine(
                line,
                network,
                networkName,
                organisation,
                organisationName,
                person,
                firstName,
                lastName,
                email,
                phone,
                language,
                deputy,
                all,
                active);
    }

    /** What the line says of its network and organisation, and of nobody. */
    PersonLine withoutPerson() {
        return new PersonLine(
                line,
                network,
                networkName,
                organisation,
                organisationName,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                null);
    }

    /** Whether another line says the same of the same person, but of which networks that person is chair. */
    boolean saysTheSameAs(PersonLine other) {
        return inNoNetwork().equals(other.inNoNetwork());
    }

    private PersonLine inNoNetwork() {
        Set<HeldRole> others =
                roles.stream().filter(held -> held.network() == null).collect(Collectors.toSet());
        return new PersonLine(
                0,
                null,
                null,
                organisation,
                null,
                person,
                firstName,
                lastName,
                email,
                phone,
                language,
                deputy,
                others,
                active);
    }

    /** Whether the person is chair of a network. */
    boolean leads() {
        return roles.stream().anyMatch(held -> held.network() != null);
    }
}
