package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.notice.BriefNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send the brief. */
@Component
class SendBriefDelegate implements JavaDelegate {

    private final BriefNotice notice;

    SendBriefDelegate(BriefNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(ProcessVariables.ESCALATION.in(execution));
    }
}
