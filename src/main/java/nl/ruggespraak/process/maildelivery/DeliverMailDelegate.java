package nl.ruggespraak.process.maildelivery;

import nl.ruggespraak.mail.DeliverMail;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Delivers the mail. */
@Component
class DeliverMailDelegate implements JavaDelegate {

    private final DeliverMail deliverMail;

    DeliverMailDelegate(DeliverMail deliverMail) {
        this.deliverMail = deliverMail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariables.DELIVERED.set(execution, deliverMail.deliver(ProcessVariables.MAIL.in(execution)));
    }
}
