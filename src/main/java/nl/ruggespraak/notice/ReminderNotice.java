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
    private final OpenQuestions openQuestions;

    ReminderNotice(Letters letters, Meetings meetings, Names names, People people, OpenQuestions openQuestions) {
        this.letters = letters;
        this.openQuestions = openQuestions;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
    }

    /** Posts it to each of a batch of colleagues, at most once a day, and names other meetings for which they have yet to answer. */
    @Transactional
    public void send(String cycle, Collection<String> colleagues) {
        MeetingCycle asked = meetings.cycle(cycle);
        Meeting meeting = meetings.get(asked.meeting());
        Person representative = people.get(asked.representative());
        Names.Venue venue = names.of(meeting);
        OpenQuestions.Others others = openQuestions.besides(cycle, colleagues);
        List<Letter> written = people.all(colleagues).values().stream()
                .map(person -> write(cycle, person, meeting, representative, venue, others))
                .toList();
        letters.post(written);
    }

    private Letter write(
            String cycle,
            Person to,
            Meeting meeting,
            Person representative,
            Names.Venue venue,
            OpenQuestions.Others others) {
        Letter letter = letters.remind("reminder", to, meeting).of(cycle).from(representative);
        return letter.subject(meeting.title(), letter.moment(meeting.dates().asksCloseAt()))
                .say("opening", representative.name(), meeting.title())
                .meeting(venue)
                .say("until", letter.moment(meeting.dates().asksCloseAt()))
                .say("nothing")
                .action(".giveAsks", Purpose.GIVE_ASKS, cycle, AskChoices.in(letter))
                .more(".alsoAsked", others.of(letter))
                .reach(representative)
                .stop(".stop", List.of());
    }
}
