package nl.ruggespraak.escalation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Matches the people whom the departments reported to what the lead is about. */
@Component
public class MatchPeople {

    private final JdbcEscalations escalations;

    MatchPeople(JdbcEscalations escalations) {
        this.escalations = escalations;
    }

    /** Closes the inquiry: whose occupation is of the lead's field fits; a lead that names no occupation takes all. */
    @Transactional
    public void match(long escalation) {
        if (!escalations.match(escalation)) {
            throw new IllegalStateException("Escalation " + escalation + " has no open inquiry, it is "
                    + escalations.get(escalation).status());
        }
    }
}
