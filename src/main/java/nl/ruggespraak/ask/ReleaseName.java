package nl.ruggespraak.ask;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A colleague tells the name of a carried candidate to one named person of another organisation, and can take that back. */
@Component
public class ReleaseName {

    private final JdbcAsks asks;
    private final JdbcReleases releases;
    private final Meetings meetings;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    ReleaseName(JdbcAsks asks, JdbcReleases releases, Meetings meetings, People people, AuditTrail audit, Clock clock) {
        this.asks = asks;
        this.releases = releases;
        this.meetings = meetings;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** To whom names can be released: the representatives of the other members of the network, and nobody else of them. */
    public List<Counterparts> counterparts(String cycle) {
        Meeting meeting = meetings.ofCycle(cycle);
        String own = meetings.cycle(cycle).organisation();
        return people.members(meeting.network(), meeting.day()).stream()
                .filter(member -> !member.key().equals(own))
                .map(member -> new Counterparts(member, people.of(member.key(), Set.of(Role.REPRESENTATIVE))))
                .filter(member -> !member.persons().isEmpty())
                .toList();
    }

    /** Those of one organisation. */
    public record Counterparts(Organisation organisation, List<Person> persons) {}

    /** Who knows the names of these asks' candidates. */
    public List<NameRelease> lasting(Collection<Long> asks) {
        return releases.lasting(asks);
    }

    /** Whether the ask is about somebody whose name can be released: one who has a name, has agreed, and is carried. */
    public static boolean isPossible(Ask ask) {
        return ask.kind() == AskKind.CANDIDATE && ask.candidate() != null && ask.hasGround() && ask.carried();
    }

    /**
     * Tells the name.
     *
     * @param by key of the colleague whose ask it is
     * @throws Refusal when it is somebody else's, there is nothing to release, or that person is no counterpart
     */
    @Transactional
    public void release(long ask, String counterpart, String by) {
        Ask released = own(ask, by);
        if (!isPossible(released)) {
            throw Refusal.of("counterpart", "refusal.counterpart.nothingToTell");
        }
        boolean known = counterparts(released.cycle()).stream()
                .flatMap(member -> member.persons().stream())
                .anyMatch(person -> person.key().equals(counterpart));
        if (!known) {
            throw Refusal.of("counterpart", "refusal.counterpart.unknown");
        }
        if (releases.add(ask, counterpart, by, clock.instant())) {
            record(Action.NAME_RELEASED, released, counterpart);
        }
    }

    /** Takes it back; what has been read stays read. */
    @Transactional
    public void end(long ask, long release, String by) {
        Ask released = own(ask, by);
        releases.end(release, ask, clock.instant())
                .ifPresent(counterpart -> record(Action.NAME_RELEASE_ENDED, released, counterpart));
    }

    private void record(Action action, Ask ask, String counterpart) {
        audit.record(
                action,
                Stream.of("ask/" + ask.id()).toList(),
                meetings.cycle(ask.cycle()).organisation(),
                "to " + counterpart);
    }

    private Ask own(long ask, String by) {
        return asks.own(ask, by).orElseThrow(() -> Refusal.of("ask", "refusal.ask.notYours"));
    }
}
