package nl.ruggespraak.meeting;

import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chair publishes what a meeting brought. */
@Component
public class PublishResults {

    private final JdbcMeetings meetings;
    private final AuditTrail audit;

    PublishResults(JdbcMeetings meetings, AuditTrail audit) {
        this.meetings = meetings;
        this.audit = audit;
    }

    @Transactional
    public void publish(String meeting) {
        if (!meetings.move(meeting, MeetingStatus.PLANNED, MeetingStatus.PUBLISHED)) {
            throw Refusal.of("meeting", "refusal.meeting.notPlanned");
        }
        audit.record(Action.RESULTS_PUBLISHED, "meeting/" + meeting, null, "");
    }
}
