package nl.ruggespraak.escalation;

import java.util.List;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody else decide when the director does not. */
@Component
public class HandToDeputy {

    private final JdbcEscalations escalations;
    private final Meetings meetings;
    private final People people;
    private final EscalationProcess process;
    private final AuditTrail audit;

    HandToDeputy(
            JdbcEscalations escalations,
            Meetings meetings,
            People people,
            EscalationProcess process,
            AuditTrail audit) {
        this.escalations = escalations;
        this.meetings = meetings;
        this.people = people;
        this.process = process;
        this.audit = audit;
    }

    /**
     * Hands an undecided escalation to the director's deputy; where there is none, to another director or manager of the organisation. When
     * nobody is left, or it was decided meanwhile, it stays where it is.
     */
    @Transactional
    public Handover hand(long escalationId) {
        Escalation escalation = escalations.get(escalationId);
        String to = deputy(escalation).orElse(escalation.director());
        if (!to.equals(escalation.director()) && escalations.hand(escalationId, to)) {
            audit.record(Action.ESCALATION_HANDED_OVER, escalation.subject(), escalation.organisation(), "");
            audit.recordOfPersons(Action.ESCALATION_HANDED_OVER, List.of(to), escalation.subject());
            process.handedOver(escalation, to);
            return new Handover(escalation.director(), to);
        }
        return new Handover(escalation.director(), escalation.director());
    }

    private Optional<String> deputy(Escalation escalation) {
        Optional<Person> named = Optional.ofNullable(
                        people.get(escalation.director()).deputy())
                .flatMap(people::find)
                .filter(Person::active);
        if (named.isPresent()) {
            return named.map(Person::key);
        }
        String organisation = meetings.cycle(escalation.cycle()).organisation();
        return people.inTurn(organisation, Role.DIRECTOR, Role.MANAGER).stream()
                .map(Person::key)
                .filter(key -> !key.equals(escalation.director()))
                .findFirst();
    }

    /**
     * @param from key of the person who did not decide
     * @param to key of the person who decides now; the same when it stays
     */
    public record Handover(String from, String to) {}
}
