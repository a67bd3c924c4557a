package nl.ruggespraak.meeting;

import java.util.List;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the cycle of every member organisation that has a representative. */
@Component
public class InviteOrganisations {

    private final JdbcMeetings meetings;
    private final MeetingProcess process;
    private final AuditTrail audit;

    InviteOrganisations(JdbcMeetings meetings, MeetingProcess process, AuditTrail audit) {
        this.meetings = meetings;
        this.process = process;
        this.audit = audit;
    }

    @Transactional
    public void invite(String meeting) {
        List<MeetingCycle> opened = meetings.openCycles(meeting);
        audit.record(Action.ORGANISATIONS_INVITED, "meeting/" + meeting, null, "organisations: " + opened.size());
        process.invited(meetings.get(meeting), opened);
    }
}
