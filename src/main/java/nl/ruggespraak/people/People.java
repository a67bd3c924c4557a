package nl.ruggespraak.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** All active persons with one of these roles in an organisation, by key. Who of them is asked first, {@link #inTurn(String, Role...)} tells. */
    List<Person> of(String organisation, Collection<Role> roles);

    /**
     * The active persons with one of these roles in each of these organisations, those whose turn it is first: by role, as the roles are given; of one role
     * who attended a meeting last, then who is nobody's deputy, then by name. A director goes before a deputy, whoever attended. This is the one place
     * where it is decided who of several is asked.
     */
    Map<String, List<Person>> inTurn(Collection<String> organisations, List<Role> roles);

    /** The same in one organisation. */
    default List<Person> inTurn(String organisation, Role... roles) {
        return inTurn(List.of(organisation), List.of(roles)).getOrDefault(organisation, List.of());
    }

    /** Those of these persons who are away on this day. */
    Set<String> away(Collection<String> keys, LocalDate day);

    /** Of each of these lists the first who is not away on this day; where all are away, the first. None of the lists is empty. */
    default Map<String, Person> firstPresent(Map<String, List<Person>> lists, LocalDate day) {
        Set<String> away = away(
                lists.values().stream().flatMap(List::stream).map(Person::key).toList(), day);
        Map<String, Person> first = new LinkedHashMap<>();
        lists.forEach((list, persons) -> first.put(
                list,
                persons.stream()
                        .filter(person -> !away.contains(person.key()))
                        .findFirst()
                        .orElse(persons.get(0))));
        return first;
    }

    /** The active persons with this role, of whatever organisation, by key. */
    List<Person> with(Role role);

    /** The active chairs of a network, by key. */
    List<Person> chairs(String network);

    /** The active persons of an organisation with this mail address, in whatever case, by key. */
    List<Person> withAddress(String organisation, String email);

    /**
     * Whom somebody means who signs in by this name: the person who has this key, in whatever case, or the only one who takes part and has one of these mail
     * addresses. Nobody when several have it, for none of them may be taken for another.
     */
    Optional<String> signsInAs(SignInName name);

    /** Everybody who has this key or one of these mail addresses, in whatever case, by key. */
    List<Person> called(SignInName name);

    /** Those of these persons whose mail address no other who takes part has, so that they can sign in by it. */
    Set<String> withOwnAddress(Collection<String> keys);

    /** Everybody who has this name, in whatever case, this mail address or this telephone number; what is empty is nobody's. */
    List<Person> sharing(String name, String email, String phone);

    /**
     * Who can take over from this person, who may have left, the first before the others: the deputy, then whoever in the organisation has one of these
     * roles, in their order, and of one role as {@link #inTurn} has them.
     */
    List<Person> successors(String key, List<Role> roles);

    /** The keys of those who take part no longer. */
    List<String> formers();

    /** This person has attended a meeting that began then. */
    void attended(String person, Instant at);

    /** The active persons of an organisation, by name. */
    List<Person> colleagues(String organisation);

    /** Everybody, by key: for copying into the identity service. */
    List<Person> everybody();

    Organisation organisation(String key);

    /** All organisations, by name. */
    List<Organisation> organisations();

    /** The organisations that are members of a network on a day of the network, by name. */
    List<Organisation> members(String network, LocalDate day);

    Optional<Network> network(String key);

    /** All networks, by name. */
    List<Network> networks();
}
