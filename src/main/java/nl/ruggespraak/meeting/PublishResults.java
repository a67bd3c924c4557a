package nl.ruggespraak.meeting;

import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A chair of the network publishes what a meeting brought. */
@Component
public class PublishResults {

    private final JdbcMeetings meetings;
    private final ChairOfMeeting chair;
    private final AuditTrail audit;

    PublishResults(JdbcMeetings meetings, ChairOfMeeting chair, AuditTrail audit) {
        this.meetings = meetings;
        this.chair = chair;
        this.audit = audit;
    }

    /**
     * Publishes them.
     *
     * @param by key of the person who does it
     * @throws Refusal when that person does not lead the meeting's network, or the meeting is off or published
     */
    @Transactional
    public void publish(String meeting, String by) {
        chair.refuseOthers(meeting, by);
        if (!meetings.move(meeting, MeetingStatus.PLANNED, MeetingStatus.PUBLISHED)) {
            throw Refusal.of("meeting", "refusal.meeting.notPlanned");
        }
        audit.record(Action.RESULTS_PUBLISHED, "meeting/" + meeting, null, "");
    }
}
