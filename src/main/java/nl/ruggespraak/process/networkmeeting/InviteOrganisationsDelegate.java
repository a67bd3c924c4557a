package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.InviteOrganisations;
import nl.ruggespraak.notice.MeetingInvitationNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invite member organisations: those who go get the meeting into their calendars. */
@Component
class InviteOrganisationsDelegate implements JavaDelegate {

    private final InviteOrganisations inviteOrganisations;
    private final MeetingInvitationNotice notice;

    InviteOrganisationsDelegate(InviteOrganisations inviteOrganisations, MeetingInvitationNotice notice) {
        this.inviteOrganisations = inviteOrganisations;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        inviteOrganisations.invite(execution.getProcessBusinessKey());
        notice.sendToAll(execution.getProcessBusinessKey());
    }
}
