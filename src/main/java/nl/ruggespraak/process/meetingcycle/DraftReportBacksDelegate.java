package nl.ruggespraak.process.meetingcycle;

import java.util.Date;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.reportback.DraftReportBacks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draft the report-backs. */
@Component
class DraftReportBacksDelegate implements JavaDelegate {

    private final DraftReportBacks draftReportBacks;

    DraftReportBacksDelegate(DraftReportBacks draftReportBacks) {
        this.draftReportBacks = draftReportBacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DraftReportBacks.Deadlines deadlines = draftReportBacks.draft(execution.getProcessBusinessKey());
        ProcessVariables.REPORT_BACKS_DUE_AT.set(execution, Date.from(deadlines.dueAt()));
        ProcessVariables.REPORT_BACKS_OVERDUE_AT.set(execution, Date.from(deadlines.overdueAt()));
    }
}
