package nl.ruggespraak.process.reportback;

import nl.ruggespraak.notice.ReportBackReminderNotice;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.reportback.RemindOfReportBacks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Remind the colleague, also of other answers that wait. */
@Component
class RemindColleagueDelegate implements JavaDelegate {

    private final RemindOfReportBacks remindOfReportBacks;
    private final ReportBackReminderNotice notice;

    RemindColleagueDelegate(RemindOfReportBacks remindOfReportBacks, ReportBackReminderNotice notice) {
        this.remindOfReportBacks = remindOfReportBacks;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(remindOfReportBacks.due(ProcessVariables.REPORT_BACK.in(execution)));
    }
}
