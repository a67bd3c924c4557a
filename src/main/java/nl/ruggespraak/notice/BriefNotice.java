package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.people.Deadline;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the director for a decision. */
@Service
public class BriefNotice {

    private final Letters letters;
    private final Cases cases;

    BriefNotice(Letters letters, Cases cases) {
        this.letters = letters;
        this.cases = cases;
    }

    /** Posts it to whom it is to decide, once for each escalation. */
    @Transactional
    public void send(long escalation) {
        Case asked = cases.of(escalation);
        Letter letter = letters.begin("brief", Long.toString(escalation), asked.director(), asked.meeting())
                .of(asked.escalation().cycle())
                .from(asked.representative());
        letters.post(List.of(letter.subject(asked.lead().title())
                .say("opening", asked.representative().name(), asked.meeting().title())
                .say("reason", asked.escalation().reason())
                .lead(asked.lead(), asked.counterpart())
                .items(
                        "choices",
                        List.of(letter.words("decline"), letter.words("askDepartments"), letter.words("seekDeal")))
                .say("until", asked.meeting().deadlines().of(Deadline.DECIDE))
                .action(".decide", WaitingTask.DECIDE_ON_ESCALATION, Long.toString(escalation))
                .reach(asked.representative())));
    }
}
