package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.reportback.StartReportBacks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answer each colleague: the next batch. */
@Component
class StartReportBacksDelegate implements JavaDelegate {

    private final StartReportBacks startReportBacks;

    StartReportBacksDelegate(StartReportBacks startReportBacks) {
        this.startReportBacks = startReportBacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        startReportBacks.start(execution.getProcessBusinessKey());
    }
}
