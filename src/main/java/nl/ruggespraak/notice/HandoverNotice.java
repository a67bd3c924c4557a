package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.escalation.EscalationHandover;
import nl.ruggespraak.escalation.EscalationHandover.Why;
import nl.ruggespraak.escalation.EscalationStatus;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells both when somebody else sees a lead through that was put to the director. */
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

    /** Posts it to both, once for each handover; to the new one alone when the former has left. */
    @Transactional
    public void send(long escalation, EscalationHandover handover) {
        Case asked = cases.of(escalation);
        Person former = people.get(handover.from());
        Person next = people.get(handover.to());
        letters.post(List.of(toNext(asked, former, next, handover.why())));
        if (handover.why() != Why.LEFT) {
            letters.post(List.of(toFormer(asked, former, next, handover.why())));
        }
    }

    private Letter toNext(Case asked, Person former, Person next, Why why) {
        Letter letter = begin("handover", asked, next)
                .from(asked.representative())
                .subject(asked.lead().title())
                .say("opening." + why, former.name());
        switch (asked.escalation().status()) {
            case ASKED, INQUIRY, SEEKING_DEAL, AGREED ->
                letter.say("stands." + asked.escalation().status());
            case DECLINED, NOT_AGREED, BOOKED -> {}
        }
        letter.say("reason", asked.escalation().reason()).lead(asked.lead(), asked.counterpart());
        if (asked.escalation().status() == EscalationStatus.ASKED) {
            letter.action(
                    ".decide",
                    WaitingTask.DECIDE_ON_ESCALATION,
                    Long.toString(asked.escalation().id()));
        } else {
            letter.action(".openTasks");
        }
        letter.reach(asked.representative());
        return why == Why.LEFT ? letter : letter.reach(former);
    }

    private Letter toFormer(Case asked, Person former, Person next, Why why) {
        Letter letter = begin("handed-over", asked, former)
                .from(next)
                .subject(asked.lead().title(), next.name())
                .say("opening", next.name(), asked.lead().title());
        return (why == Why.OVERDUE
                        ? letter.say("why", asked.meeting().deadlines().of(Deadline.DECIDE))
                        : letter.say("closed"))
                .reach(next);
    }

    private Letter begin(String kind, Case asked, Person to) {
        return letters.begin(
                        kind, asked.escalation().id() + "/" + asked.escalation().handovers(), to, asked.meeting())
                .of(asked.escalation().cycle());
    }
}
