package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the deputy and the director that a decision has been handed over. */
@Service
public class HandoverNotice {

    private final Letters letters;
    private final Cases cases;
    private final People people;

    HandoverNotice(Letters letters, Cases cases, People people) {
        this.letters = letters;
        this.cases = cases;
        this.people = people;
    }

    /** Posts it to both, once for each escalation; to nobody when it stays where it is. */
    @Transactional
    public void send(long escalation, String from, String to) {
        Case asked = cases.of(escalation);
        Person director = people.get(from);
        Person deputy = people.get(to);
        if (!from.equals(to)) {
            letters.post(List.of(toDeputy(asked, director, deputy), toDirector(asked, director, deputy)));
        }
    }

    private Letter toDeputy(Case asked, Person director, Person deputy) {
        return begin("handover", asked, deputy)
                .from(asked.representative())
                .subject(asked.lead().title())
                .say("opening", director.name())
                .say("reason", asked.escalation().reason())
                .lead(asked.lead(), asked.counterpart())
                .action(
                        ".decide",
                        WaitingTask.DECIDE_ON_ESCALATION,
                        Long.toString(asked.escalation().id()))
                .reach(asked.representative())
                .reach(director);
    }

    private Letter toDirector(Case asked, Person director, Person deputy) {
        return begin("handed-over", asked, director)
                .from(deputy)
                .subject(asked.lead().title(), deputy.name())
                .say("opening", deputy.name(), asked.lead().title())
                .say("why", asked.meeting().deadlines().of(Deadline.DECIDE))
                .reach(deputy);
    }

    private Letter begin(String kind, Case asked, Person to) {
        return letters.begin(kind, Long.toString(asked.escalation().id()), to, asked.meeting())
                .of(asked.escalation().cycle());
    }
}
