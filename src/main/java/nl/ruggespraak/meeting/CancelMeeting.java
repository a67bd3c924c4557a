package nl.ruggespraak.meeting;

import java.time.Clock;
import java.util.List;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A chair calls a meeting off. */
@Component
public class CancelMeeting {

    private static final int LONGEST_REASON = 1_000;

    private final JdbcMeetings meetings;
    private final MeetingProcess process;
    private final AskForRepresentatives askForRepresentatives;
    private final AuditTrail audit;
    private final Clock clock;

    CancelMeeting(
            JdbcMeetings meetings,
            MeetingProcess process,
            AskForRepresentatives askForRepresentatives,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.process = process;
        this.askForRepresentatives = askForRepresentatives;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether a meeting could be called off for this reason. Nothing changes.
     *
     * @param seen the meeting as the chair saw it
     * @return the reason as it would be told
     * @throws Refusal when it could not
     */
    @Transactional(readOnly = true)
    public String look(RescheduleMeeting.Seen seen, @Nullable String reason) {
        return check(meetings.get(seen.key()), seen.revision(), reason);
    }

    /**
     * Calls the meeting off, and lets everybody know who knows of it.
     *
     * @param seen the meeting as the chair saw it
     * @param reason why, in words for everybody who is told
     * @throws Refusal when no reason is given, or the meeting has changed since it was seen, or has begun: what was held can no longer be
     *     cancelled
     */
    @Transactional
    public void cancel(RescheduleMeeting.Seen seen, @Nullable String reason) {
        Meeting meeting = meetings.get(seen.key());
        callOff(meeting, seen.revision(), check(meeting, seen.revision(), reason));
        process.cancelled(meeting);
    }

    /**
     * A message has called the meeting off for its process, which tells everybody by itself.
     *
     * @throws Refusal when it has begun already, or is off
     */
    @Transactional
    public void cancelledByMessage(String key) {
        Meeting meeting = meetings.get(key);
        meeting.refuseUnlessOpen(meeting.revision(), clock.instant());
        callOff(meeting, meeting.revision(), "");
    }

    /** Ends the cycle of every organisation. */
    @Transactional
    public void passOn(String key) {
        List<MeetingCycle> open = meetings.cycles(key).stream()
                .filter(cycle -> cycle.status() != CycleStatus.CANCELLED)
                .toList();
        meetings.cancelCycles(key);
        process.cancelled(open);
        askForRepresentatives.endAll(key);
    }

    private String check(Meeting meeting, int revision, @Nullable String reason) {
        meeting.refuseUnlessOpen(revision, clock.instant());
        Checks checks = new Checks();
        String why = checks.plain().text("cancelReason", reason, LONGEST_REASON);
        checks.refuseIfAny();
        return why;
    }

    private void callOff(Meeting meeting, int revision, String reason) {
        if (!meetings.cancel(meeting.key(), revision, reason)) {
            throw Refusal.of("meeting", "refusal.meeting.changed");
        }
        audit.record(Action.MEETING_CANCELLED, "meeting/" + meeting.key(), null, "");
    }
}
