package nl.ruggespraak.process.reportback;

import nl.ruggespraak.notice.ReportBackReminderNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Remind the colleague. */
@Component
class RemindColleagueDelegate implements JavaDelegate {

    private final ReportBackReminderNotice notice;

    RemindColleagueDelegate(ReportBackReminderNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(ProcessVariables.REPORT_BACK.in(execution));
    }
}
