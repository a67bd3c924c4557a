package nl.ruggespraak.demo;

import java.util.ArrayList;
import java.util.List;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.Accounts;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.people.OwnPassword;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.UnusableAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes the demo network with everything that happened in it, once and for good, in one transaction. The trail of who did what stays, for it only grows.
 * Whoever does it stays an administrator, under an own name and with an own password.
 */
@Component
public class RemoveDemo {

    private static final int LONGEST = 200;

    private final Demo demo;
    private final JdbcDemoRemoval tables;
    private final DemoProcesses processes;
    private final Accounts accounts;
    private final OwnPassword passwords;
    private final EmailAddresses addresses;
    private final AuditTrail audit;

    RemoveDemo(
            Demo demo,
            JdbcDemoRemoval tables,
            DemoProcesses processes,
            Accounts accounts,
            OwnPassword passwords,
            EmailAddresses addresses,
            AuditTrail audit) {
        this.demo = demo;
        this.tables = tables;
        this.processes = processes;
        this.accounts = accounts;
        this.passwords = passwords;
        this.addresses = addresses;
        this.audit = audit;
    }

    /** Whether this administrator is somebody of the demo, or signs in as one does there, and then has to say who they are. */
    @Transactional(readOnly = true)
    public boolean isOfDemo(String administrator) {
        return tables.isDemoPerson(administrator) || processes.hasDefaultPassword(administrator);
    }

    /** Removes the demo, if the administrator is sure. */
    @Transactional
    public void remove(String administrator, boolean sure, Self self) {
        if (!demo.isThere()) {
            throw Refusal.of("demo", "refusal.demo.gone");
        }
        Checks checks = new Checks();
        checks.plain().require(sure, "demo", "notSure");
        boolean ofDemo = isOfDemo(administrator);
        if (ofDemo) {
            tables.keepAsAdministrator(
                    administrator,
                    checks.plain().text("firstName", self.firstName(), LONGEST),
                    checks.plain().text("lastName", self.lastName(), LONGEST),
                    email(self, checks));
        } else {
            checks.refuseIfAny();
        }
        JdbcDemoRemoval.Gone gone = tables.remove(administrator, ofDemo);
        processes.removed(gone.meetings(), gone.cycles(), gone.organisations(), gone.people(), gone.networks());
        accounts.peopleChanged((steps, of) -> {});
        if (ofDemo) {
            passwords.set(administrator, self.password());
        }
        processes.endDefaultPasswords();
        audit.record(
                Action.DEMO_REMOVED,
                "network/sam",
                null,
                "people: %d, meetings: %d"
                        .formatted(gone.people().size(), gone.meetings().size()));
    }

    /** Refuses everything that is wrong so far when this is, too. */
    private String email(Self self, Checks checks) {
        checks.plain().require(self.password().equals(self.again()), "again", "other");
        List<Problem> problems = new ArrayList<>(checks.problems());
        String email = "";
        try {
            email = addresses.read(self.email()).text();
        } catch (UnusableAddress unusable) {
            problems.add(unusable.problem("email"));
        }
        Refusal.ifAny(problems);
        return email;
    }

    /**
     * Who the administrator is, as typed.
     *
     * @param again the password once more
     */
    public record Self(String firstName, String lastName, String email, String password, String again) {}
}
