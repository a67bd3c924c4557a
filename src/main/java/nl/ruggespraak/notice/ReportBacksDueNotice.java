package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.reportback.ReportBacks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the representative that colleagues wait for their report-backs. */
@Service
public class ReportBacksDueNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final ReportBacks reportBacks;
    private final People people;

    ReportBacksDueNotice(Letters letters, Meetings meetings, ReportBacks reportBacks, People people) {
        this.reportBacks = reportBacks;
        this.letters = letters;
        this.meetings = meetings;
        this.people = people;
    }

    /** Posts it, at most once a day; it names all meetings whose report-backs wait. */
    @Transactional
    public void send(String cycle) {
        MeetingCycle due = meetings.cycle(cycle);
        Meeting meeting = meetings.get(due.meeting());
        letters.post(List.of(letters.remind("report-backs-due", people.get(due.representative()), meeting)
                .of(cycle)
                .subject(meeting.title())
                .say("opening", meeting.title())
                .say("ready")
                .items("also", reportBacks.meetingsToReview(due.representative(), cycle))
                .action("send", WaitingTask.SEND_REPORT_BACKS, cycle)));
    }
}
