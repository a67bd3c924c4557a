package nl.ruggespraak.ask;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.CycleProgress;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The representative chooses which asks to take along. */
@Component
public class CarryAsks {

    private final JdbcAsks asks;
    private final CycleProgress progress;
    private final AuditTrail audit;

    CarryAsks(JdbcAsks asks, CycleProgress progress, AuditTrail audit) {
        this.asks = asks;
        this.progress = progress;
        this.audit = audit;
    }

    /**
     * Takes these asks along, and no others.
     *
     * @throws Refusal when one of them is no ask of this cycle, or a candidate who has not agreed, or the briefing was prepared before
     */
    @Transactional
    public void carry(String cycle, List<Long> chosen) {
        Map<Long, Ask> known = asks.of(cycle).stream().collect(Collectors.toMap(Ask::id, Function.identity()));
        Checks checks = new Checks();
        for (int place = 1; place <= chosen.size(); place++) {
            Checks.Row row = checks.row("carriedAsks", place);
            Ask ask = known.get(chosen.get(place - 1));
            if (row.require(ask != null, "carriedAsk", "unknown") && ask != null) {
                row.require(ask.hasGround(), "carriedAsk", "noGround", ask.title());
            }
        }
        checks.refuseIfAny();
        if (!progress.briefed(cycle)) {
            throw Refusal.of("carriedAsks", "refusal.carriedAsks.chosen");
        }
        asks.carry(cycle, chosen);
        record(cycle, chosen, "chosen");
    }

    /** Takes every ask along that may be shared: the meeting starts and nobody has chosen. */
    @Transactional
    public void carryAll(String cycle) {
        progress.briefed(cycle);
        record(cycle, asks.carryAll(cycle), "all that may be shared");
    }

    private void record(String cycle, List<Long> carried, String details) {
        audit.record(
                Action.ASK_CARRIED,
                carried.stream().map(ask -> "ask/" + ask).toList(),
                MeetingCycle.organisationOf(cycle),
                details);
    }
}
