package nl.ruggespraak.process.representativeneeded;

import nl.ruggespraak.notice.RepresentativeNeededNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Remind the manager that nobody has been named; the chair hears of it, too. */
@Component
class RemindToNameDelegate implements JavaDelegate {

    private final RepresentativeNeededNotice notice;

    RemindToNameDelegate(RepresentativeNeededNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.remind(execution.getProcessBusinessKey());
    }
}
