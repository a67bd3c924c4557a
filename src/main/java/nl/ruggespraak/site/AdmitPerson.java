package nl.ruggespraak.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.HandDutiesOver;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.JdbcRoles;
import nl.ruggespraak.people.MemberChanges;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.site.RefusedElsewhere.Reason;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the person for whom an identity provider vouches, and lets the roles follow what it says, as far as it was trusted to say.
 * It can neither make a person, nor speak of one of another organisation.
 */
@Service
class AdmitPerson {

    private final People people;
    private final JdbcRoles personRoles;
    private final Identities identities;
    private final HandDutiesOver handDutiesOver;
    private final EmailAddresses addresses;
    private final MemberChanges changes;
    private final AuditTrail audit;

    AdmitPerson(
            People people,
            JdbcRoles personRoles,
            Identities identities,
            HandDutiesOver handDutiesOver,
            EmailAddresses addresses,
            MemberChanges changes,
            AuditTrail audit) {
        this.handDutiesOver = handDutiesOver;
        this.people = people;
        this.personRoles = personRoles;
        this.identities = identities;
        this.addresses = addresses;
        this.changes = changes;
        this.audit = audit;
    }

    /** The person, with the roles that hold from now on; perhaps none. */
    @Transactional
    public Person admit(IdentityProvider provider, Map<String, Object> claims) {
        String organisation = provider.organisation(claims).orElseThrow(() -> new RefusedElsewhere(Reason.UNKNOWN));
        Person person = person(provider, organisation, claims)
                .filter(found -> found.active() && organisation.equals(found.organisation()))
                .orElseThrow(() -> new RefusedElsewhere(Reason.UNKNOWN));
        if (!provider.admits(organisation, person, person.roles())) {
            throw new RefusedElsewhere(Reason.PASSWORD_ONLY);
        }
        Set<HeldRole> roles =
                provider.roles(person, claims).orElseThrow(() -> new RefusedElsewhere(Reason.NO_ROLES_SAID)).stream()
                        .filter(role -> role.network() == null
                                || people.network(role.network()).isPresent())
                        .collect(Collectors.toSet());
        if (!roles.equals(person.heldRoles())) {
            personRoles.replace(person.key(), roles);
            Set<HeldRole> ended = new TreeSet<>(person.heldRoles());
            ended.removeAll(roles);
            audit.record(
                    Action.ROLES_TAKEN_OVER,
                    "person/" + person.key(),
                    person.organisation(),
                    new TreeSet<>(roles).toString());
            handDutiesOver.rolesEnded(Map.of(person.key(), ended));
        }
        identities.follow(person.key());
        if (!roles.equals(person.heldRoles())) {
            changes.changed();
        }
        return people.get(person.key());
    }

    private Optional<Person> person(IdentityProvider provider, String organisation, Map<String, Object> claims) {
        if (!(claims.get(provider.personClaim()) instanceof String name)) {
            return Optional.empty();
        }
        if (!provider.personClaim().equals(StandardClaimNames.EMAIL)) {
            return people.find(name);
        }
        if (!Boolean.TRUE.equals(claims.get(StandardClaimNames.EMAIL_VERIFIED))) {
            return Optional.empty();
        }
        List<Person> sameAddress = addresses
                .find(name)
                .map(address -> people.withAddress(organisation, address.text()))
                .orElse(List.of());
        return sameAddress.size() == 1 ? Optional.of(sameAddress.get(0)) : Optional.empty();
    }
}
