package nl.ruggespraak.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation is closed: it leaves all networks, what waits for its people ends, and none of them takes part any more. Nothing is deleted, and it
 * can be opened again; its people then come back with a file.
 */
@Component
public class CloseOrganisation {

    private final JdbcMembers members;
    private final People people;
    private final MemberChanges changes;
    private final HandDutiesOver handDutiesOver;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    CloseOrganisation(
            JdbcMembers members,
            People people,
            MemberChanges changes,
            HandDutiesOver handDutiesOver,
            Accounts accounts,
            AuditTrail audit,
            Clock clock) {
        this.members = members;
        this.people = people;
        this.changes = changes;
        this.handDutiesOver = handDutiesOver;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes it.
     *
     * @param sure whether the administrator has said so
     * @param by key of the administrator
     * @throws Refusal when the organisation hosts a meeting that has not begun, is the administrator's own, or has the only administrators
     */
    @Transactional
    public void close(String organisation, boolean sure, String by) {
        Member member = members.find(organisation).orElseThrow(() -> Refusal.of("close", "refusal.close.unknown"));
        Checks checks = new Checks();
        checks.plain().require(sure, "close", "notSure");
        checks.plain().require(!organisation.equals(people.get(by).organisation()), "close", "own");
        checks.plain().require(members.isAdministeredFromElsewhere(organisation), "close", "noAdministrator");
        checks.refuseIfAny();
        for (Membership membership : member.memberships()) {
            end(organisation, membership);
        }
        if (!members.close(organisation, LocalDate.now(clock))) {
            throw Refusal.of("close", "refusal.close.closed");
        }
        audit.record(Action.ORGANISATION_CLOSED, "organisation/" + organisation, organisation, "");
        changes.closed(organisation);
        List<String> leavers = members.letGo(organisation);
        if (!leavers.isEmpty()) {
            handDutiesOver.left(leavers);
        }
        accounts.peopleChanged((steps, of) -> {});
        changes.changed();
    }

    private void end(String organisation, Membership membership) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(),
                people.network(membership.network()).orElseThrow().zone());
        changes.refuseLeaving(membership.network(), organisation, today);
        if (membership.endsOn() == null || membership.endsOn().isAfter(today)) {
            members.end(membership.network(), organisation, today);
        }
    }

    /**
     * Opens it again, without people and without networks.
     *
     * @throws Refusal when it is open
     */
    @Transactional
    public void open(String organisation) {
        if (!members.open(organisation)) {
            throw Refusal.of("close", "refusal.close.open");
        }
        audit.record(Action.ORGANISATION_OPENED, "organisation/" + organisation, organisation, "");
    }
}
