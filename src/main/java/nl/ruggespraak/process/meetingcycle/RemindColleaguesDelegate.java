package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.AskRounds;
import nl.ruggespraak.notice.ReminderNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Remind those who have not answered: the next batch. */
@Component
class RemindColleaguesDelegate implements JavaDelegate {

    private final AskRounds askRounds;
    private final ReminderNotice notice;

    RemindColleaguesDelegate(AskRounds askRounds, ReminderNotice notice) {
        this.askRounds = askRounds;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.send(execution.getProcessBusinessKey(), askRounds.remindNext(execution.getProcessBusinessKey()));
    }
}
