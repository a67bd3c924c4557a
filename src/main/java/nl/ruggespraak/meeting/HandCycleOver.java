package nl.ruggespraak.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.Leaving;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A representative who is ill, or leaves, hands a cycle to a colleague of the same organisation. Whoever takes over needs no role for it: the
 * rights come with the tasks, and end with them.
 */
@Component
@Order(1) // Whatever else a leaver leaves goes to the new representative.
public class HandCycleOver implements Leaving {

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

    /** What leavers represent is represented by their deputies, or by other representatives, managers or directors. */
    @Override
    @Transactional
    public void left(Collection<String> persons) {
        for (MeetingCycle cycle : meetings.ledBy(persons)) {
            people.successor(cycle.representative())
                    .map(Person::key)
                    .ifPresent(next -> handOver(cycle, new Handover(cycle.representative(), next, true)));
        }
    }

    private void handOver(MeetingCycle cycle, Handover handover) {
        if (!meetings.handOver(cycle.key(), handover.from(), handover.to())) {
            throw Refusal.of("substitute", "refusal.substitute.ended");
        }
        audit.record(
                Action.CYCLE_HANDED_OVER,
                List.of("cycle/" + cycle.key(), "person/" + handover.to()),
                cycle.organisation(),
                handover.left() ? "the former has left" : "");
        process.handedOver(meetings.cycle(cycle.key()), handover);
    }
}
