package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.AskRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Close ask rounds: the next batch. */
@Component
class CloseAskRoundsDelegate implements JavaDelegate {

    private final AskRounds askRounds;

    CloseAskRoundsDelegate(AskRounds askRounds) {
        this.askRounds = askRounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        askRounds.closeNext(execution.getProcessBusinessKey());
    }
}
