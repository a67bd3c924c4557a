package nl.ruggespraak.process.meetingcycle;

import java.util.List;
import nl.ruggespraak.ask.CarryAsks;
import nl.ruggespraak.notice.BriefingNotice;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Prepare the briefing. */
@Component
class PrepareBriefingListener implements TaskListener {

    private static final int MOST_ASKS = 50_000;

    private final CarryAsks carryAsks;
    private final BriefingNotice notice;

    PrepareBriefingListener(CarryAsks carryAsks, BriefingNotice notice) {
        this.carryAsks = carryAsks;
        this.notice = notice;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        List<Long> chosen = fields.ids("carriedAsks", MOST_ASKS);
        fields.refuseProblems();
        String cycle = task.getExecution().getProcessBusinessKey();
        carryAsks.carry(cycle, chosen);
        notice.send(cycle);
    }
}
