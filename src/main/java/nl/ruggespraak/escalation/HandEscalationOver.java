package nl.ruggespraak.escalation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Duties;
import nl.ruggespraak.people.Duty;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody else see a lead through that was put to the director: decide, agree the deal, record the placements. When a director leaves,
 * that is the deputy, then another director, then a manager or a representative; when one does not decide in time, the deputy, another director or a manager.
 */
@Component
public class HandEscalationOver implements Duties {

    private static final List<Role> WHO_DECIDES = List.of(Role.DIRECTOR, Role.MANAGER);
    private static final List<Role> SUCCESSORS = List.of(Role.DIRECTOR, Role.MANAGER, Role.REPRESENTATIVE);

    private final JdbcEscalations escalations;
    private final Meetings meetings;
    private final People people;
    private final EscalationProcess process;
    private final AuditTrail audit;

    HandEscalationOver(
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

    /** Hands an undecided escalation to who decides when the director does not. When nobody is there, or it was decided meanwhile, it stays where it is. */
    @Transactional
    public void overdue(long escalationId) {
        Escalation escalation = escalations.get(escalationId);
        if (escalation.status() == EscalationStatus.ASKED) {
            people.successors(escalation.director(), WHO_DECIDES).stream()
                    .findFirst()
                    .ifPresent(to -> hand(escalation, to, EscalationHandover.Why.OVERDUE));
        }
    }

    @Override
    public Duty.Kind kind() {
        return Duty.Kind.DECIDE;
    }

    @Override
    public List<Duty> of(Collection<String> persons) {
        return escalations.openOf(persons).stream()
                .map(escalation -> new Duty(
                        kind(),
                        Long.toString(escalation.id()),
                        MeetingCycle.meetingOf(escalation.cycle()),
                        meetings.ofCycle(escalation.cycle()).title(),
                        escalation.organisation(),
                        escalation.director()))
                .toList();
    }

    @Override
    public List<Role> roles() {
        return WHO_DECIDES;
    }

    @Override
    public Optional<Person> successor(Duty duty) {
        return people.successors(duty.person(), SUCCESSORS).stream().findFirst();
    }

    @Override
    public List<Person> candidates(Duty duty) {
        return people.colleagues(meetings.cycle(escalation(duty).cycle()).organisation());
    }

    @Override
    @Transactional
    public void hand(Duty duty, Person to, boolean left) {
        Escalation escalation = escalation(duty);
        if (escalation.director().equals(duty.person())) {
            hand(escalation, to, left ? EscalationHandover.Why.LEFT : EscalationHandover.Why.HANDED);
        }
    }

    private Escalation escalation(Duty duty) {
        return escalations.get(Long.parseLong(duty.id()));
    }

    private void hand(Escalation escalation, Person to, EscalationHandover.Why why) {
        if (escalations.hand(escalation.id(), escalation.director(), to.key())) {
            audit.record(
                    Action.ESCALATION_HANDED_OVER,
                    List.of(escalation.subject(), "person/" + to.key()),
                    escalation.organisation(),
                    why.name());
            process.handedOver(
                    escalations.get(escalation.id()), new EscalationHandover(escalation.director(), to.key(), why));
        }
    }
}
