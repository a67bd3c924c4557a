package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.notice.InquiryNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send the inquiry. */
@Component
class SendInquiryDelegate implements JavaDelegate {

    private final InquiryNotice notice;

    SendInquiryDelegate(InquiryNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(ProcessVariables.ESCALATION.in(execution));
    }
}
