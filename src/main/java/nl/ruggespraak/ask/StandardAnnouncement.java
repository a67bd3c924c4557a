package nl.ruggespraak.ask;

import java.util.Locale;
import java.util.Objects;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words with which a meeting is announced when the representative writes none. */
@Component
public class StandardAnnouncement {

    private final Meetings meetings;
    private final People people;
    private final MessageSource messages;

    StandardAnnouncement(Meetings meetings, People people, MessageSource messages) {
        this.meetings = meetings;
        this.people = people;
        this.messages = messages;
    }

    /** The standard text for a cycle, in its representative's language. */
    public String of(String cycle) {
        MeetingCycle announced = meetings.cycle(cycle);
        Meeting meeting = meetings.get(announced.meeting());
        Person representative = people.get(announced.representative());
        return text(meeting, representative, representative.language());
    }

    /** What was announced, for a reader: the standard text in the reader's language, a representative's own words as they are. */
    public String asReadIn(Locale language, MeetingCycle cycle, Meeting meeting, Person representative) {
        String announced = Objects.requireNonNullElse(cycle.announcement(), "");
        return announced.equals(text(meeting, representative, representative.language()))
                ? text(meeting, representative, language)
                : announced;
    }

    private String text(Meeting meeting, Person representative, Locale language) {
        return messages.getMessage(
                "announcement.standard", new Object[] {meeting.title(), representative.name()}, language);
    }
}
