package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.notice.DeclineNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tell the representative that the director declined. */
@Component
class SendDeclineDelegate implements JavaDelegate {

    private final DeclineNotice notice;

    SendDeclineDelegate(DeclineNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(ProcessVariables.ESCALATION.in(execution));
    }
}
