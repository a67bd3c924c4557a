package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.AnnounceMeeting;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Announce with the standard text. */
@Component
class AnnounceStandardTextDelegate implements JavaDelegate {

    private final AnnounceMeeting announceMeeting;

    AnnounceStandardTextDelegate(AnnounceMeeting announceMeeting) {
        this.announceMeeting = announceMeeting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariables.ASK_ROUND_BATCHES.set(
                execution, announceMeeting.announceByItself(execution.getProcessBusinessKey()));
    }
}
