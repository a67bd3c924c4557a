package nl.ruggespraak.escalation;

import java.time.Clock;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records how many people found their place by a deal. */
@Component
public class RecordPlacements {

    private static final int LONGEST_DETAILS = 4_000;

    private final JdbcEscalations escalations;
    private final AuditTrail audit;
    private final Clock clock;

    RecordPlacements(JdbcEscalations escalations, AuditTrail audit, Clock clock) {
        this.escalations = escalations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records the placements of an agreed deal.
     *
     * @param placed how many people; never more than were agreed
     * @throws Refusal with everything that is wrong with what was typed
     */
    @Transactional
    public void record(long escalationId, @Nullable Long placed, @Nullable String details) {
        Escalation escalation = escalations.get(escalationId);
        Deal deal = escalations
                .deal(escalationId)
                .filter(Deal::agreed)
                .orElseThrow(() -> new IllegalStateException("Escalation " + escalationId + " has no agreed deal"));
        Checks checks = new Checks();
        Checks.Row form = checks.plain();
        String text = form.optionalText("details", details, LONGEST_DETAILS);
        if (form.require(placed != null, "placed", "missing") && placed != null) {
            form.require(placed >= 0, "placed", "negative");
            form.require(placed <= deal.headcount(), "placed", "moreThanAgreed", deal.headcount(), placed);
        }
        checks.refuseIfAny();
        int people = placed == null ? 0 : placed.intValue();
        if (!escalations.place(escalationId, people, text, clock.instant())) {
            throw Refusal.of("placed", "refusal.placed.recorded");
        }
        audit.record(Action.PLACEMENTS_RECORDED, escalation.subject(), escalation.organisation(), "people: " + people);
    }
}
