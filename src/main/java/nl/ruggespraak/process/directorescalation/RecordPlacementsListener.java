package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.escalation.RecordPlacements;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Record the placements. */
@Component
class RecordPlacementsListener implements TaskListener {

    private final RecordPlacements recordPlacements;

    RecordPlacementsListener(RecordPlacements recordPlacements) {
        this.recordPlacements = recordPlacements;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        Long placed = fields.wholeNumber("placed");
        String details = fields.text("details");
        fields.refuseProblems();
        recordPlacements.record(ProcessVariables.ESCALATION.in(task), placed, details);
    }
}
