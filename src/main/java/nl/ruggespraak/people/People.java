package nl.ruggespraak.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The persons, organisations and networks that take part. */
public interface People {

    /** The person with this key. */
    Optional<Person> find(String key);

    /** The person with this key; an unknown key is a fault of the caller. */
    default Person get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("There is no person " + key));
    }

    /** These persons by key, in one query; unknown keys are left out. */
    Map<String, Person> all(Collection<String> keys);

    /** The active persons with one of these roles in an organisation, by key. */
    List<Person> of(String organisation, Collection<Role> roles);

    /** The active persons with this role, of whatever organisation, by key. */
    List<Person> with(Role role);

    /** The active chairs of a network, by key. */
    List<Person> chairs(String network);

    /** The active persons of an organisation with this mail address, in whatever case, by key. */
    List<Person> withAddress(String organisation, String email);

    /** Everybody who has this name, in whatever case, this mail address or this telephone number; what is empty is nobody's. */
    List<Person> sharing(String name, String email, String phone);

    /** Who takes over from this person: the deputy, or another representative, manager or director of the organisation. */
    Optional<Person> successor(String key);

    /** The active persons of an organisation, by name. */
    List<Person> colleagues(String organisation);

    /** Everybody, by key: for copying into the identity service. */
    List<Person> everybody();

    Organisation organisation(String key);

    /** All organisations, by name. */
    List<Organisation> organisations();

    /** The member organisations of a network, by name. */
    List<Organisation> members(String network);

    Optional<Network> network(String key);

    /** All networks, by name. */
    List<Network> networks();
}
