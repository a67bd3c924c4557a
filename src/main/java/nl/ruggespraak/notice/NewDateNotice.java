package nl.ruggespraak.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells everybody concerned that a meeting has a new date. What stands in their calendars moves along. */
@Service
public class NewDateNotice {

    private final Letters letters;
    private final Calendars calendars;
    private final Appointments appointments;
    private final Attendees attendees;
    private final Meetings meetings;
    private final Asks asks;
    private final Names names;
    private final People people;

    NewDateNotice(
            Letters letters,
            Calendars calendars,
            Appointments appointments,
            Attendees attendees,
            Meetings meetings,
            Asks asks,
            Names names,
            People people) {
        this.letters = letters;
        this.calendars = calendars;
        this.appointments = appointments;
        this.attendees = attendees;
        this.meetings = meetings;
        this.asks = asks;
        this.names = names;
        this.people = people;
    }

    /** Posts it to the chair and the representatives, once for each rescheduling. */
    @Transactional
    public void sendToAttendees(String key) {
        Meeting meeting = meetings.get(key);
        Attendees.Going going = attendees.to(meeting);
        Names.Venue venue = names.of(meeting);
        Map<String, CalendarEntry> entries = calendars.change(appointments.meeting(meeting), going.all());
        List<Letter> written = new ArrayList<>();
        written.add(begin(key, going.chair(), meeting, venue).say("chair"));
        for (Attendees.Representative representative : going.representatives()) {
            Letter letter = begin(key, representative.person(), meeting, venue)
                    .of(representative.cycle())
                    .from(going.chair());
            written.add(
                    letter.say("representative", letter.moment(meeting.dates().asksCloseAt()))
                            .action(".openTasks")
                            .reach(going.chair()));
        }
        written.forEach(letter -> letter.enclose(entries.get(letter.to().key())));
        letters.post(written);
    }

    /**
     * Posts it to each of a batch of colleagues, once for each rescheduling. The deadline moves in the calendars of those who are still
     * asked: who has answered has nothing to do there any more, and a deadline that is taken away could be read as a meeting that is off.
     */
    @Transactional
    public void send(String cycle, Collection<String> colleagues) {
        MeetingCycle moved = meetings.cycle(cycle);
        Meeting meeting = meetings.get(moved.meeting());
        Person representative = people.get(moved.representative());
        Names.Venue venue = names.of(meeting);
        Collection<Person> to = people.all(colleagues).values();
        Set<String> stillAsked = asks.stillAsked(cycle, colleagues);
        Map<String, CalendarEntry> entries = calendars.change(
                appointments.askDeadline(meeting, cycle),
                to.stream().filter(person -> stillAsked.contains(person.key())).toList());
        letters.post(to.stream()
                .map(person ->
                        write(cycle, person, meeting, representative, venue).enclose(entries.get(person.key())))
                .toList());
    }

    private Letter write(String cycle, Person to, Meeting meeting, Person representative, Names.Venue venue) {
        Letter letter = begin(cycle, to, meeting, venue).of(cycle).from(representative);
        return letter.say("stays", letter.moment(meeting.dates().asksCloseAt()))
                .action(".openTasks")
                .reach(representative);
    }

    private Letter begin(String about, Person to, Meeting meeting, Names.Venue venue) {
        Letter letter = letters.begin("new-date", about + "/" + meeting.revision(), to, meeting);
        String when = letter.moment(meeting.dates().startsAt());
        return letter.subject(meeting.title(), when)
                .say("opening", meeting.title(), when)
                .meeting(venue);
    }
}
