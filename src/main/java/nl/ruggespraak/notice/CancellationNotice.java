package nl.ruggespraak.notice;

import java.util.Collection;
import java.util.List;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells everybody concerned that a meeting is off. */
@Service
public class CancellationNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final Names names;
    private final People people;

    CancellationNotice(Letters letters, Meetings meetings, Names names, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
    }

    /** Posts it to each of a batch of persons, once for each cycle. */
    @Transactional
    public void send(String cycle, Collection<String> persons) {
        MeetingCycle cancelled = meetings.cycle(cycle);
        Meeting meeting = meetings.get(cancelled.meeting());
        Person representative = people.get(cancelled.representative());
        Names.Venue venue = names.of(meeting);
        List<Letter> written = people.all(persons).values().stream()
                .map(person -> write(cycle, person, meeting, representative, venue))
                .toList();
        letters.post(written);
    }

    private Letter write(String cycle, Person to, Meeting meeting, Person representative, Names.Venue venue) {
        Letter letter =
                letters.begin("cancellation", cycle, to, meeting).of(cycle).from(representative);
        return letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", meeting.title())
                .meeting(venue)
                .say("closed")
                .reach(representative);
    }
}
