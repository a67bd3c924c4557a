package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.notice.ResultNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send the result. */
@Component
class SendResultDelegate implements JavaDelegate {

    private final ResultNotice notice;

    SendResultDelegate(ResultNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(ProcessVariables.ESCALATION.in(execution));
    }
}
