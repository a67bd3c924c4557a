package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.AskRounds;
import nl.ruggespraak.notice.CancellationNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tell everybody who was asked that the meeting is off: the next batch. */
@Component
class SendCancellationDelegate implements JavaDelegate {

    private final AskRounds askRounds;
    private final CancellationNotice notice;

    SendCancellationDelegate(AskRounds askRounds, CancellationNotice notice) {
        this.askRounds = askRounds;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(
                execution.getProcessBusinessKey(), askRounds.tellCancellationNext(execution.getProcessBusinessKey()));
    }
}
