package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.CancelMeeting;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The message that a meeting is cancelled; one that has begun refuses it. */
@Component
class CancelMeetingListener implements ExecutionListener {

    private final CancelMeeting cancelMeeting;

    CancelMeetingListener(CancelMeeting cancelMeeting) {
        this.cancelMeeting = cancelMeeting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        cancelMeeting.cancel(execution.getProcessBusinessKey());
    }
}
