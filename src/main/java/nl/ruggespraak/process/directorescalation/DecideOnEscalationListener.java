package nl.ruggespraak.process.directorescalation;

import java.time.Instant;
import java.util.Date;
import nl.ruggespraak.escalation.DecideOnEscalation;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.SignedIn;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Decide on the escalation. The decision itself leaves the task as its output parameter. */
@Component
class DecideOnEscalationListener implements TaskListener {

    private final DecideOnEscalation decideOnEscalation;
    private final SignedIn signedIn;

    DecideOnEscalationListener(DecideOnEscalation decideOnEscalation, SignedIn signedIn) {
        this.decideOnEscalation = decideOnEscalation;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        String decision = fields.text("decision");
        String reason = fields.text("reason");
        fields.refuseProblems();
        Instant dealDueAt =
                decideOnEscalation.decide(ProcessVariables.ESCALATION.in(task), decision, reason, signedIn.person());
        ProcessVariables.DEAL_DUE_AT.set(task.getExecution(), Date.from(dealDueAt));
    }
}
