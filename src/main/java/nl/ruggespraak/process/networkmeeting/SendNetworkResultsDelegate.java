package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.notice.NetworkResultsNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send results to members. */
@Component
class SendNetworkResultsDelegate implements JavaDelegate {

    private final NetworkResultsNotice notice;

    SendNetworkResultsDelegate(NetworkResultsNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(execution.getProcessBusinessKey());
    }
}
