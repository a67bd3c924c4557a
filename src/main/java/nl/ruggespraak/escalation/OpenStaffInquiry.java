package nl.ruggespraak.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.shared.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the department heads whom they have. */
@Component
public class OpenStaffInquiry {

    private final JdbcEscalations escalations;
    private final Meetings meetings;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final Clock clock;

    OpenStaffInquiry(
            JdbcEscalations escalations, Meetings meetings, WorkingDays workingDays, AuditTrail audit, Clock clock) {
        this.escalations = escalations;
        this.meetings = meetings;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens the inquiry with every department head of the organisation; done twice, it changes nothing but the deadline. */
    @Transactional
    public Inquiry open(long escalationId) {
        Escalation escalation = escalations.get(escalationId);
        MeetingCycle cycle = meetings.cycle(escalation.cycle());
        Meeting meeting = meetings.get(cycle.meeting());
        Instant endsAt =
                workingDays.eveningAfter(clock.instant(), meeting.deadlines().of(Deadline.INQUIRY), meeting.zone());
        if (!escalations.openInquiry(escalationId, cycle.organisation(), endsAt)) {
            throw new IllegalStateException(
                    "Escalation " + escalationId + " has no inquiry, it is " + escalation.status());
        }
        List<String> departmentHeads = escalations.departmentHeads(escalationId);
        audit.record(
                Action.STAFF_INQUIRY_OPENED,
                escalation.subject(),
                escalation.organisation(),
                "department heads: " + departmentHeads.size());
        return new Inquiry(departmentHeads, endsAt);
    }

    /**
     * @param departmentHeads keys of those who are asked
     * @param endsAt until when they answer
     */
    public record Inquiry(List<String> departmentHeads, Instant endsAt) {}
}
