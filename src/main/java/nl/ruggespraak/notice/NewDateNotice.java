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

/** Tells everybody concerned that a meeting has a new date. */
@Service
public class NewDateNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final Names names;
    private final People people;

    NewDateNotice(Letters letters, Meetings meetings, Names names, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
    }

    /** Posts it to each of a batch of persons, once for each rescheduling. */
    @Transactional
    public void send(String cycle, Collection<String> persons) {
        MeetingCycle moved = meetings.cycle(cycle);
        Meeting meeting = meetings.get(moved.meeting());
        Person representative = people.get(moved.representative());
        Names.Venue venue = names.of(meeting);
        List<Letter> written = people.all(persons).values().stream()
                .map(person -> write(cycle, person, meeting, representative, venue))
                .toList();
        letters.post(written);
    }

    private Letter write(String cycle, Person to, Meeting meeting, Person representative, Names.Venue venue) {
        Letter letter = letters.begin("new-date", cycle + "/" + meeting.revision(), to, meeting)
                .of(cycle)
                .from(representative);
        return letter.subject(meeting.title(), letter.moment(meeting.dates().startsAt()))
                .say("opening", meeting.title(), letter.moment(meeting.dates().startsAt()))
                .meeting(venue)
                .say("stays", letter.moment(meeting.dates().asksCloseAt()))
                .action(".openTasks")
                .reach(representative);
    }
}
