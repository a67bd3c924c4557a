package nl.ruggespraak.meeting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody may see of the networks' meetings: a network's chairs and administrators each organisation's part, representatives and managers their
 * own organisation's, and whoever took over from a representative that of this one meeting.
 */
@Component
public class ReadMeetings {

    private final JdbcMeetings meetings;
    private final Audience audience;
    private final People people;

    ReadMeetings(JdbcMeetings meetings, Audience audience, People people) {
        this.meetings = meetings;
        this.audience = audience;
        this.people = people;
    }

    /** Somebody who reads. */
    public Reader reader(String person, Set<Role> roles) {
        boolean member = roles.contains(Role.REPRESENTATIVE) || roles.contains(Role.MANAGER);
        Optional<Person> found = people.find(person);
        return new Reader(
                person,
                found.map(Person::leads).orElse(Set.of()),
                roles.contains(Role.ADMINISTRATOR),
                member ? found.map(Person::organisation).orElse(null) : null);
    }

    /** The meetings of which this person may see something, the newest first. */
    public List<Meeting> newest(Reader reader, int skip, int most) {
        return meetings.newest(reader, skip, most);
    }

    /** A meeting as this person may see it; empty when it is not to be seen. */
    public Optional<Seen> find(String key, Reader reader) {
        return meetings.find(key).flatMap(meeting -> {
            List<MeetingCycle> cycles = meetings.cycles(key);
            Optional<MeetingCycle> own = cycles.stream()
                    .filter(cycle -> cycle.organisation().equals(reader.organisation())
                            || cycle.representative().equals(reader.person()))
                    .findFirst();
            boolean leads = reader.leads(meeting);
            return leads || own.isPresent()
                    ? Optional.of(new Seen(meeting, leads ? cycles : List.of(), own.orElse(null)))
                    : Optional.empty();
        });
    }

    /** How many people know of the meeting, and are told when it moves or is called off. */
    public int told(String key) {
        return audience.toldColleagues(key) + meetings.representatives(key);
    }

    /**
     * @param person key
     * @param networks keys of those that the person leads as chair
     * @param administers whether the person leads every network, and hands over any organisation's part
     * @param organisation key of the organisation whose part the person sees at each meeting; null when there is none
     */
    public record Reader(
            String person,
            Set<String> networks,
            boolean administers,
            @Nullable String organisation) {

        /** Whether the person sees every organisation's part of a meeting, and may move it and call it off. */
        public boolean leads(Meeting meeting) {
            return administers || networks.contains(meeting.network());
        }
    }

    /**
     * @param cycles what may be seen of all organisations
     * @param own the part of the person's own organisation; null when there is none
     */
    public record Seen(
            Meeting meeting,
            List<MeetingCycle> cycles,
            @Nullable MeetingCycle own) {}
}
