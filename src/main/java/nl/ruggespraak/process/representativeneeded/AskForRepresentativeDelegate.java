package nl.ruggespraak.process.representativeneeded;

import nl.ruggespraak.notice.RepresentativeNeededNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ask the manager to name a representative, or to attend. */
@Component
class AskForRepresentativeDelegate implements JavaDelegate {

    private final RepresentativeNeededNotice notice;

    AskForRepresentativeDelegate(RepresentativeNeededNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.ask(execution.getProcessBusinessKey());
    }
}
