package nl.ruggespraak.process.askround;

import nl.ruggespraak.notice.AnnouncementNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send announcement. */
@Component
class SendAnnouncementDelegate implements JavaDelegate {

    private final AnnouncementNotice notice;

    SendAnnouncementDelegate(AnnouncementNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(execution.getProcessBusinessKey(), ProcessVariables.COLLEAGUE.in(execution));
    }
}
