package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.CancelMeeting;
import nl.ruggespraak.notice.CancellationNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Cancel with the organisations, and tell those who would have gone. */
@Component
class CancelCyclesDelegate implements JavaDelegate {

    private final CancelMeeting cancelMeeting;
    private final CancellationNotice notice;

    CancelCyclesDelegate(CancelMeeting cancelMeeting, CancellationNotice notice) {
        this.cancelMeeting = cancelMeeting;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cancelMeeting.passOn(execution.getProcessBusinessKey());
        notice.sendToAttendees(execution.getProcessBusinessKey());
    }
}
