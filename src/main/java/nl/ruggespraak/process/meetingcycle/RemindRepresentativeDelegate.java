package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.notice.ReportBacksDueNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Remind the representative that the report-backs are due. */
@Component
class RemindRepresentativeDelegate implements JavaDelegate {

    private final ReportBacksDueNotice notice;

    RemindRepresentativeDelegate(ReportBacksDueNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(execution.getProcessBusinessKey());
    }
}
