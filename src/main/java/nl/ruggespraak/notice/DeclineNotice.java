package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the representative that the director has declined. */
@Service
public class DeclineNotice {

    private final Letters letters;
    private final Cases cases;
    private final People people;

    DeclineNotice(Letters letters, Cases cases, People people) {
        this.letters = letters;
        this.cases = cases;
        this.people = people;
    }

    /** Posts it, once for each escalation. */
    @Transactional
    public void send(long escalation) {
        Case declined = cases.of(escalation);
        String decidedBy = declined.escalation().decidedBy();
        Person decider = decidedBy == null ? declined.director() : people.get(decidedBy);
        letters.post(List.of(
                letters.begin("decline", Long.toString(escalation), declined.representative(), declined.meeting())
                        .of(declined.escalation().cycle())
                        .from(decider)
                        .subject(declined.lead().title())
                        .say("opening", decider.name(), declined.lead().title())
                        .quote(decider, declined.escalation().decisionReason())
                        .lead(declined.lead(), declined.counterpart())
                        .say("next")
                        .reach(decider)));
    }
}
