package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.AskRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Open ask rounds: the next batch. */
@Component
class OpenAskRoundsDelegate implements JavaDelegate {

    private final AskRounds askRounds;

    OpenAskRoundsDelegate(AskRounds askRounds) {
        this.askRounds = askRounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        askRounds.openNext(execution.getProcessBusinessKey());
    }
}
