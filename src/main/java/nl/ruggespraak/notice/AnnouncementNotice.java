package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.ask.StandardAnnouncement;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a colleague that a meeting is coming, what is asked, and until when: that goes into the calendar. */
@Service
public class AnnouncementNotice {

    private final Letters letters;
    private final Calendars calendars;
    private final Appointments appointments;
    private final Meetings meetings;
    private final Names names;
    private final People people;
    private final StandardAnnouncement standard;

    AnnouncementNotice(
            Letters letters,
            Calendars calendars,
            Appointments appointments,
            Meetings meetings,
            Names names,
            People people,
            StandardAnnouncement standard) {
        this.letters = letters;
        this.calendars = calendars;
        this.appointments = appointments;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
        this.standard = standard;
    }

    /** Posts it, once for each cycle and colleague. */
    @Transactional
    public void send(String cycle, String colleague) {
        MeetingCycle announced = meetings.cycle(cycle);
        Meeting meeting = meetings.get(announced.meeting());
        Person representative = people.get(announced.representative());
        Person to = people.get(colleague);
        Letter letter =
                letters.begin("announcement", cycle, to, meeting).of(cycle).from(representative);
        letters.post(List.of(letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", representative.name(), meeting.title())
                .quote(representative, standard.asReadIn(letter.language(), announced, meeting, representative))
                .heading("question")
                .say("asked")
                .say("until", letter.moment(meeting.dates().asksCloseAt()))
                .action(".giveAsks", Purpose.GIVE_ASKS, cycle, AskChoices.in(letter))
                .heading("meeting")
                .meeting(names.of(meeting))
                .items(".statements", meeting.statements())
                .reach(representative)
                .enclose(calendars
                        .giveInTime(appointments.askDeadline(meeting, cycle), representative, List.of(to))
                        .get(colleague))));
    }
}
