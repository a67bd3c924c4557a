package nl.ruggespraak.privacy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.Leaving;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets one person: in every table, in mails, in what the engine runs and remembers. All of it is one transaction. Only the trail of who
 * did what keeps a colleague's key, for it can never be changed; who that was, nothing tells any more.
 */
@Component
public class ErasePerson {

    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_NAME = 3;

    private final JdbcCandidates candidates;
    private final JdbcColleagues colleagues;
    private final JdbcTextColumns columns;
    private final EngineMemory engine;
    private final List<Leaving> leaving;
    private final People people;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Locale language;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ErasePerson(
            JdbcCandidates candidates,
            JdbcColleagues colleagues,
            JdbcTextColumns columns,
            EngineMemory engine,
            List<Leaving> leaving,
            People people,
            AuditTrail audit,
            MessageSource messages,
            @Value("${ruggespraak.language:en}") Locale language,
            Clock clock) {
        this.candidates = candidates;
        this.colleagues = colleagues;
        this.columns = columns;
        this.engine = engine;
        this.leaving = leaving;
        this.people = people;
        this.audit = audit;
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    /**
     * Where a candidate is found, by name.
     *
     * @throws Refusal when that is no name to look for
     */
    @Transactional(readOnly = true)
    public List<Trace> tracesOfCandidate(String name) {
        return traces(Wanted.words(List.of(checked(name))));
    }

    /** Where a colleague is found: by key, name, mail address or telephone number. */
    @Transactional(readOnly = true)
    public List<Trace> tracesOfColleague(String key) {
        Person person = people.get(key);
        return traces(Wanted.key(key).and(said(person)));
    }

    /**
     * Erases a candidate: the asks about this person and all that was written about these, and the name wherever else it stands.
     *
     * @return how many asks were about this person
     * @throws Refusal when that is no name to look for
     */
    @Transactional
    public int eraseCandidate(String name) {
        Wanted wanted = Wanted.words(List.of(checked(name)));
        List<Long> asks = candidates.about(wanted);
        if (!asks.isEmpty()) {
            candidates.erase(asks, clock.instant());
            engine.forgetRemarks(candidates.cycles(asks));
        }
        columns.replace(ours(), wanted, JdbcCandidates.ERASED);
        engine.replace(wanted, JdbcCandidates.ERASED);
        audit.record(
                Action.PERSON_ERASED,
                asks.isEmpty()
                        ? List.of("candidate")
                        : asks.stream().map(ask -> "ask/" + ask).toList(),
                null,
                "candidate");
        return asks.size();
    }

    /**
     * Erases a colleague. What waited for this person waits for the deputy or another representative, manager or director.
     *
     * @param by who does it
     * @return the key under which the person's rows are kept from now on
     * @throws Refusal when it is the own account, or nobody can take over what is open
     */
    @Transactional
    public String eraseColleague(String key, String by) {
        Person person = people.find(key).orElseThrow(() -> Refusal.of("colleague", "refusal.erase.unknown"));
        Checks checks = new Checks();
        checks.plain().require(!key.equals(by), "erase", "self");
        Optional<String> successor = people.successor(key).map(Person::key);
        checks.plain().require(successor.isPresent() || !engine.waitsFor(key), "erase", "noSuccessor", person.name());
        checks.refuseIfAny();

        leaving.forEach(each -> each.left(List.of(key)));
        successor.ifPresent(next -> colleagues.handOver(key, next));
        engine.left(key, successor.orElse(null));
        String former = formerKey();
        colleagues.anonymise(key, former, say("privacy.former.first"), say("privacy.former.last"), clock.instant());
        colleagues.forgetLetters(former, person.firstName());
        columns.replace(ours(), Wanted.key(key), former);
        columns.replace(ours(), said(person), JdbcCandidates.ERASED);
        engine.replace(Wanted.key(key), former);
        engine.replace(said(person), JdbcCandidates.ERASED);
        audit.record(Action.PERSON_ERASED, "person/" + former, person.organisation(), "colleague");
        return former;
    }

    private String formerKey() {
        byte[] chance = new byte[6];
        random.nextBytes(chance);
        return "former-" + HexFormat.of().formatHex(chance);
    }

    private List<Trace> traces(Wanted wanted) {
        return Stream.concat(columns.traces(ours(), wanted).stream(), engine.traces(wanted).stream())
                .toList();
    }

    /** All of our own tables but the trail, which can only grow, and the list of migrations. */
    private List<JdbcTextColumns.TextColumn> ours() {
        return columns.columns("ruggespraak", "%").stream()
                .filter(column -> !column.table().equals("ruggespraak.audit")
                        && !column.table().equals("ruggespraak.flyway_schema_history"))
                .toList();
    }

    private static Wanted said(Person person) {
        return Wanted.words(Stream.concat(
                        Stream.of(person.name(), person.phone() == null ? "" : person.phone()),
                        EmailAddresses.spellings(person.email()).stream())
                .toList());
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
