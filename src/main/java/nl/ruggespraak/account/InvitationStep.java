package nl.ruggespraak.account;

import nl.ruggespraak.people.PasswordHolders;
import nl.ruggespraak.setup.SetupLine;
import nl.ruggespraak.setup.SetupLine.State;
import nl.ruggespraak.setup.SetupStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether people can sign in. */
@Component
@Order(95)
class InvitationStep implements SetupStep {

    private final PasswordHolders holders;

    InvitationStep(PasswordHolders holders) {
        this.holders = holders;
    }

    /** The administrator who reads this has one. */
    @Override
    public SetupLine look(Visit visit) {
        long withPassword = holders.count();
        return new SetupLine(
                        "invitations",
                        withPassword > 1 ? State.DONE : State.DOUBTFUL,
                        withPassword > 1 ? "setup.invitations.done" : "setup.invitations.missing",
                        withPassword)
                .at("/admin/invitations");
    }
}
