package nl.ruggespraak.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells everybody concerned that a meeting is off, and takes it out of their calendars. */
@Service
public class CancellationNotice {

    private final Letters letters;
    private final Calendars calendars;
    private final Appointments appointments;
    private final Attendees attendees;
    private final Meetings meetings;
    private final Names names;
    private final People people;

    CancellationNotice(
            Letters letters,
            Calendars calendars,
            Appointments appointments,
            Attendees attendees,
            Meetings meetings,
            Names names,
            People people) {
        this.letters = letters;
        this.calendars = calendars;
        this.appointments = appointments;
        this.attendees = attendees;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
    }

    /** Posts it to the chair and the representatives, once for each meeting. */
    @Transactional
    public void sendToAttendees(String key) {
        Meeting meeting = meetings.get(key);
        Attendees.Going going = attendees.to(meeting);
        Names.Venue venue = names.of(meeting);
        Map<String, CalendarEntry> entries = calendars.takeBack(appointments.meeting(meeting), going.all());
        List<Letter> written = new ArrayList<>();
        written.add(begin(key, going.chair(), meeting, venue).say("chair"));
        for (Attendees.Representative representative : going.representatives()) {
            written.add(begin(key, representative.person(), meeting, venue)
                    .of(representative.cycle())
                    .from(going.chair())
                    .say("closed")
                    .reach(going.chair()));
        }
        written.forEach(letter -> letter.enclose(entries.get(letter.to().key())));
        letters.post(written);
    }

    /** Posts it to each of a batch of colleagues, once for each cycle. */
    @Transactional
    public void send(String cycle, Collection<String> colleagues) {
        MeetingCycle cancelled = meetings.cycle(cycle);
        Meeting meeting = meetings.get(cancelled.meeting());
        Person representative = people.get(cancelled.representative());
        Names.Venue venue = names.of(meeting);
        Collection<Person> to = people.all(colleagues).values();
        Map<String, CalendarEntry> entries = calendars.takeBack(appointments.askDeadline(meeting, cycle), to);
        letters.post(to.stream()
                .map(person -> (cancelled.withdrawn()
                                ? withdrawal(cancelled, person, meeting, venue)
                                : begin(cycle, person, meeting, venue))
                        .of(cycle)
                        .from(representative)
                        .say("closed")
                        .reach(representative)
                        .enclose(entries.get(person.key())))
                .toList());
    }

    /** Tells the representative of an organisation that has left the network that it takes no part in this meeting any more. */
    @Transactional
    public void sendToRepresentative(String cycle) {
        MeetingCycle withdrawn = meetings.cycle(cycle);
        Meeting meeting = meetings.get(withdrawn.meeting());
        Person chair = attendees.to(meeting).chair();
        Person representative = people.get(withdrawn.representative());
        Map<String, CalendarEntry> entries = calendars.takeBack(appointments.meeting(meeting), List.of(representative));
        letters.post(List.of(withdrawal(withdrawn, representative, meeting, names.of(meeting))
                .of(cycle)
                .from(chair)
                .say("closed")
                .reach(chair)
                .enclose(entries.get(representative.key()))));
    }

    private Letter withdrawal(MeetingCycle cycle, Person to, Meeting meeting, Names.Venue venue) {
        Letter letter = letters.begin("withdrawal", cycle.key(), to, meeting);
        return letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", people.organisation(cycle.organisation()).name(), meeting.title())
                .meeting(venue);
    }

    private Letter begin(String about, Person to, Meeting meeting, Names.Venue venue) {
        Letter letter = letters.begin("cancellation", about, to, meeting);
        return letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", meeting.title())
                .fact("reason", meeting.cancelReason())
                .meeting(venue);
    }
}
