package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.CancelMeeting;
import nl.ruggespraak.meeting.ChairOfMeeting;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.SignedIn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The message that a meeting is cancelled; one that has begun refuses it, and so does one of a network that the sender does not lead. What our own page did is done. */
@Component
class CancelMeetingListener implements ExecutionListener {

    private final CancelMeeting cancelMeeting;
    private final ChairOfMeeting chair;
    private final SignedIn signedIn;

    CancelMeetingListener(CancelMeeting cancelMeeting, ChairOfMeeting chair, SignedIn signedIn) {
        this.cancelMeeting = cancelMeeting;
        this.chair = chair;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (!ProcessVariables.BY_OURSELVES.isIn(execution)) {
            String meeting = execution.getProcessBusinessKey();
            signedIn.find().ifPresent(person -> chair.refuseOthers(meeting, person));
            cancelMeeting.cancelledByMessage(meeting);
        }
    }
}
