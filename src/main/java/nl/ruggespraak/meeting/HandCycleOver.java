package nl.ruggespraak.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.Duties;
import nl.ruggespraak.people.Duty;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A representative who is ill, or leaves, hands a cycle to a colleague of the same organisation. Whoever takes over needs no role for it: the
 * rights come with the tasks, and end with them.
 */
@Component
public class HandCycleOver implements Duties {

    private static final List<Role> SUCCESSORS = List.of(Role.REPRESENTATIVE, Role.MANAGER, Role.DIRECTOR);

    private final JdbcMeetings meetings;
    private final People people;
    private final MeetingProcess process;
    private final AuditTrail audit;

    HandCycleOver(JdbcMeetings meetings, People people, MeetingProcess process, AuditTrail audit) {
        this.meetings = meetings;
        this.people = people;
        this.process = process;
        this.audit = audit;
    }

    /**
     * Hands a cycle over.
     *
     * @param from key of the representative as who does it knows
     * @param to key of the colleague who takes over
     * @throws Refusal when that is no colleague, or somebody else has handed it over, or it has ended
     */
    @Transactional
    public void handOver(String cycle, @Nullable String from, @Nullable String to) {
        MeetingCycle handed = meetings.cycle(cycle);
        Checks checks = new Checks();
        Optional<Person> substitute = Optional.ofNullable(to)
                .flatMap(people::find)
                .filter(person -> person.active() && handed.organisation().equals(person.organisation()));
        checks.plain()
                .require(substitute.isPresent(), "substitute", to == null || to.isBlank() ? "missing" : "unknown");
        checks.plain().require(!handed.representative().equals(to), "substitute", "same");
        checks.refuseIfAny();
        if (!handed.representative().equals(from)) {
            throw Refusal.of(
                    "substitute",
                    "refusal.substitute.changed",
                    people.get(handed.representative()).name());
        }
        handOver(
                handed,
                new Handover(handed.representative(), substitute.orElseThrow().key(), false));
    }

    @Override
    public Duty.Kind kind() {
        return Duty.Kind.REPRESENT;
    }

    @Override
    public List<Duty> of(Collection<String> persons) {
        return meetings.ledBy(persons).stream()
                .map(cycle -> new Duty(
                        kind(),
                        cycle.key(),
                        cycle.meeting(),
                        meetings.get(cycle.meeting()).title(),
                        cycle.organisation(),
                        cycle.representative()))
                .toList();
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.REPRESENTATIVE);
    }

    @Override
    public Optional<Person> successor(Duty duty) {
        return people.successors(duty.person(), SUCCESSORS).stream().findFirst();
    }

    @Override
    public List<Person> candidates(Duty duty) {
        return people.colleagues(meetings.cycle(duty.id()).organisation());
    }

    @Override
    @Transactional
    public void hand(Duty duty, Person to, boolean left) {
        MeetingCycle cycle = meetings.cycle(duty.id());
        if (cycle.representative().equals(duty.person()) && !cycle.status().hasEnded()) {
            handOver(cycle, new Handover(duty.person(), to.key(), left));
        }
    }

    /**
     * Hands over what is still open of a cycle that has ended: answers of which nobody knows yet what came of them, and leads with the director.
     *
     */
    @Transactional
    public void handOverEnded(String cycle, Handover handover) {
        if (meetings.handOverEnded(cycle, handover.from(), handover.to())) {
            tell(meetings.cycle(cycle), handover);
        }
    }

    private void handOver(MeetingCycle cycle, Handover handover) {
        if (!meetings.handOver(cycle.key(), handover.from(), handover.to())) {
            throw Refusal.of("substitute", "refusal.substitute.ended");
        }
        tell(meetings.cycle(cycle.key()), handover);
    }

    private void tell(MeetingCycle cycle, Handover handover) {
        audit.record(
                Action.CYCLE_HANDED_OVER,
                List.of("cycle/" + cycle.key(), "person/" + handover.to()),
                cycle.organisation(),
                handover.left() ? "the former has left" : "");
        process.handedOver(cycle, handover);
    }
}
