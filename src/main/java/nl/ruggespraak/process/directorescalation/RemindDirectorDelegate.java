package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.notice.DecisionDueNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Remind the director. */
@Component
class RemindDirectorDelegate implements JavaDelegate {

    private final DecisionDueNotice notice;

    RemindDirectorDelegate(DecisionDueNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(ProcessVariables.ESCALATION.in(execution));
    }
}
