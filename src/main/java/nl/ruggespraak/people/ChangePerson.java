package nl.ruggespraak.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds a person, changes one, ends that one takes part, and brings one back: each is a file with people of one line, read, refused and applied as
 * {@link ImportPeople} does with many.
 */
@Component
public class ChangePerson {

    private static final String LINE = "refusal.line.";
    private static final String NO_ADMINISTRATOR = "refusal.line.noAdministrator";
    private static final String SOMEBODY = "somebody";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final JdbcPeopleImports imports;
    private final JdbcPeopleSearch search;
    private final ApplyLines applyLines;
    private final People people;
    private final Accounts accounts;
    private final MemberChanges changes;
    private final EmailAddresses addresses;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ChangePerson(
            JdbcPeopleImports imports,
            JdbcPeopleSearch search,
            ApplyLines applyLines,
            People people,
            Accounts accounts,
            MemberChanges changes,
            EmailAddresses addresses,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.imports = imports;
        this.search = search;
        this.applyLines = applyLines;
        this.people = people;
        this.accounts = accounts;
        this.changes = changes;
        this.addresses = addresses;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds a person.
     *
     * @param by key of the administrator
     * @return the person
     * @throws Refusal when something is wrong with what was typed, or somebody has the user name
     */
    public Person add(PersonEntry typed, String by) {
        return inTurn(() -> {
            List<Problem> problems = new ArrayList<>();
            if (people.find(typed.person().strip()).isPresent()) {
                problems.add(Problem.of(
                        "person", "refusal.person.exists", typed.person().strip()));
            }
            long id = line(typed, YES, by, problems);
            applied(id, Action.PERSON_CHANGED, typed.person().strip(), "new");
            return people.get(typed.person().strip());
        });
    }

    /**
     * Changes a person.
     *
     * @param seen the version that the administrator saw
     * @throws Refusal when something is wrong with what was typed, or somebody else changed the person meanwhile
     */
    public void change(PersonEntry typed, String seen, String by) {
        inTurn(() -> {
            Person before = asSeen(typed.person(), seen);
            long id = line(typed, active(before), by, new ArrayList<>());
            List<PeopleChange> change = imports.changes(id, 1);
            if (!change.isEmpty()) {
                String fields = String.join(", ", change.get(0).fields());
                applied(id, Action.PERSON_CHANGED, before.key(), fields.isEmpty() ? "roles" : fields);
            }
            return before;
        });
    }

    /**
     * Ends that a person takes part; what waits for that person is handed on.
     *
     * @throws Refusal when nobody would be administrator any more, or somebody else changed the person meanwhile
     */
    public void end(String person, String seen, String by) {
        inTurn(() -> {
            Person before = asSeen(person, seen);
            applied(ending(before, by), Action.PARTICIPATION_ENDED, person, "");
            return before;
        });
    }

    /**
     * Lets a person take part again, with the roles that the tables have.
     *
     * @throws Refusal when the organisation is closed, or somebody else changed the person meanwhile
     */
    public void bringBack(String person, String seen, String by) {
        inTurn(() -> {
            Person before = asSeen(person, seen);
            applied(line(PersonEntry.of(before), YES, by, new ArrayList<>()), Action.PARTICIPATION_RENEWED, person, "");
            return before;
        });
    }

    /** Who would take over what if the person were changed so. Nothing of it is kept. */
    public List<Handover> handedOnByChange(PersonEntry typed, String seen, String by) {
        return rolledBack(() -> {
            Person before = asSeen(typed.person(), seen);
            return applyLines.handovers(line(typed, active(before), by, new ArrayList<>()));
        });
    }

    /** Who would take over what if the person took part no longer. Nothing of it is kept. */
    public List<Handover> handedOnByEnd(String person, String by) {
        return rolledBack(() -> applyLines.handovers(ending(people.get(person), by)));
    }

    /** The line by which somebody ends who is otherwise as before: what is wrong with an old address does not keep anybody. */
    private long ending(Person person, String by) {
        PersonLine line = new PersonLine(
                1,
                null,
                null,
                person.organisation(),
                null,
                person.key(),
                person.firstName(),
                person.lastName(),
                person.email(),
                person.phone(),
                person.language().getLanguage(),
                person.deputy(),
                person.heldRoles(),
                false);
        long id = kept(line, by);
        imports.findProblems(id);
        Refusal.ifAny(imports.problems(id, 0, Integer.MAX_VALUE).stream()
                .filter(problem -> problem.message().equals(NO_ADMINISTRATOR))
                .map(problem -> Problem.of("roles", problem.message()))
                .toList());
        return id;
    }

    private long kept(PersonLine line, String by) {
        long id = imports.add("–", by, clock.instant(), List.of(line));
        imports.keepWhatIsNotSaid(id, EnumSet.allOf(PeopleColumn.class));
        return id;
    }

    private static String active(Person person) {
        return person.active() ? YES : NO;
    }

    /** Nobody changes people at the same time, on a page or from a file. */
    private <T> T inTurn(Work<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            imports.oneAfterTheOther();
            if (imports.isApplying()) {
                throw Refusal.of("person", "refusal.person.busy");
            }
            return work.done();
        }));
    }

    private List<Handover> rolledBack(Work<List<Handover>> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            imports.oneAfterTheOther();
            return work.done();
        }));
    }

    private Person asSeen(String key, String seen) {
        search.lock(key);
        Person now = people.get(key);
        if (!PersonVersion.of(now).equals(seen)) {
            throw Refusal.of("version", "refusal.person.changedMeanwhile");
        }
        return now;
    }

    /** The line that says what was typed; refused when anything is wrong with it. */
    private long line(PersonEntry typed, String active, String by, List<Problem> problems) {
        Map<PeopleColumn, String> cells = new EnumMap<>(PeopleColumn.class);
        cells.put(PeopleColumn.ORGANISATION, typed.organisation());
        cells.put(PeopleColumn.PERSON, typed.person());
        cells.put(PeopleColumn.FIRST_NAME, typed.firstName());
        cells.put(PeopleColumn.LAST_NAME, typed.lastName());
        cells.put(PeopleColumn.EMAIL, typed.email());
        cells.put(PeopleColumn.PHONE, typed.phone());
        cells.put(PeopleColumn.LANGUAGE, typed.language());
        cells.put(PeopleColumn.DEPUTY, typed.deputy());
        cells.put(PeopleColumn.ROLES, String.join(", ", typed.roles()));
        cells.put(PeopleColumn.ACTIVE, active);
        List<Problem> ofTheLine = new ArrayList<>();
        PersonLine line = PeopleCsv.typed(cells, addresses, ofTheLine);
        if (typed.person().isBlank()) {
            problems.add(Problem.of("person", "refusal.person.missing"));
        }
        if (line.person() == null) {
            // A line without a person has no name and no address: the rest is looked at as if it had one.
            cells.put(PeopleColumn.PERSON, SOMEBODY);
            PeopleCsv.typed(cells, addresses, ofTheLine);
        }
        long id = kept(line, by);
        if (problems.isEmpty()) {
            imports.findProblems(id);
        }
        imports.problems(id, 0, Integer.MAX_VALUE)
                .forEach(problem -> ofTheLine.add(Problem.of(
                        "file", problem.message(), problem.arguments().toArray())));
        ofTheLine.stream()
                .flatMap(problem -> onThePage(problem, typed).stream())
                .distinct()
                .forEach(problems::add);
        Refusal.ifAny(problems);
        return id;
    }

    private void applied(long id, Action action, String person, String details) {
        applyLines.apply(id);
        imports.forget(id);
        audit.recordOfPersons(action, List.of(person), details);
        accounts.personChanged(person);
        changes.changed();
    }

    /** What is wrong with a line, at the field of the page that it concerns, and in words that know of no file. */
    private static List<Problem> onThePage(Problem problem, PersonEntry typed) {
        Object[] arguments = problem.arguments().toArray();
        String what = problem.message().startsWith(LINE) ? problem.message().substring(LINE.length()) : "";
        return switch (what) {
            case "nothing" -> List.of();
            case "nameMissing" -> {
                List<Problem> missing = new ArrayList<>();
                if (typed.firstName().isBlank()) {
                    missing.add(Problem.of("firstName", "refusal.person.firstNameMissing"));
                }
                if (typed.lastName().isBlank()) {
                    missing.add(Problem.of("lastName", "refusal.person.lastNameMissing"));
                }
                yield missing;
            }
            case "tooLong" -> List.of(Problem.of(field(arguments), "refusal.person.tooLong", arguments[1]));
            case "keyMalformed" ->
                field(arguments).equals("person")
                        ? List.of(Problem.of("person", "refusal.person.keyMalformed", arguments[1]))
                        : List.of(Problem.of("organisation", "refusal.person.organisationUnknown", arguments[1]));
            case "deputyMalformed", "deputyUnknown" ->
                List.of(Problem.of("deputy", "refusal.person.deputyUnknown", arguments[0]));
            case "ownDeputy" -> List.of(Problem.of("deputy", problem.message(), arguments));
            case "languageUnknown" -> List.of(Problem.of("language", problem.message(), arguments));
            case "organisationUnknown" ->
                List.of(Problem.of("organisation", "refusal.person.organisationUnknown", arguments[0]));
            case "organisationClosed", "moves" -> List.of(Problem.of("organisation", problem.message(), arguments));
            case "networkUnknown" -> List.of(Problem.of("roles", "refusal.person.networkUnknown", arguments[0]));
            case "" -> List.of(Problem.of("email", problem.message(), arguments));
            default -> List.of(Problem.of("roles", problem.message(), arguments));
        };
    }

    private static String field(Object[] arguments) {
        return PeopleColumn.of(String.valueOf(arguments[0]))
                .map(column -> switch (column) {
                    case FIRST_NAME -> "firstName";
                    case LAST_NAME -> "lastName";
                    default -> column.heading();
                })
                .orElse("person");
    }

    /** What is done while nobody else changes people. */
    private interface Work<T> {

        T done();
    }
}
