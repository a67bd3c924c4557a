package nl.ruggespraak.notice;

import java.util.List;
import java.util.Set;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the managers of an organisation that its report-backs are overdue. */
@Service
public class ReportBacksOverdueNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final People people;

    ReportBacksOverdueNotice(Letters letters, Meetings meetings, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.people = people;
    }

    /** Posts it to each manager, once for each cycle. */
    @Transactional
    public void send(String cycle) {
        MeetingCycle overdue = meetings.cycle(cycle);
        Meeting meeting = meetings.get(overdue.meeting());
        Person representative = people.get(overdue.representative());
        List<Letter> written = people.of(overdue.organisation(), Set.of(Role.MANAGER)).stream()
                .map(manager -> write(cycle, manager, meeting, representative))
                .toList();
        letters.post(written);
    }

    private Letter write(String cycle, Person manager, Meeting meeting, Person representative) {
        Letter letter = letters.begin("report-backs-overdue", cycle, manager, meeting)
                .of(cycle)
                .from(representative);
        return letter.subject(meeting.title())
                .say("opening", meeting.title(), letter.meetingDay(), representative.name())
                .say("why")
                .reach(representative);
    }
}
