package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the representative that colleagues wait for their report-backs. */
@Service
public class ReportBacksDueNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final People people;

    ReportBacksDueNotice(Letters letters, Meetings meetings, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.people = people;
    }

    /** Posts it, once for each cycle. */
    @Transactional
    public void send(String cycle) {
        MeetingCycle due = meetings.cycle(cycle);
        Meeting meeting = meetings.get(due.meeting());
        letters.post(List.of(letters.begin("report-backs-due", cycle, people.get(due.representative()), meeting)
                .of(cycle)
                .subject(meeting.title())
                .say("opening", meeting.title())
                .say("ready")
                .action(".openTasks")));
    }
}
