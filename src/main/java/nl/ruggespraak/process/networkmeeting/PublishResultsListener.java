package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.PublishResults;
import nl.ruggespraak.process.SignedIn;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Publish results. */
@Component
class PublishResultsListener implements TaskListener {

    private final PublishResults publishResults;
    private final SignedIn signedIn;

    PublishResultsListener(PublishResults publishResults, SignedIn signedIn) {
        this.publishResults = publishResults;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        publishResults.publish(task.getExecution().getProcessBusinessKey(), signedIn.person());
    }
}
