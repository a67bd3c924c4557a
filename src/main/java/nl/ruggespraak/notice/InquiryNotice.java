package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.escalation.EscalationHandover;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.jspecify.annotations.Nullable;
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
                .map(head -> write(asked, head, Long.toString(escalation), null))
                .toList();
        letters.post(written);
    }

    /** Posts it to whoever answers instead of a department head, once for each handover. */
    @Transactional
    public void sendInstead(long escalation, EscalationHandover handover) {
        Case asked = cases.of(escalation);
        letters.post(List.of(write(
                asked,
                people.get(handover.to()),
                asked.escalation().id() + "/" + asked.escalation().handovers(),
                people.get(handover.from()))));
    }

    private Letter write(Case asked, Person head, String about, @Nullable Person instead) {
        Letter letter = letters.begin("inquiry", about, head, asked.meeting())
                .of(asked.escalation().cycle())
                .from(asked.director())
                .subject(asked.lead().title());
        if (instead != null) {
            letter.say("instead", instead.name());
        }
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
