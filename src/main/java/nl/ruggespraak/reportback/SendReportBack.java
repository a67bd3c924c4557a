package nl.ruggespraak.reportback;

import java.time.Clock;
import java.time.Instant;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.shared.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a report-back goes out to its colleague. */
@Component
public class SendReportBack {

    private final JdbcReportBacks reportBacks;
    private final Meetings meetings;
    private final WorkingDays workingDays;
    private final Clock clock;

    SendReportBack(JdbcReportBacks reportBacks, Meetings meetings, WorkingDays workingDays, Clock clock) {
        this.reportBacks = reportBacks;
        this.meetings = meetings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Marks it as sent; who is asked to act has the network's time for it. */
    @Transactional
    public Sent send(long reportBack) {
        ReportBack sent = reportBacks.get(reportBack);
        Instant now = clock.instant();
        if (!reportBacks.sent(reportBack, now)) {
            throw new IllegalStateException("Report-back " + reportBack + " cannot be sent, it is " + sent.status());
        }
        Meeting meeting = meetings.ofCycle(sent.cycle());
        return new Sent(
                sent.asksForAction(),
                workingDays.eveningAfter(now, meeting.deadlines().of(Deadline.ACT), meeting.zone()));
    }

    /**
     * @param asksForAction whether the colleague is asked to do something
     * @param actDueAt until when
     */
    public record Sent(boolean asksForAction, Instant actDueAt) {}
}
