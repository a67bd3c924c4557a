package nl.ruggespraak.ask;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Network;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members bring to a meeting: for the chairs of its network, and for the representatives of the network's member organisations. */
@Component
public class ReadSharedAsks {

    private static final int NEWEST = 50;

    private final JdbcSharedAsks shared;
    private final Meetings meetings;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    ReadSharedAsks(JdbcSharedAsks shared, Meetings meetings, People people, AuditTrail audit, Clock clock) {
        this.shared = shared;
        this.meetings = meetings;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The meetings whose asks this person may read, the newest first. */
    public List<Meeting> meetings(String reader) {
        Optional<Person> person = people.find(reader);
        List<String> networks = people.networks().stream()
                .filter(network -> person.filter(each -> takesPartIn(
                                network.key(), LocalDate.ofInstant(clock.instant(), network.zone()), each, false))
                        .isPresent())
                .map(Network::key)
                .toList();
        return shared.meetings(networks, NEWEST).stream().map(meetings::get).toList();
    }

    /** A meeting, if this person may read what is brought to it. */
    public Optional<Meeting> meeting(String key, String reader) {
        return meetings.find(key)
                .filter(meeting -> people.find(reader)
                        .filter(person ->
                                takesPartIn(meeting.network(), meeting.day(), person, represents(meeting, person)))
                        .isPresent());
    }

    /** The next asks after the one with this id, of a meeting that the reader may read. */
    public List<SharedAsk> after(Meeting meeting, long after, String reader, int limit) {
        return shared.after(meeting.key(), after, reader, limit);
    }

    /** One ask, read closely: of a candidate that is recorded. */
    @Transactional
    public Optional<SharedAsk> read(Meeting meeting, long ask, String reader) {
        Optional<SharedAsk> read = shared.find(meeting.key(), ask, reader);
        read.filter(each -> each.kind() == AskKind.CANDIDATE)
                .ifPresent(each -> audit.record(
                        Action.SHARED_ASK_READ,
                        "ask/" + each.id(),
                        each.organisation(),
                        each.name() == null ? "" : "with the name"));
        return read;
    }

    /** For a colleague, too, who took over from the representative for this meeting. */
    private boolean represents(Meeting meeting, Person person) {
        return person.organisation() != null
                && meetings.findCycle(MeetingCycle.key(meeting.key(), person.organisation()))
                        .filter(cycle -> cycle.representative().equals(person.key()))
                        .isPresent();
    }

    private boolean takesPartIn(String network, LocalDate day, Person person, boolean represents) {
        return person.active()
                && (person.leads().contains(network)
                        || (represents || person.is(Role.REPRESENTATIVE))
                                && people.members(network, day).stream()
                                        .anyMatch(member -> member.key().equals(person.organisation())));
    }
}
