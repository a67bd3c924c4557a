package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.RescheduleMeeting;
import nl.ruggespraak.notice.NewDateNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Pass on the new date: to every organisation's cycle, and to those who go. */
@Component
class MoveCyclesDelegate implements JavaDelegate {

    private final RescheduleMeeting rescheduleMeeting;
    private final NewDateNotice notice;

    MoveCyclesDelegate(RescheduleMeeting rescheduleMeeting, NewDateNotice notice) {
        this.rescheduleMeeting = rescheduleMeeting;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rescheduleMeeting.passOn(execution.getProcessBusinessKey());
        notice.sendToAttendees(execution.getProcessBusinessKey());
    }
}
