package nl.ruggespraak.process.directorescalation;

import java.time.Instant;
import java.util.Date;
import nl.ruggespraak.escalation.AgreeDeal;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.SignedIn;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Agree the deal. */
@Component
class AgreeDealListener implements TaskListener {

    private final AgreeDeal agreeDeal;
    private final SignedIn signedIn;

    AgreeDealListener(AgreeDeal agreeDeal, SignedIn signedIn) {
        this.agreeDeal = agreeDeal;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        boolean agreed = fields.flag("agreed");
        Long headcount = fields.wholeNumber("headcount");
        String terms = fields.text("terms");
        fields.refuseProblems();
        Instant placementsDueAt =
                agreeDeal.agree(ProcessVariables.ESCALATION.in(task), agreed, headcount, terms, signedIn.person());
        ProcessVariables.DEAL_AGREED.set(task, agreed);
        ProcessVariables.PLACEMENTS_DUE_AT.set(task.getExecution(), Date.from(placementsDueAt));
    }
}
