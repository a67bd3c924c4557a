package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.AskRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Close the ask rounds of a meeting that is off: the next batch. */
@Component
class CloseCancelledRoundsDelegate implements JavaDelegate {

    private final AskRounds askRounds;

    CloseCancelledRoundsDelegate(AskRounds askRounds) {
        this.askRounds = askRounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        askRounds.closeNext(execution.getProcessBusinessKey());
    }
}
