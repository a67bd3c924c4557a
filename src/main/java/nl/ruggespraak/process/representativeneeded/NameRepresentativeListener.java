package nl.ruggespraak.process.representativeneeded;

import nl.ruggespraak.meeting.NameRepresentative;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Name who attends: the organisation joins at once. */
@Component
class NameRepresentativeListener implements TaskListener {

    private final NameRepresentative nameRepresentative;

    NameRepresentativeListener(NameRepresentative nameRepresentative) {
        this.nameRepresentative = nameRepresentative;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        String representative = fields.key("representative");
        fields.refuseProblems();
        nameRepresentative.name(task.getExecution().getProcessBusinessKey(), representative);
    }
}
