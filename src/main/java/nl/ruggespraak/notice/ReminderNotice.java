package nl.ruggespraak.notice;

import java.util.Collection;
import java.util.List;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds colleagues who have not answered yet. */
@Service
public class ReminderNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final Names names;
    private final People people;

    ReminderNotice(Letters letters, Meetings meetings, Names names, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
    }

    /** Posts it to each of a batch of colleagues, once for each cycle. */
    @Transactional
    public void send(String cycle, Collection<String> colleagues) {
        MeetingCycle asked = meetings.cycle(cycle);
        Meeting meeting = meetings.get(asked.meeting());
        Person representative = people.get(asked.representative());
        Names.Venue venue = names.of(meeting);
        List<Letter> written = people.all(colleagues).values().stream()
                .map(person -> write(cycle, person, meeting, representative, venue))
                .toList();
        letters.post(written);
    }

    private Letter write(String cycle, Person to, Meeting meeting, Person representative, Names.Venue venue) {
        Letter letter = letters.begin("reminder", cycle, to, meeting).of(cycle).from(representative);
        return letter.subject(meeting.title(), letter.moment(meeting.dates().asksCloseAt()))
                .say("opening", representative.name(), meeting.title())
                .meeting(venue)
                .say("until", letter.moment(meeting.dates().asksCloseAt()))
                .say("nothing")
                .action(".giveAsks", Purpose.GIVE_ASKS, cycle, AskChoices.in(letter))
                .reach(representative);
    }
}
