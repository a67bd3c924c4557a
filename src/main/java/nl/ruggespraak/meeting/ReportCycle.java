package nl.ruggespraak.meeting;

import java.time.Clock;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps count of which organisations have reported back to their colleagues. */
@Component
public class ReportCycle {

    private final JdbcMeetings meetings;
    private final MeetingProcess process;
    private final Clock clock;

    ReportCycle(JdbcMeetings meetings, MeetingProcess process, Clock clock) {
        this.meetings = meetings;
        this.process = process;
        this.clock = clock;
    }

    /** The representative of this cycle has reported back; the last of a meeting completes it. */
    @Transactional
    public void reported(String cycle) {
        String meeting = meetings.cycle(cycle).meeting();
        meetings.lock(meeting);
        if (!meetings.reported(cycle, clock.instant())) {
            throw Refusal.of("reportBacks", "refusal.reportBacks.sent");
        }
        if (meetings.allReported(meeting)) {
            process.allReported(meeting);
        }
    }

    /** This cycle has been evaluated; false when it was before. */
    @Transactional
    public boolean evaluated(String cycle) {
        return meetings.moveCycle(cycle, CycleStatus.EVALUATED, CycleStatus.REPORTED);
    }

    /** Whether every organisation has reported. Nobody's report can slip in until the transaction ends. */
    @Transactional
    public boolean everybodyReported(String meeting) {
        meetings.lock(meeting);
        return meetings.allReported(meeting);
    }
}
