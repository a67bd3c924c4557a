package nl.ruggespraak.process.meetingcycle;

import java.util.List;
import nl.ruggespraak.ask.AnnounceMeeting;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Announce the meeting: fields that are left out mean the standard text, and everybody who is usually asked. */
@Component
class AnnounceMeetingListener implements TaskListener {

    private static final int MOST_COLLEAGUES = 20_000;

    private final AnnounceMeeting announceMeeting;

    AnnounceMeetingListener(AnnounceMeeting announceMeeting) {
        this.announceMeeting = announceMeeting;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        String announcement = fields.key("announcement");
        List<String> colleagues = fields.isGiven("colleagues") ? fields.texts("colleagues", MOST_COLLEAGUES) : null;
        fields.refuseProblems();
        int batches = announceMeeting.announce(task.getExecution().getProcessBusinessKey(), announcement, colleagues);
        ProcessVariables.ASK_ROUND_BATCHES.set(task.getExecution(), batches);
    }
}
