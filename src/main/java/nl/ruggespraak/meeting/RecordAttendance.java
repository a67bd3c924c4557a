package nl.ruggespraak.meeting;

import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The representative tells whether they were at the meeting. */
@Component
public class RecordAttendance {

    private final JdbcMeetings meetings;

    RecordAttendance(JdbcMeetings meetings) {
        this.meetings = meetings;
    }

    /** Notes it once. */
    @Transactional
    public void record(String cycle, boolean attended) {
        if (!meetings.attended(cycle, attended)) {
            throw Refusal.of("attended", "refusal.attended.recorded");
        }
    }
}
