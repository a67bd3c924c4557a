package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.link.WaitingTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the director of a decision. */
@Service
public class DecisionDueNotice {

    private final Letters letters;
    private final Cases cases;
    private final Escalations escalations;

    DecisionDueNotice(Letters letters, Cases cases, Escalations escalations) {
        this.escalations = escalations;
        this.letters = letters;
        this.cases = cases;
    }

    /** Posts it, at most once a day for each person; it names all that waits for the decision. */
    @Transactional
    public void send(long escalation) {
        Case asked = cases.of(escalation);
        letters.post(List.of(letters.remind("decision-due", asked.director(), asked.meeting())
                .of(asked.escalation().cycle())
                .from(asked.representative())
                .subject(asked.lead().title())
                .say("opening", asked.representative().name(), asked.meeting().title())
                .say("reason", asked.escalation().reason())
                .lead(asked.lead(), asked.counterpart())
                .say("deputy")
                .items("also", escalations.undecided(asked.escalation().director(), escalation))
                .action(".decide", WaitingTask.DECIDE_ON_ESCALATION, Long.toString(escalation))
                .reach(asked.representative())));
    }
}
