package nl.ruggespraak.link.web;

import java.time.Instant;
import java.util.Locale;
import nl.ruggespraak.link.PersonalLink;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.DateInWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a link is about: which meeting, who is asked, and whom to turn to. */
@Component
class About {

    private final Meetings meetings;
    private final People people;

    About(Meetings meetings, People people) {
        this.meetings = meetings;
        this.people = people;
    }

    /** The language of the person whose link it is. */
    Locale language(PersonalLink link) {
        return people.get(link.person()).language();
    }

    /** Nothing is told when the link's purpose is gone altogether. */
    @Nullable
    Told of(PersonalLink link, Locale language) {
        if (link.cycle() == null) {
            return null;
        }
        MeetingCycle cycle = meetings.cycle(link.cycle());
        Meeting meeting = meetings.get(cycle.meeting());
        Person representative = people.get(cycle.representative());
        Instant since = link.since();
        return new Told(
                meeting.title(),
                DateInWords.of(meeting.dates().startsAt(), meeting.zone(), language) + " – "
                        + DateInWords.timeOf(meeting.dates().endsAt(), meeting.zone(), language),
                meeting.location(),
                people.organisation(meeting.host()).name(),
                people.get(link.person()).firstName(),
                representative.key().equals(link.person()) ? null : representative,
                since == null ? null : DateInWords.of(since, meeting.zone(), language));
    }

    /**
     * What is told.
     *
     * @param turnTo the representative; null when that is the reader
     * @param since the link's moment in words
     */
    record Told(
            String meeting,
            String when,
            String where,
            String host,
            String firstName,
            @Nullable Person turnTo,
            @Nullable String since) {}
}
