package nl.ruggespraak.escalation;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books what an escalation brought. */
@Component
public class BookResult {

    private final JdbcEscalations escalations;
    private final Clock clock;

    BookResult(JdbcEscalations escalations, Clock clock) {
        this.escalations = escalations;
        this.clock = clock;
    }

    /** Books the placements as a result, once; nobody placed is a result too. */
    @Transactional
    public void book(long escalation) {
        if (!escalations.book(escalation, clock.instant())) {
            throw new IllegalStateException("Escalation " + escalation + " has no placements, it is "
                    + escalations.get(escalation).status());
        }
    }
}
