package nl.ruggespraak.process.reportback;

import java.time.LocalDate;
import java.util.Date;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.SignedIn;
import nl.ruggespraak.process.forms.FormFields;
import nl.ruggespraak.reportback.ActOnReportBack;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Act on the report-back. */
@Component
class ActOnReportBackListener implements TaskListener {

    private final ActOnReportBack actOnReportBack;
    private final SignedIn signedIn;

    ActOnReportBackListener(ActOnReportBack actOnReportBack, SignedIn signedIn) {
        this.actOnReportBack = actOnReportBack;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        String outcome = fields.text("outcome");
        String details = fields.text("details");
        Long headcount = fields.wholeNumber("headcount");
        LocalDate nextStepOn = fields.date("nextStepOn");
        fields.refuseProblems();
        long reportBack = ProcessVariables.REPORT_BACK.in(task);
        ActOnReportBack.Followed followed =
                actOnReportBack.act(reportBack, outcome, details, headcount, nextStepOn, signedIn.person());
        ProcessVariables.OUTCOME_KNOWN.set(task, followed.outcomeKnown());
        followed.again().ifPresent(again -> {
            ProcessVariables.NEXT_STEP_AT.set(task, Date.from(again.askAt()));
            ProcessVariables.ACT_DUE_AT.set(task, Date.from(again.dueAt()));
        });
    }
}
