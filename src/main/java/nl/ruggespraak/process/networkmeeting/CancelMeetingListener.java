package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.CancelMeeting;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The message that a meeting is cancelled; one that has begun refuses it. What our own page did is done. */
@Component
class CancelMeetingListener implements ExecutionListener {

    private final CancelMeeting cancelMeeting;

    CancelMeetingListener(CancelMeeting cancelMeeting) {
        this.cancelMeeting = cancelMeeting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (!ProcessVariables.BY_OURSELVES.isIn(execution)) {
            cancelMeeting.cancelledByMessage(execution.getProcessBusinessKey());
        }
    }
}
