package nl.ruggespraak.escalation;

import java.time.Clock;
import java.time.Instant;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the deal between the organisations, or that there is none. */
@Component
public class AgreeDeal {

    private static final int LONGEST_TERMS = 4_000;

    private final JdbcEscalations escalations;
    private final Leads leads;
    private final Meetings meetings;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final Clock clock;

    AgreeDeal(
            JdbcEscalations escalations,
            Leads leads,
            Meetings meetings,
            WorkingDays workingDays,
            AuditTrail audit,
            Clock clock) {
        this.escalations = escalations;
        this.leads = leads;
        this.meetings = meetings;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records what was agreed.
     *
     * @param headcount how many people; at least one when something was agreed, and never more than the lead is about
     * @param by key of the person who agreed
     * @return until when the placements are recorded, if there is a deal
     * @throws Refusal with everything that is wrong with what was typed
     */
    @Transactional
    public Instant agree(
            long escalationId, boolean agreed, @Nullable Long headcount, @Nullable String terms, String by) {
        Escalation escalation = escalations.get(escalationId);
        Lead lead = leads.get(escalation.lead());
        Checks checks = new Checks();
        Checks.Row form = checks.plain();
        String text = form.optionalText("terms", terms, LONGEST_TERMS);
        int people = 0;
        if (agreed && form.require(headcount != null, "headcount", "missing") && headcount != null) {
            form.require(headcount >= 1, "headcount", "tooFew");
            form.require(headcount <= lead.headcount(), "headcount", "moreThanLead", lead.headcount(), headcount);
            people = (int) Math.max(0, Math.min(headcount, lead.headcount()));
        }
        checks.refuseIfAny();
        if (!escalations.agree(escalationId, new Deal(agreed, people, text, by, null, ""), clock.instant())) {
            throw Refusal.of("agreed", "refusal.agreed.recorded");
        }
        audit.record(
                Action.DEAL_RECORDED,
                escalation.subject(),
                escalation.organisation(),
                agreed ? "agreed, people: " + people : "not agreed");
        Meeting meeting = meetings.ofCycle(escalation.cycle());
        return workingDays.eveningAfter(clock.instant(), meeting.deadlines().of(Deadline.PLACEMENTS), meeting.zone());
    }
}
