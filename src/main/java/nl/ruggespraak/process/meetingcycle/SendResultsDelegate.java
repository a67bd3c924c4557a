package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.notice.EvaluationNotice;
import nl.ruggespraak.result.TellStakeholders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send results to stakeholders: the next batch. */
@Component
class SendResultsDelegate implements JavaDelegate {

    private final TellStakeholders tellStakeholders;
    private final EvaluationNotice notice;

    SendResultsDelegate(TellStakeholders tellStakeholders, EvaluationNotice notice) {
        this.tellStakeholders = tellStakeholders;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(execution.getProcessBusinessKey(), tellStakeholders.tellNext(execution.getProcessBusinessKey()));
    }
}
