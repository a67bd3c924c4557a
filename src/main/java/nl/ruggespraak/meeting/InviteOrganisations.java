package nl.ruggespraak.meeting;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the cycle of every member organisation that has a representative. */
@Component
public class InviteOrganisations {

    private final JdbcMeetings meetings;
    private final MeetingProcess process;

    InviteOrganisations(JdbcMeetings meetings, MeetingProcess process) {
        this.meetings = meetings;
        this.process = process;
    }

    @Transactional
    public void invite(String meeting) {
        process.invited(meetings.get(meeting), meetings.openCycles(meeting));
    }
}
