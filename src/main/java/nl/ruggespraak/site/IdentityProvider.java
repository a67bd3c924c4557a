package nl.ruggespraak.site;

import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an organisation's own identity provider may say here, {@code ruggespraak.oidc.<registration>.*}.
 *
 * @param organisation whose persons it signs in, and nobody else
 * @param personClaim the claim that holds the key of a person; {@code email} holds the address instead, if verified
 * @param rolesClaim the claim that holds text or texts, which {@code roles} turns into roles
 * @param roles which roles a value of that claim brings; without any, our tables alone say who has which role
 */
record IdentityProvider(
        @DefaultValue("") String organisation,
        @DefaultValue("preferred_username") String personClaim,
        @DefaultValue("groups") String rolesClaim,
        @DefaultValue Map<String, Set<Role>> roles)
        implements Serializable {

    /** Those who have one of these act for more than their organisation. */
    private static final Set<Role> ABOVE_ORGANISATIONS = EnumSet.of(Role.ADMINISTRATOR, Role.CHAIR);

    /** Whether a person with these roles may come in by it: of its organisation, and with no role above organisations that it was not trusted with. */
    boolean admits(Person person, Set<Role> held) {
        return person.active()
                && organisation.equals(person.organisation())
                && held.stream().filter(ABOVE_ORGANISATIONS::contains).allMatch(trustedWith()::contains);
    }

    /** The roles that its word decides on; none when there is no mapping. */
    Set<Role> trustedWith() {
        Set<Role> trusted = EnumSet.noneOf(Role.class);
        roles.values().forEach(trusted::addAll);
        return trusted;
    }

    /** The roles that somebody has after it has spoken; nothing when it said nothing about roles, though it should have. */
    Optional<Set<Role>> roles(Person person, Map<String, Object> claims) {
        Set<Role> after = EnumSet.noneOf(Role.class);
        after.addAll(person.roles());
        if (roles.isEmpty()) {
            return Optional.of(after);
        }
        Object said = claims.get(rolesClaim);
        if (!(said instanceof String) && !(said instanceof Collection)) {
            return Optional.empty();
        }
        Collection<?> values = said instanceof Collection<?> several ? several : List.of(said);
        after.removeAll(trustedWith());
        values.forEach(value -> after.addAll(roles.getOrDefault(String.valueOf(value), Set.of())));
        return Optional.of(after);
    }
}
