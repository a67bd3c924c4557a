package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.PublishResults;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Publish results. */
@Component
class PublishResultsListener implements TaskListener {

    private final PublishResults publishResults;

    PublishResultsListener(PublishResults publishResults) {
        this.publishResults = publishResults;
    }

    @Override
    public void notify(DelegateTask task) {
        publishResults.publish(task.getExecution().getProcessBusinessKey());
    }
}
