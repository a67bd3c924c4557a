package nl.ruggespraak.people;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes in organisations, persons and roles from a file: first it is looked at, then applied, all or nothing. Who is not in the file stays
 * as is; who is in it has exactly the roles that it says.
 */
@Component
public class ImportPeople {

    /** The most lines of one file. */
    static final int MOST_LINES = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(ImportPeople.class);

    private final JdbcPeopleImports imports;
    private final Accounts accounts;
    private final EmailAddresses addresses;
    private final MemberChanges changes;
    private final HandDutiesOver handDutiesOver;
    private final ApplyLines applyLines;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final TaskExecutor background;
    private final Clock clock;

    ImportPeople(
            JdbcPeopleImports imports,
            Accounts accounts,
            EmailAddresses addresses,
            MemberChanges changes,
            HandDutiesOver handDutiesOver,
            ApplyLines applyLines,
            AuditTrail audit,
            TransactionOperations transaction,
            @Qualifier("applicationTaskExecutor") TaskExecutor background,
            Clock clock) {
        this.imports = imports;
        this.accounts = accounts;
        this.addresses = addresses;
        this.changes = changes;
        this.handDutiesOver = handDutiesOver;
        this.applyLines = applyLines;
        this.audit = audit;
        this.transaction = transaction;
        this.background = background;
        this.clock = clock;
    }

    /**
     * Reads a file and keeps it until it is applied. What was sent in before and never applied is forgotten.
     *
     * @return the number by which it is known
     * @throws Refusal when it is no file with people at all; what is wrong with single lines is kept with them
     */
    @Transactional
    public long check(String name, byte[] file, String administrator) {
        refuseWhileAnotherIsApplied();
        PeopleCsv.Content content = PeopleCsv.read(file, addresses);
        if (content.lines().size() > MOST_LINES) {
            throw Refusal.of(
                    "file", "refusal.file.tooLong", MOST_LINES, content.lines().size());
        }
        imports.forgetUnapplied();
        long id = imports.add(name, administrator, clock.instant(), content.lines());
        imports.analyzeLines();
        imports.keepWhatIsNotSaid(id, content.columns());
        imports.addProblems(id, content.problems());
        if (!content.leftOut().isEmpty()) {
            imports.addLeftOut(id, content.leftOut());
        }
        imports.findProblems(id);
        return id;
    }

    /**
     * Applies it in the background; {@link JdbcPeopleImports#find} tells how far it is.
     *
     * @throws Refusal when lines are faulty, or it is not waiting to be applied
     */
    public void apply(long id) {
        if (imports.preview(id).problems() > 0) {
            throw Refusal.of("file", "refusal.file.faulty");
        }
        transaction.executeWithoutResult(status -> {
            imports.oneAfterTheOther();
            refuseWhileAnotherIsApplied();
            if (!imports.begin(id)) {
                throw Refusal.of("file", "refusal.file.applied");
            }
            audit.record(Action.PEOPLE_IMPORTED, "people-file/" + id, null, "");
        });
        background.execute(() -> applyNow(id));
    }

    /** What it would change is not known before the other is through. */
    private void refuseWhileAnotherIsApplied() {
        if (imports.isApplying()) {
            throw Refusal.of("file", "refusal.file.busy");
        }
    }

    private void applyNow(long id) {
        try {
            transaction.executeWithoutResult(status -> {
                applyLines.apply(id);
                imports.analyzePeople();
                accounts.peopleChanged((steps, of) -> imports.progress(id, steps, of));
                changes.changed();
                imports.finish(id);
            });
        } catch (RuntimeException e) {
            LOG.error("The file with people number {} could not be applied; nothing of it was", id, e);
            imports.fail(id, "refusal.file.failed");
        }
    }

    /** What was being applied when the application ended was not. */
    @EventListener(ApplicationReadyEvent.class)
    void giveUpInterrupted() {
        imports.failInterrupted("refusal.file.interrupted");
    }

    /** The file with this number, if it was ever sent in. */
    public Optional<PeopleImport> find(long id) {
        return imports.find(id);
    }

    /** How much it would change. */
    public ImportPreview preview(long id) {
        return imports.preview(id);
    }

    /** What would wait for nobody: the duties of those who would leave and that nobody could take over who would then be there. Nothing of it is kept. */
    public List<Duty> ofNobody(long id) {
        List<String> leavers = imports.leavers(id);
        if (leavers.isEmpty()) {
            return List.of();
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            imports.apply(id);
            return handDutiesOver.withoutSuccessor(leavers);
        }));
    }

    /** The first changes, in the order of the file. */
    public List<PeopleChange> changes(long id, int most) {
        return imports.changes(id, most);
    }

    /** What is wrong with faulty lines, in the order of the file, from one on. */
    public List<ImportProblem> problems(long id, int from, int most) {
        return imports.problems(id, from, most);
    }

    /** The headings of the columns that are not read. */
    public List<String> leftOut(long id) {
        return imports.leftOut(id);
    }

    /** The first addresses that several people will have, of whom the file names at least one. */
    public List<SharedAddress> sharedAddresses(long id, int most) {
        return imports.sharedAddresses(id, most);
    }

    static List<String> words(Problem problem) {
        return problem.arguments().stream().map(String::valueOf).toList();
    }
}
