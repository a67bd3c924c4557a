package nl.ruggespraak.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds an organisation, and the network that it is a member of; gives one another name; lets one join a network. Each is a file with people of one line
 * without a person, read, refused and applied as {@link ImportPeople} does with many.
 */
@Component
public class ChangeOrganisation {

    private static final String LINE = "refusal.line.";

    private final JdbcPeopleImports imports;
    private final ApplyLines applyLines;
    private final People people;
    private final Accounts accounts;
    private final MemberChanges changes;
    private final EmailAddresses addresses;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeOrganisation(
            JdbcPeopleImports imports,
            ApplyLines applyLines,
            People people,
            Accounts accounts,
            MemberChanges changes,
            EmailAddresses addresses,
            AuditTrail audit,
            Clock clock) {
        this.imports = imports;
        this.applyLines = applyLines;
        this.people = people;
        this.accounts = accounts;
        this.changes = changes;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds an organisation.
     *
     * @param network key of a network that it becomes a member of; empty: of none
     * @param networkName of a network that is new with it; empty: the network is known
     * @throws Refusal when something is wrong with what was typed, or there is an organisation or network with the key
     */
    @Transactional
    public void add(String organisation, String name, String network, String networkName, String by) {
        List<Problem> problems = new ArrayList<>();
        if (isThere(organisation)) {
            problems.add(Problem.of("organisation", "refusal.organisation.exists", organisation.strip()));
        }
        if (name.isBlank()) {
            problems.add(Problem.of("name", "refusal.organisation.nameMissing"));
        }
        if (!networkName.isBlank() && network.isBlank()) {
            problems.add(Problem.of("network", "refusal.organisation.networkKeyMissing"));
        }
        if (!networkName.isBlank() && people.network(network.strip()).isPresent()) {
            problems.add(Problem.of("network", "refusal.organisation.networkExists", network.strip()));
        }
        apply(organisation, name, network, networkName, problems, "new", by);
    }

    /**
     * Gives an organisation another name.
     *
     * @throws Refusal when the name is empty or too long
     */
    @Transactional
    public void rename(String organisation, String name, String by) {
        List<Problem> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add(Problem.of("name", "refusal.organisation.nameMissing"));
        }
        apply(known(organisation), name, "", "", problems, "name", by);
    }

    /**
     * Lets an organisation join a network, or join it again.
     *
     * @throws Refusal when the organisation is closed, or there is no such network
     */
    @Transactional
    public void join(String organisation, String network, String by) {
        List<Problem> problems = new ArrayList<>();
        if (network.isBlank()) {
            problems.add(Problem.of("network", "refusal.organisation.networkMissing"));
        }
        apply(known(organisation), "", network, "", problems, "network", by);
    }

    private boolean isThere(String organisation) {
        return people.organisations().stream().anyMatch(each -> each.key().equals(organisation.strip()));
    }

    private String known(String organisation) {
        if (!isThere(organisation)) {
            throw Refusal.of("organisation", "refusal.person.organisationUnknown", organisation);
        }
        return organisation;
    }

    private void apply(
            String organisation,
            String name,
            String network,
            String networkName,
            List<Problem> problems,
            String details,
            String by) {
        imports.oneAfterTheOther();
        if (imports.isApplying()) {
            throw Refusal.of("organisation", "refusal.person.busy");
        }
        Map<PeopleColumn, String> cells = new EnumMap<>(PeopleColumn.class);
        cells.put(PeopleColumn.ORGANISATION, organisation);
        cells.put(PeopleColumn.ORGANISATION_NAME, name);
        cells.put(PeopleColumn.NETWORK, network);
        cells.put(PeopleColumn.NETWORK_NAME, networkName);
        List<Problem> ofTheLine = new ArrayList<>();
        long id = imports.add("–", by, clock.instant(), List.of(PeopleCsv.typed(cells, addresses, ofTheLine)));
        imports.keepWhatIsNotSaid(id, EnumSet.noneOf(PeopleColumn.class));
        if (problems.isEmpty()) {
            imports.findProblems(id);
        }
        imports.problems(id, 0, Integer.MAX_VALUE)
                .forEach(problem -> ofTheLine.add(Problem.of(
                        "file", problem.message(), problem.arguments().toArray())));
        ofTheLine.stream().map(ChangeOrganisation::onThePage).distinct().forEach(problems::add);
        Refusal.ifAny(problems);
        applyLines.apply(id);
        imports.forget(id);
        audit.record(
                Action.ORGANISATION_CHANGED,
                network.isBlank()
                        ? List.of("organisation/" + organisation.strip())
                        : List.of("organisation/" + organisation.strip(), "network/" + network.strip()),
                organisation.strip(),
                details);
        accounts.organisationsChanged();
        changes.changed();
    }

    /** What is wrong with a line, at the field of the page that it concerns, and in words that know of no file. */
    private static Problem onThePage(Problem problem) {
        Object[] arguments = problem.arguments().toArray();
        return switch (problem.message().substring(LINE.length())) {
            case "nothing" -> Problem.of("organisation", "refusal.organisation.keyMissing");
            case "keyMalformed" -> Problem.of(field(arguments), "refusal.organisation.keyMalformed", arguments[1]);
            case "tooLong" -> Problem.of(field(arguments), "refusal.person.tooLong", arguments[1]);
            case "networkUnknown" -> Problem.of("network", "refusal.person.networkUnknown", arguments[0]);
            default -> Problem.of("organisation", problem.message(), arguments);
        };
    }

    private static String field(Object[] arguments) {
        return PeopleColumn.of(String.valueOf(arguments[0]))
                .map(column -> switch (column) {
                    case NETWORK -> "network";
                    case NETWORK_NAME -> "networkName";
                    case ORGANISATION_NAME -> "name";
                    default -> "organisation";
                })
                .orElse("organisation");
    }
}
