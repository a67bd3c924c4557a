package nl.ruggespraak.process.askround;

import java.util.Date;
import nl.ruggespraak.meeting.Meetings;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Give asks is due when the asks close. One read costs less than a variable in each of ten thousand instances. */
@Component
class AskRoundDueListener implements TaskListener {

    private final Meetings meetings;

    AskRoundDueListener(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public void notify(DelegateTask task) {
        String cycle = task.getExecution().getProcessBusinessKey();
        task.setDueDate(Date.from(meetings.ofCycle(cycle).dates().asksCloseAt()));
    }
}
