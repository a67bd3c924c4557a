package nl.ruggespraak.notice;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ruggespraak.meeting.ChairOfMeeting;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Component;

/** Finds who goes to a meeting. */
@Component
class Attendees {

    private final Meetings meetings;
    private final People people;
    private final ChairOfMeeting chair;

    Attendees(Meetings meetings, People people, ChairOfMeeting chair) {
        this.meetings = meetings;
        this.people = people;
        this.chair = chair;
    }

    Going to(Meeting meeting) {
        List<MeetingCycle> cycles = meetings.cycles(meeting.key()).stream()
                .filter(cycle -> !cycle.withdrawn())
                .toList();
        Map<String, Person> persons = people.all(
                cycles.stream().map(MeetingCycle::representative).distinct().toList());
        return new Going(
                chair.of(meeting),
                cycles.stream()
                        .map(cycle ->
                                new Representative(cycle.key(), requireNonNull(persons.get(cycle.representative()))))
                        .toList());
    }

    /** The chair of the meeting, and each organisation's representative. */
    record Going(Person chair, List<Representative> representatives) {

        /** All of them, each once. */
        List<Person> all() {
            return Stream.concat(Stream.of(chair), representatives.stream().map(Representative::person))
                    .distinct()
                    .toList();
        }
    }

    /**
     * Who goes for one organisation.
     *
     * @param cycle key of its cycle
     */
    record Representative(String cycle, Person person) {}
}
