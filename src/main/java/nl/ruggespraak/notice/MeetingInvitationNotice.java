package nl.ruggespraak.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a meeting into the calendars of those who go, as soon as it is planned: weeks before it is announced, for whoever speaks for an
 * organisation must keep the day free.
 */
@Service
public class MeetingInvitationNotice {

    private final Letters letters;
    private final Calendars calendars;
    private final Appointments appointments;
    private final Attendees attendees;
    private final Meetings meetings;
    private final Names names;

    MeetingInvitationNotice(
            Letters letters,
            Calendars calendars,
            Appointments appointments,
            Attendees attendees,
            Meetings meetings,
            Names names) {
        this.letters = letters;
        this.calendars = calendars;
        this.appointments = appointments;
        this.attendees = attendees;
        this.meetings = meetings;
        this.names = names;
    }

    /** Posts it to the chair and to each representative who does not have it yet. */
    @Transactional
    public void sendToAll(String key) {
        Meeting meeting = meetings.get(key);
        Attendees.Going going = attendees.to(meeting);
        Names.Venue venue = names.of(meeting);
        Map<String, CalendarEntry> entries = calendars.give(appointments.meeting(meeting), going.chair(), going.all());
        List<Letter> written = new ArrayList<>();
        CalendarEntry own = entries.get(going.chair().key());
        if (own != null) {
            written.add(planned(meeting, going, venue, own));
        }
        for (Attendees.Representative representative : going.representatives()) {
            CalendarEntry entry = entries.get(representative.person().key());
            if (entry != null) {
                written.add(invitation(
                        representative.cycle(), representative.person(), meeting, going.chair(), venue, entry));
            }
        }
        letters.post(written);
    }

    private Letter planned(Meeting meeting, Attendees.Going going, Names.Venue venue, CalendarEntry entry) {
        Letter letter = letters.begin("planned", about(meeting.key(), entry), going.chair(), meeting);
        return letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", meeting.title(), going.representatives().size())
                .meeting(venue)
                .items(".statements", meeting.statements())
                .say(".enclosed")
                .enclose(entry);
    }

    private Letter invitation(
            String cycle, Person to, Meeting meeting, Person chair, Names.Venue venue, CalendarEntry entry) {
        Letter letter = letters.begin("invitation", about(cycle, entry), to, meeting)
                .of(cycle)
                .from(chair);
        return letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", chair.name(), meeting.title())
                .meeting(venue)
                .items(".statements", meeting.statements())
                .say(".enclosed")
                .say("next")
                .reach(chair)
                .enclose(entry);
    }

    /** Somebody may be invited, leave, and be invited again: each time is another letter. */
    private static String about(String key, CalendarEntry entry) {
        return key + "/" + entry.sequence();
    }
}
