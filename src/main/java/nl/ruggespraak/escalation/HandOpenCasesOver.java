package nl.ruggespraak.escalation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.meeting.HandCycleOver;
import nl.ruggespraak.meeting.Handover;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Duties;
import nl.ruggespraak.people.Duty;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Component;

/** What is still open of a meeting when everybody has looked back on it waits for its representative, too. */
@Component
class HandOpenCasesOver implements Duties {

    private final JdbcEscalations escalations;
    private final Meetings meetings;
    private final HandCycleOver cycles;

    HandOpenCasesOver(JdbcEscalations escalations, Meetings meetings, HandCycleOver cycles) {
        this.escalations = escalations;
        this.meetings = meetings;
        this.cycles = cycles;
    }

    @Override
    public Duty.Kind kind() {
        return Duty.Kind.SEE_THROUGH;
    }

    @Override
    public List<Duty> of(Collection<String> persons) {
        return escalations.endedCyclesWithOpenCases(persons).stream()
                .map(meetings::cycle)
                .map(this::duty)
                .toList();
    }

    private Duty duty(MeetingCycle cycle) {
        return new Duty(
                kind(),
                cycle.key(),
                cycle.meeting(),
                meetings.get(cycle.meeting()).title(),
                cycle.organisation(),
                cycle.representative());
    }

    @Override
    public List<Role> roles() {
        return cycles.roles();
    }

    @Override
    public Optional<Person> successor(Duty duty) {
        return cycles.successor(duty);
    }

    @Override
    public List<Person> candidates(Duty duty) {
        return cycles.candidates(duty);
    }

    @Override
    public void hand(Duty duty, Person to, boolean left) {
        cycles.handOverEnded(duty.id(), new Handover(duty.person(), to.key(), left));
    }
}
