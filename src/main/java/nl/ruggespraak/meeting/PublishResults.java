package nl.ruggespraak.meeting;

import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chair publishes what a meeting brought. */
@Component
public class PublishResults {

    private final JdbcMeetings meetings;

    PublishResults(JdbcMeetings meetings) {
        this.meetings = meetings;
    }

    @Transactional
    public void publish(String meeting) {
        if (!meetings.move(meeting, MeetingStatus.PLANNED, MeetingStatus.PUBLISHED)) {
            throw Refusal.of("meeting", "refusal.meeting.notPlanned");
        }
    }
}
