package nl.ruggespraak.process.meetingcycle;

import java.util.List;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.forms.FormFields;
import nl.ruggespraak.reportback.ReportBackEdit;
import nl.ruggespraak.reportback.ReviewReportBacks;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Send the report-backs. */
@Component
class SendReportBacksListener implements TaskListener {

    private static final int MOST_REPORT_BACKS = 10_000;

    private final ReviewReportBacks reviewReportBacks;

    SendReportBacksListener(ReviewReportBacks reviewReportBacks) {
        this.reviewReportBacks = reviewReportBacks;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        List<ReportBackEdit> edits = fields.rows("reportBacks", MOST_REPORT_BACKS).stream()
                .map(SendReportBacksListener::edit)
                .toList();
        fields.refuseProblems();
        String cycle = task.getExecution().getProcessBusinessKey();
        ProcessVariables.REPORT_BACK_BATCHES.set(task, reviewReportBacks.review(cycle, edits));
    }

    private static ReportBackEdit edit(FormFields row) {
        return new ReportBackEdit(
                row.wholeNumber("reportBack"), row.text("text"), row.isGiven("send") ? row.flag("send") : null);
    }
}
