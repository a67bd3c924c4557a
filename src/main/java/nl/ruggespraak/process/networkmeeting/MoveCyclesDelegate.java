package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.RescheduleMeeting;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Pass on the new date. */
@Component
class MoveCyclesDelegate implements JavaDelegate {

    private final RescheduleMeeting rescheduleMeeting;

    MoveCyclesDelegate(RescheduleMeeting rescheduleMeeting) {
        this.rescheduleMeeting = rescheduleMeeting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rescheduleMeeting.passOn(execution.getProcessBusinessKey());
    }
}
