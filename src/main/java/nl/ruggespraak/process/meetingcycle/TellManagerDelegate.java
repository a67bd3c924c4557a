package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.notice.ReportBacksOverdueNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tell the manager that the report-backs are overdue. */
@Component
class TellManagerDelegate implements JavaDelegate {

    private final ReportBacksOverdueNotice notice;

    TellManagerDelegate(ReportBacksOverdueNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(execution.getProcessBusinessKey());
    }
}
