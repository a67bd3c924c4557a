package nl.ruggespraak.process.networkmeeting;

import java.time.LocalDateTime;
import java.util.List;
import nl.ruggespraak.meeting.ChairOfMeeting;
import nl.ruggespraak.meeting.RescheduleMeeting;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.SignedIn;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * The message that a meeting is rescheduled brings {@code startsAt}, {@code endsAt} and perhaps {@code location}; dates that cannot be refuse the message,
 * and so does a network that the sender does not lead. What our own page did is done.
 */
@Component
class RescheduleMeetingListener implements ExecutionListener {

    private final RescheduleMeeting rescheduleMeeting;
    private final ChairOfMeeting chair;
    private final SignedIn signedIn;

    RescheduleMeetingListener(RescheduleMeeting rescheduleMeeting, ChairOfMeeting chair, SignedIn signedIn) {
        this.rescheduleMeeting = rescheduleMeeting;
        this.chair = chair;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (ProcessVariables.BY_OURSELVES.isIn(execution)) {
            return;
        }
        String meeting = execution.getProcessBusinessKey();
        signedIn.find().ifPresent(person -> chair.refuseOthers(meeting, person));
        FormFields fields = FormFields.of(execution);
        LocalDateTime startsAt = fields.dateTime("startsAt");
        LocalDateTime endsAt = fields.dateTime("endsAt");
        String location = fields.key("location");
        fields.refuseProblems();
        execution.removeVariables(List.of("startsAt", "endsAt", "location"));
        rescheduleMeeting.rescheduledByMessage(meeting, startsAt, endsAt, location);
    }
}
