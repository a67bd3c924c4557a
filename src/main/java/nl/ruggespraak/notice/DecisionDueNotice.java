package nl.ruggespraak.notice;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the director of a decision. */
@Service
public class DecisionDueNotice {

    private final Letters letters;
    private final Cases cases;

    DecisionDueNotice(Letters letters, Cases cases) {
        this.letters = letters;
        this.cases = cases;
    }

    /** Posts it, once for each escalation and person. */
    @Transactional
    public void send(long escalation) {
        Case asked = cases.of(escalation);
        letters.post(List.of(letters.begin("decision-due", Long.toString(escalation), asked.director(), asked.meeting())
                .of(asked.escalation().cycle())
                .from(asked.representative())
                .subject(asked.lead().title())
                .say("opening", asked.representative().name(), asked.meeting().title())
                .say("reason", asked.escalation().reason())
                .lead(asked.lead(), asked.counterpart())
                .say("deputy")
                .action(".decide")
                .reach(asked.representative())));
    }
}
