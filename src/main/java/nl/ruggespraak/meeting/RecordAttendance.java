package nl.ruggespraak.meeting;

import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The representative tells whether they were at the meeting. */
@Component
public class RecordAttendance {

    private final JdbcMeetings meetings;
    private final People people;
    private final AuditTrail audit;

    RecordAttendance(JdbcMeetings meetings, People people, AuditTrail audit) {
        this.meetings = meetings;
        this.people = people;
        this.audit = audit;
    }

    /** Notes it once. */
    @Transactional
    public void record(String cycle, boolean attended) {
        if (!meetings.attended(cycle, attended)) {
            throw Refusal.of("attended", "refusal.attended.recorded");
        }
        if (attended) {
            people.attended(
                    meetings.cycle(cycle).representative(),
                    meetings.ofCycle(cycle).dates().startsAt());
        }
        audit.record(
                Action.ATTENDANCE_RECORDED,
                "cycle/" + cycle,
                MeetingCycle.organisationOf(cycle),
                attended ? "attended" : "not attended");
    }
}
