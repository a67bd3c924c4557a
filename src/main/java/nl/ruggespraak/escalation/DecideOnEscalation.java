package nl.ruggespraak.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the director's decision. */
@Component
public class DecideOnEscalation {

    private static final int LONGEST_REASON = 4_000;

    private final JdbcEscalations escalations;
    private final Meetings meetings;
    private final People people;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final Clock clock;

    DecideOnEscalation(
            JdbcEscalations escalations,
            Meetings meetings,
            People people,
            WorkingDays workingDays,
            AuditTrail audit,
            Clock clock) {
        this.escalations = escalations;
        this.meetings = meetings;
        this.people = people;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides what happens with a lead.
     *
     * @param decision key of a {@link Decision}
     * @param reason why; {@code decline} needs one
     * @param by key of the person who decides
     * @return until when a deal is sought, if it comes to that
     * @throws Refusal with everything that is wrong with what was typed
     */
    @Transactional
    public Instant decide(long escalationId, @Nullable String decision, @Nullable String reason, String by) {
        Escalation escalation = escalations.get(escalationId);
        Checks checks = new Checks();
        Checks.Row form = checks.plain();
        Optional<Decision> decided = Decision.of(decision);
        form.require(decided.isPresent(), "decision", decision == null || decision.isBlank() ? "missing" : "unknown");
        String why = form.optionalText("reason", reason, LONGEST_REASON);
        form.require(!decided.equals(Optional.of(Decision.DECLINE)) || !why.isEmpty(), "reason", "missing");
        if (decided.equals(Optional.of(Decision.ASK_DEPARTMENTS))) {
            form.require(hasDepartmentHeads(escalation), "decision", "noDepartmentHeads");
        }
        checks.refuseIfAny();
        Decision taken = decided.orElseThrow();
        if (!escalations.decide(escalationId, taken, why, by, clock.instant())) {
            throw Refusal.of("decision", "refusal.decision.taken");
        }
        audit.record(Action.ESCALATION_DECIDED, escalation.subject(), escalation.organisation(), taken.name());
        Meeting meeting = meetings.ofCycle(escalation.cycle());
        int inquiry = taken == Decision.ASK_DEPARTMENTS ? meeting.deadlines().of(Deadline.INQUIRY) : 0;
        return workingDays.eveningAfter(
                clock.instant(), inquiry + meeting.deadlines().of(Deadline.DEAL), meeting.zone());
    }

    private boolean hasDepartmentHeads(Escalation escalation) {
        String organisation = meetings.cycle(escalation.cycle()).organisation();
        return !people.of(organisation, Set.of(Role.DEPARTMENT_HEAD)).isEmpty();
    }
}
