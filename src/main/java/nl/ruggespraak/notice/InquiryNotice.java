package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the department heads who is at risk. */
@Service
public class InquiryNotice {

    private final Letters letters;
    private final Cases cases;
    private final Escalations escalations;
    private final People people;

    InquiryNotice(Letters letters, Cases cases, Escalations escalations, People people) {
        this.letters = letters;
        this.cases = cases;
        this.escalations = escalations;
        this.people = people;
    }

    /** Posts it to each department head who is asked, once for each escalation. */
    @Transactional
    public void send(long escalation) {
        Case asked = cases.of(escalation);
        List<Letter> written = people.all(escalations.departmentHeads(escalation)).values().stream()
                .map(head -> write(asked, head))
                .toList();
        letters.post(written);
    }

    private Letter write(Case asked, Person head) {
        Letter letter = letters.begin(
                        "inquiry", Long.toString(asked.escalation().id()), head, asked.meeting())
                .of(asked.escalation().cycle())
                .from(asked.director())
                .subject(asked.lead().title());
        letter.say("opening", asked.director().name())
                .say(asked.lead().kind() == LeadKind.STAFF_SURPLUS ? "whoIsWelcome" : "whoIsAtRisk")
                .lead(asked.lead(), asked.counterpart())
                .say("groups");
        if (asked.escalation().inquiryEndsAt() != null) {
            letter.say("until", letter.moment(asked.escalation().inquiryEndsAt()));
        }
        return letter.action(
                        "answer",
                        WaitingTask.REPORT_STAFF_AT_RISK,
                        Long.toString(asked.escalation().id()))
                .reach(asked.director());
    }
}
