package nl.ruggespraak.privacy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.HandDutiesOver;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.personal.CandidateAsk;
import nl.ruggespraak.personal.FoundText;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.Sought;
import nl.ruggespraak.personal.WrittenRow;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets one person. First it shows every place where the person is found by name; then it erases those that were chosen, and no others.
 * The key of a colleague is replaced wherever the key of a person stands. All of it is one transaction. Only the trail of who did what
 * keeps that key, for it can never be changed; who that was, nothing tells any more.
 */
@Component
public class ErasePerson {

    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_NAME = 3;

    private final AllPersonalData data;
    private final EngineMemory engine;
    private final HandDutiesOver handDutiesOver;
    private final People people;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Locale language;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ErasePerson(
            AllPersonalData data,
            EngineMemory engine,
            HandDutiesOver handDutiesOver,
            People people,
            AuditTrail audit,
            MessageSource messages,
            @Value("${ruggespraak.language:en}") Locale language,
            Clock clock) {
        this.data = data;
        this.engine = engine;
        this.handDutiesOver = handDutiesOver;
        this.people = people;
        this.audit = audit;
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    /**
     * Where a candidate is found, by name.
     *
     * @param organisation whose candidate it is; null: the one that asks about somebody of this name, if it is only one
     * @throws Refusal when that is no name to look for, or there are too many places
     */
    @Transactional(readOnly = true)
    public Findings lookForCandidate(String name, @Nullable String organisation) {
        String checked = checked(name);
        Search search = candidate(checked, organisation, data.asksAbout(Sought.candidate(checked)));
        return new Findings(checked, search.places(), List.of());
    }

    /** Where a colleague is found: by name, mail address or telephone number; and how many rows hold the key. */
    @Transactional(readOnly = true)
    public Findings lookForColleague(String key) {
        Person person = people.find(key).orElseThrow(() -> Refusal.of("colleague", "refusal.erase.unknown"));
        return new Findings(person.name(), colleague(person).places(), data.alongs(key));
    }

    /**
     * Erases a candidate from these places.
     *
     * @param places what was chosen of that which was found
     * @return how many asks about this person lost their words
     * @throws Refusal when that is no name to look for, or a place has changed since
     */
    @Transactional
    public int eraseCandidate(String name, @Nullable String organisation, Collection<String> places) {
        String checked = checked(name);
        List<CandidateAsk> asks = data.asksAbout(Sought.candidate(checked));
        List<WrittenRow> rows = candidate(checked, organisation, asks).replace(places, PersonalData.ERASED);
        data.empty(rows, clock.instant());
        Set<String> emptied =
                rows.stream().map(row -> row.table() + "/" + row.key()).collect(Collectors.toSet());
        List<String> subjects = asks.stream()
                .filter(ask -> emptied.contains("ruggespraak." + ask.subject()))
                .map(CandidateAsk::subject)
                .toList();
        audit.record(Action.PERSON_ERASED, subjects.isEmpty() ? List.of("candidate") : subjects, null, "candidate");
        return subjects.size();
    }

    /**
     * Erases a colleague: the account and the key everywhere, the name in these places. What waited for this person waits for the deputy or
     * another representative, manager or director.
     *
     * @param by who does it
     * @param places what was chosen of that which was found
     * @return the key under which the person's rows are kept from now on
     * @throws Refusal when it is the own account, nobody can take over what is open, or a place has changed since
     */
    @Transactional
    public String eraseColleague(String key, String by, Collection<String> places) {
        Person person = people.find(key).orElseThrow(() -> Refusal.of("colleague", "refusal.erase.unknown"));
        Checks checks = new Checks();
        checks.plain().require(!key.equals(by), "erase", "self");
        checks.plain()
                .require(
                        handDutiesOver.withoutSuccessor(List.of(key)).isEmpty(), "erase", "noSuccessor", person.name());
        checks.refuseIfAny();

        Search search = colleague(person);
        search.replace(places, PersonalData.ERASED);
        handDutiesOver.left(List.of(key));
        checks.plain().require(!engine.waitsFor(key), "erase", "noSuccessor", person.name());
        checks.refuseIfAny();
        engine.forgetAccount(key);
        search.replaceWrittenSince(PersonalData.ERASED);
        String former = formerKey();
        data.forget(new Leaver(
                key,
                former,
                isShared(person) ? List.of() : EmailAddresses.spellings(person.email()),
                Objects.toString(person.phone(), ""),
                say("privacy.former.first"),
                say("privacy.former.last"),
                clock.instant()));
        audit.record(Action.PERSON_ERASED, "person/" + former, person.organisation(), "colleague");
        return former;
    }

    private Search candidate(String name, @Nullable String organisation, List<CandidateAsk> asks) {
        Sought sought = Sought.candidate(name);
        Set<String> asking = asks.stream().map(CandidateAsk::organisation).collect(Collectors.toSet());
        Set<String> own = organisation == null || organisation.isBlank()
                ? asking.size() == 1 ? asking : Set.of()
                : Set.of(organisation);
        Set<String> namesakes = organisations(people.sharing(name, "", ""));
        Search search = new Search(data, sought, null, (found, hit) -> {
            if (hit.longer()) {
                return Doubt.LONGER_NAME;
            }
            return elsewhere(found, own, false, namesakes);
        });
        search.takeWhole(
                data.writtenAbout(asks).stream()
                        .filter(row -> !row.alsoAboutOthers())
                        .toList(),
                row -> row.cycle() != null
                                && own.contains(
                                        row.cycle().substring(row.cycle().indexOf('/') + 1))
                        ? null
                        : Doubt.OTHER_ORGANISATION);
        search.look();
        return search;
    }

    private Search colleague(Person person) {
        String email = person.email();
        String phone = Objects.toString(person.phone(), "");
        List<Person> others = people.sharing(person.name(), email, phone).stream()
                .filter(other -> !other.key().equals(person.key()))
                .toList();
        Set<String> own = person.organisation() == null ? Set.of() : Set.of(person.organisation());
        Set<String> namesakes = organisations(others.stream()
                .filter(other -> other.name().equalsIgnoreCase(person.name()))
                .toList());
        boolean sharesEmail = others.stream().anyMatch(other -> other.email().equalsIgnoreCase(email));
        boolean sharesPhone = others.stream()
                .anyMatch(other -> Objects.toString(other.phone(), "").equals(phone));
        Search search = new Search(
                data,
                Sought.colleague(person.firstName(), person.lastName(), EmailAddresses.spellings(email), phone),
                person.key(),
                (found, hit) -> {
                    return switch (hit.part()) {
                        case EMAIL -> sharesEmail ? Doubt.NAMESAKE : null;
                        case PHONE -> sharesPhone ? Doubt.NAMESAKE : null;
                        case FIRST_NAME ->
                            hit.longer()
                                    ? Doubt.LONGER_NAME
                                    : person.key().equals(found.person()) ? null : Doubt.FIRST_NAME;
                        case NAME ->
                            hit.longer()
                                    ? Doubt.LONGER_NAME
                                    : elsewhere(found, own, person.organisation() == null, namesakes);
                    };
                });
        search.look();
        return search;
    }

    /** Whether a whole name may be somebody else's, as far as the place tells. */
    private static @Nullable Doubt elsewhere(
            FoundText found, Set<String> own, boolean ofNetwork, Set<String> namesakes) {
        if (found.table().titles()) {
            return Doubt.MEETING_TITLE;
        }
        String organisation = found.organisation();
        if (organisation == null) {
            return ofNetwork ? null : Doubt.NETWORK;
        }
        if (!own.contains(organisation)) {
            return Doubt.OTHER_ORGANISATION;
        }
        return namesakes.contains(organisation) ? Doubt.NAMESAKE : null;
    }

    /** Whether somebody else reads the same mailbox: then the address is not this person's alone. */
    private boolean isShared(Person person) {
        return people.sharing("", person.email(), "").stream()
                .anyMatch(other -> !other.key().equals(person.key()));
    }

    private static Set<String> organisations(List<Person> persons) {
        return persons.stream()
                .map(Person::organisation)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private String formerKey() {
        byte[] chance = new byte[6];
        random.nextBytes(chance);
        return "former-" + HexFormat.of().formatHex(chance);
    }

    private static String checked(String name) {
        Checks checks = new Checks();
        String checked = checks.plain().text("candidate", name, LONGEST_NAME);
        checks.plain()
                .require(
                        checked.isEmpty()
                                || checked.codePoints()
                                                .filter(Character::isLetter)
                                                .count()
                                        >= SHORTEST_NAME,
                        "candidate",
                        "tooShort",
                        SHORTEST_NAME);
        checks.refuseIfAny();
        return checked;
    }

    private String say(String key) {
        return messages.getMessage(key, null, language);
    }
}
