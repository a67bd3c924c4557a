package nl.ruggespraak.ask;

import java.util.Collection;
import java.util.List;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.Leaving;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nobody waits for the asks of a colleague who has left. */
@Component
class CloseRoundsOfLeavers implements Leaving {

    private final JdbcAsks asks;
    private final AskRoundProcess process;
    private final AuditTrail audit;

    CloseRoundsOfLeavers(JdbcAsks asks, AskRoundProcess process, AuditTrail audit) {
        this.asks = asks;
        this.process = process;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void left(Collection<String> persons) {
        List<AskRound> rounds = asks.leave(persons);
        rounds.forEach(round -> process.left(round.cycle(), round.colleague()));
        audit.recordOfPersons(
                Action.ASK_ROUND_CLOSED,
                rounds.stream().map(AskRound::colleague).distinct().toList(),
                "has left");
    }
}
