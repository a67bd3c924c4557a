package nl.ruggespraak.process.directorescalation;

import java.util.List;
import nl.ruggespraak.escalation.ReportStaffAtRisk;
import nl.ruggespraak.escalation.StaffAtRiskDraft;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Report staff at risk. */
@Component
class ReportStaffAtRiskListener implements TaskListener {

    private final ReportStaffAtRisk reportStaffAtRisk;

    ReportStaffAtRiskListener(ReportStaffAtRisk reportStaffAtRisk) {
        this.reportStaffAtRisk = reportStaffAtRisk;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        List<StaffAtRiskDraft> drafts = fields.rows("staffAtRisk").stream()
                .map(ReportStaffAtRiskListener::draft)
                .toList();
        fields.refuseProblems();
        reportStaffAtRisk.report(
                ProcessVariables.ESCALATION.in(task), ProcessVariables.DEPARTMENT_HEAD.in(task), drafts);
    }

    private static StaffAtRiskDraft draft(FormFields row) {
        return new StaffAtRiskDraft(
                row.key("occupation"), row.wholeNumber("headcount"), row.key("region"), row.date("from"));
    }
}
