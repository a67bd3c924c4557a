package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.CancelMeeting;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Cancel with the organisations. */
@Component
class CancelCyclesDelegate implements JavaDelegate {

    private final CancelMeeting cancelMeeting;

    CancelCyclesDelegate(CancelMeeting cancelMeeting) {
        this.cancelMeeting = cancelMeeting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cancelMeeting.passOn(execution.getProcessBusinessKey());
    }
}
