package nl.ruggespraak.meeting;

import java.time.Clock;
import java.util.List;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A chair calls a meeting off. */
@Component
public class CancelMeeting {

    private final JdbcMeetings meetings;
    private final MeetingProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    CancelMeeting(JdbcMeetings meetings, MeetingProcess process, AuditTrail audit, Clock clock) {
        this.meetings = meetings;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Calls the meeting off.
     *
     * @throws Refusal when it has begun already: what was held can no longer be cancelled
     */
    @Transactional
    public void cancel(String key) {
        Checks checks = new Checks();
        checks.plain().require(meetings.get(key).dates().startsAt().isAfter(clock.instant()), "meeting", "begun");
        checks.refuseIfAny();
        if (!meetings.move(key, MeetingStatus.PLANNED, MeetingStatus.CANCELLED)) {
            throw Refusal.of("meeting", "refusal.meeting.notPlanned");
        }
        audit.record(Action.MEETING_CANCELLED, "meeting/" + key, null, "");
    }

    /** Ends the cycle of every organisation. */
    @Transactional
    public void passOn(String key) {
        List<MeetingCycle> open = meetings.cycles(key).stream()
                .filter(cycle -> cycle.status() != CycleStatus.CANCELLED)
                .toList();
        meetings.cancelCycles(key);
        process.cancelled(open);
    }
}
