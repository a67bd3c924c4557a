package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.InviteOrganisations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invite member organisations. */
@Component
class InviteOrganisationsDelegate implements JavaDelegate {

    private final InviteOrganisations inviteOrganisations;

    InviteOrganisationsDelegate(InviteOrganisations inviteOrganisations) {
        this.inviteOrganisations = inviteOrganisations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        inviteOrganisations.invite(execution.getProcessBusinessKey());
    }
}
