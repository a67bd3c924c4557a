package nl.ruggespraak.site;

import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an organisation's own identity provider may say here, {@code ruggespraak.oidc.<registration>.*}.
 *
 * @param organisation whose persons it signs in, and nobody else; none when a claim says so
 * @param organisationClaim the claim that holds whose person it is, which {@code organisations} turns into an organisation; none when it is always the same
 * @param organisations which organisation a value of that claim means
 * @param personClaim the claim that holds the key of a person; {@code email} holds the address instead, if verified
 * @param rolesClaim the claim that holds text or texts, which {@code roles} turns into roles
 * @param roles which roles a value of that claim brings, a chair's with its network; without any, our tables alone say who has which role
 */
record IdentityProvider(
        @DefaultValue("") String organisation,
        @DefaultValue("") String organisationClaim,
        @DefaultValue Map<String, String> organisations,
        @DefaultValue("preferred_username") String personClaim,
        @DefaultValue("groups") String rolesClaim,
        @DefaultValue Map<String, Set<HeldRole>> roles)
        implements Serializable {

    /** Those who have one of these act for more than their organisation. */
    private static final Set<Role> ABOVE_ORGANISATIONS = EnumSet.of(Role.ADMINISTRATOR, Role.CHAIR);

    /** Whether it is said whose persons it may sign in, in one way. */
    boolean isSomebodys() {
        return organisationClaim.isBlank()
                ? !organisation.isBlank() && organisations.isEmpty()
                : organisation.isBlank() && !organisations.isEmpty();
    }

    /** Whether it may speak of persons of this organisation. */
    boolean serves(String key) {
        return organisationClaim.isBlank() ? organisation.equals(key) : organisations.containsValue(key);
    }

    /** Whose person it speaks of; nothing when it says none or several that it was trusted with. */
    Optional<String> organisation(Map<String, Object> claims) {
        if (organisationClaim.isBlank()) {
            return Optional.of(organisation);
        }
        List<String> said = values(claims.get(organisationClaim))
                .map(organisations::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }

    /** Whether a person with these roles may come in by it: of the organisation that it speaks of, and with no role above organisations that it was not trusted with. */
    boolean admits(String organisation, Person person, Set<Role> held) {
        Set<HeldRole> trusted = trustedWith();
        return person.active()
                && organisation.equals(person.organisation())
                && held.stream()
                        .filter(ABOVE_ORGANISATIONS::contains)
                        .allMatch(role -> trusted.stream().anyMatch(each -> each.role() == role))
                && person.leads().stream().map(HeldRole::chairOf).allMatch(trusted::contains);
    }

    /** The roles that its word decides on; none when there is no mapping. */
    Set<HeldRole> trustedWith() {
        return roles.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** The roles that somebody has after it has spoken; nothing when it said nothing about roles, though it should have. */
    Optional<Set<HeldRole>> roles(Person person, Map<String, Object> claims) {
        Set<HeldRole> after = new HashSet<>(person.heldRoles());
        if (roles.isEmpty()) {
            return Optional.of(after);
        }
        Object said = claims.get(rolesClaim);
        if (!(said instanceof String) && !(said instanceof Collection)) {
            return Optional.empty();
        }
        after.removeAll(trustedWith());
        values(said).forEach(value -> after.addAll(roles.getOrDefault(value, Set.of())));
        return Optional.of(after);
    }

    /** What a claim says, be it one text or several. */
    private static Stream<String> values(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return claim instanceof String one ? Stream.of(one) : Stream.empty();
    }
}
