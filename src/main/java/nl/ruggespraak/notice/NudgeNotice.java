package nl.ruggespraak.notice;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.ruggespraak.ask.Nudges;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells colleagues that the representative asks them once more. */
@Service
public class NudgeNotice implements Nudges {

    private final Letters letters;
    private final Meetings meetings;
    private final Names names;
    private final People people;

    NudgeNotice(Letters letters, Meetings meetings, Names names, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
    }

    /** Posts it to each of a batch of colleagues, at most once a day. */
    @Override
    @Transactional
    public Set<String> nudged(String cycle, Collection<String> colleagues, String words) {
        MeetingCycle asked = meetings.cycle(cycle);
        Meeting meeting = meetings.get(asked.meeting());
        Person representative = people.get(asked.representative());
        Names.Venue venue = names.of(meeting);
        List<Letter> written = people.all(colleagues).values().stream()
                .map(person -> write(cycle, person, meeting, representative, venue, words))
                .toList();
        return letters.post(written);
    }

    private Letter write(
            String cycle, Person to, Meeting meeting, Person representative, Names.Venue venue, String words) {
        Letter letter = letters.remind("nudge", to, meeting).of(cycle).from(representative);
        return letter.subject(representative.name(), meeting.title())
                .say("opening", representative.name(), meeting.title())
                .quote(representative, words)
                .say("until", letter.moment(meeting.dates().asksCloseAt()))
                .action(".giveAsks", Purpose.GIVE_ASKS, cycle, AskChoices.in(letter))
                .meeting(venue)
                .reach(representative)
                .stop(".stop", List.of());
    }
}
