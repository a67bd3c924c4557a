package nl.ruggespraak.escalation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * The question who is at risk in a department is answered by somebody else when its head leaves: the deputy, another department head, a manager or a
 * director, of those who are not asked themselves.
 */
@Component
class HandInquiryOver implements Duties {

    private static final List<Role> SUCCESSORS = List.of(Role.DEPARTMENT_HEAD, Role.MANAGER, Role.DIRECTOR);

    private final JdbcEscalations escalations;
    private final Meetings meetings;
    private final People people;
    private final EscalationProcess process;
    private final AuditTrail audit;

    HandInquiryOver(
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

    @Override
    public Duty.Kind kind() {
        return Duty.Kind.REPORT_STAFF;
    }

    @Override
    public List<Duty> of(Collection<String> persons) {
        return escalations.unansweredOf(persons).stream()
                .map(question -> new Duty(
                        kind(),
                        Long.toString(question.escalation()),
                        MeetingCycle.meetingOf(question.cycle()),
                        meetings.ofCycle(question.cycle()).title(),
                        MeetingCycle.organisationOf(question.cycle()),
                        question.departmentHead()))
                .toList();
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.DEPARTMENT_HEAD);
    }

    @Override
    public Optional<Person> successor(Duty duty) {
        Set<String> asked = asked(duty);
        return people.successors(duty.person(), SUCCESSORS).stream()
                .filter(person -> !asked.contains(person.key()))
                .findFirst();
    }

    @Override
    public List<Person> candidates(Duty duty) {
        Set<String> asked = asked(duty);
        return people.colleagues(meetings.cycle(escalation(duty).cycle()).organisation()).stream()
                .filter(person -> !asked.contains(person.key()))
                .toList();
    }

    private Set<String> asked(Duty duty) {
        return new HashSet<>(escalations.departmentHeads(Long.parseLong(duty.id())));
    }

    @Override
    @Transactional
    public void hand(Duty duty, Person to, boolean left) {
        Escalation escalation = escalation(duty);
        if (escalations.handInquiry(escalation.id(), duty.person(), to.key())) {
            audit.record(
                    Action.STAFF_INQUIRY_HANDED_OVER,
                    List.of(escalation.subject(), "person/" + to.key()),
                    escalation.organisation(),
                    left ? "the former has left" : "");
            process.inquiryHandedOver(
                    escalation,
                    new EscalationHandover(
                            duty.person(),
                            to.key(),
                            left ? EscalationHandover.Why.LEFT : EscalationHandover.Why.HANDED));
        }
    }

    private Escalation escalation(Duty duty) {
        return escalations.get(Long.parseLong(duty.id()));
    }
}
