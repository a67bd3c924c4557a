package nl.ruggespraak.notice;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.ruggespraak.escalation.Deal;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.reportback.ReportBacks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells everybody concerned what an escalation has brought. */
@Service
public class ResultNotice {

    private final Letters letters;
    private final Cases cases;
    private final Escalations escalations;
    private final ReportBacks reportBacks;
    private final People people;

    ResultNotice(Letters letters, Cases cases, Escalations escalations, ReportBacks reportBacks, People people) {
        this.letters = letters;
        this.cases = cases;
        this.escalations = escalations;
        this.reportBacks = reportBacks;
        this.people = people;
    }

    /** Posts it to the representative, the managers, the director and the colleagues who heard of the lead, once for each escalation. */
    @Transactional
    public void send(long escalation) {
        Case ended = cases.of(escalation);
        escalations
                .deal(escalation)
                .ifPresent(deal -> letters.post(concerned(ended).stream()
                        .map(person -> write(ended, deal, person))
                        .toList()));
    }

    private Collection<Person> concerned(Case ended) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(ended.representative().key());
        keys.add(ended.director().key());
        people.of(ended.cycle().organisation(), Set.of(Role.MANAGER)).forEach(manager -> keys.add(manager.key()));
        keys.addAll(reportBacks.recipients(ended.lead().id()));
        return people.all(keys).values();
    }

    private Letter write(Case ended, Deal deal, Person to) {
        int placed = deal.placed() == null ? 0 : deal.placed();
        Letter letter = letters.begin("result", Long.toString(ended.escalation().id()), to, ended.meeting())
                .of(ended.escalation().cycle())
                .from(ended.representative())
                .subject(placed, ended.lead().title());
        return letter.say(
                        "opening",
                        ended.representative().name(),
                        ended.meeting().title(),
                        ended.lead().title())
                .say("placed", placed, deal.headcount())
                .lead(ended.lead(), ended.counterpart())
                .fact("terms", deal.terms())
                .fact("placements", deal.details())
                .say("thanks")
                .reach(ended.representative());
    }
}
