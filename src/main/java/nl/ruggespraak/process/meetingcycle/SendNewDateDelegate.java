package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.AskRounds;
import nl.ruggespraak.notice.NewDateNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send the new date: to the next batch of colleagues. */
@Component
class SendNewDateDelegate implements JavaDelegate {

    private final AskRounds askRounds;
    private final NewDateNotice notice;

    SendNewDateDelegate(AskRounds askRounds, NewDateNotice notice) {
        this.askRounds = askRounds;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(execution.getProcessBusinessKey(), askRounds.tellNewDateNext(execution.getProcessBusinessKey()));
    }
}
