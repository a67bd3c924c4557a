package nl.ruggespraak.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.Duties;
import nl.ruggespraak.people.Duty;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a chair has planned and not published yet is led by another chair when the first one leaves. */
@Component
class HandMeetingOver implements Duties {

    private final JdbcMeetings meetings;
    private final People people;
    private final MeetingProcess process;
    private final AuditTrail audit;

    HandMeetingOver(JdbcMeetings meetings, People people, MeetingProcess process, AuditTrail audit) {
        this.meetings = meetings;
        this.people = people;
        this.process = process;
        this.audit = audit;
    }

    @Override
    public Duty.Kind kind() {
        return Duty.Kind.LEAD;
    }

    @Override
    public List<Duty> of(Collection<String> persons) {
        return meetings.plannedBy(persons).stream()
                .map(meeting ->
                        new Duty(kind(), meeting.key(), meeting.key(), meeting.title(), null, meeting.plannedBy()))
                .toList();
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.CHAIR);
    }

    /** A chair may have lost one network, and lead another still. */
    @Override
    public boolean endsWith(Duty duty, Set<HeldRole> ended, Set<HeldRole> kept) {
        return ended.contains(HeldRole.chairOf(meetings.get(duty.id()).network()));
    }

    @Override
    public Optional<Person> successor(Duty duty) {
        return candidates(duty).stream().findFirst();
    }

    @Override
    public List<Person> candidates(Duty duty) {
        return people.chairs(meetings.get(duty.id()).network()).stream()
                .filter(person -> !person.key().equals(duty.person()))
                .toList();
    }

    @Override
    @Transactional
    public void hand(Duty duty, Person to, boolean left) {
        if (meetings.handMeetingOver(duty.id(), duty.person(), to.key())) {
            audit.record(
                    Action.MEETING_HANDED_OVER,
                    List.of("meeting/" + duty.id(), "person/" + to.key()),
                    null,
                    left ? "the former has left" : "");
            process.handedOver(meetings.get(duty.id()), new Handover(duty.person(), to.key(), left));
        }
    }
}
