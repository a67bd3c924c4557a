package nl.ruggespraak.process.reportback;

import nl.ruggespraak.notice.SilenceNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tell the representative of the silence. */
@Component
class TellRepresentativeDelegate implements JavaDelegate {

    private final SilenceNotice notice;

    TellRepresentativeDelegate(SilenceNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(ProcessVariables.REPORT_BACK.in(execution));
    }
}
