package nl.ruggespraak.ask;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.meeting.CycleProgress;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The representative chooses which asks to take along. */
@Component
public class CarryAsks {

    private final JdbcAsks asks;
    private final CycleProgress progress;

    CarryAsks(JdbcAsks asks, CycleProgress progress) {
        this.asks = asks;
        this.progress = progress;
    }

    /**
     * Takes these asks along, and no others.
     *
     * @throws Refusal when one of them is no ask of this cycle, or the briefing was prepared before
     */
    @Transactional
    public void carry(String cycle, List<Long> chosen) {
        Set<Long> known = asks.of(cycle).stream().map(Ask::id).collect(Collectors.toSet());
        Checks checks = new Checks();
        for (int place = 1; place <= chosen.size(); place++) {
            checks.row("carriedAsks", place).require(known.contains(chosen.get(place - 1)), "carriedAsk", "unknown");
        }
        checks.refuseIfAny();
        if (!progress.briefed(cycle)) {
            throw Refusal.of("carriedAsks", "refusal.carriedAsks.chosen");
        }
        asks.carry(cycle, chosen);
    }

    /** Takes every ask along: the meeting starts and nobody has chosen. */
    @Transactional
    public void carryAll(String cycle) {
        progress.briefed(cycle);
        asks.carryAll(cycle);
    }
}
