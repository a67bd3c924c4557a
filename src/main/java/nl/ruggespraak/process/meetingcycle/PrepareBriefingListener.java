package nl.ruggespraak.process.meetingcycle;

import java.util.List;
import nl.ruggespraak.ask.CarryAsks;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Prepare the briefing. */
@Component
class PrepareBriefingListener implements TaskListener {

    private static final int MOST_ASKS = 50_000;

    private final CarryAsks carryAsks;

    PrepareBriefingListener(CarryAsks carryAsks) {
        this.carryAsks = carryAsks;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        List<Long> chosen = fields.ids("carriedAsks", MOST_ASKS);
        fields.refuseProblems();
        carryAsks.carry(task.getExecution().getProcessBusinessKey(), chosen);
    }
}
