package nl.ruggespraak.process.reportback;

import java.util.Date;
import nl.ruggespraak.notice.ReportBackNotice;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.reportback.SendReportBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send the report-back. */
@Component
class SendReportBackDelegate implements JavaDelegate {

    private final SendReportBack sendReportBack;
    private final ReportBackNotice notice;

    SendReportBackDelegate(SendReportBack sendReportBack, ReportBackNotice notice) {
        this.sendReportBack = sendReportBack;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long reportBack = ProcessVariables.REPORT_BACK.in(execution);
        SendReportBack.Sent sent = sendReportBack.send(reportBack);
        notice.send(reportBack);
        ProcessVariables.ASKS_FOR_ACTION.set(execution, sent.asksForAction());
        ProcessVariables.ACT_DUE_AT.set(execution, Date.from(sent.actDueAt()));
    }
}
