package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.ReportCycle;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Check who has reported. */
@Component
class CheckReportsDelegate implements JavaDelegate {

    private final ReportCycle reportCycle;

    CheckReportsDelegate(ReportCycle reportCycle) {
        this.reportCycle = reportCycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariables.ALL_REPORTED.set(execution, reportCycle.everybodyReported(execution.getProcessBusinessKey()));
    }
}
