package nl.ruggespraak.process.meetingcycle;

import java.util.List;
import nl.ruggespraak.lead.LeadDraft;
import nl.ruggespraak.lead.RecordLeads;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.SignedIn;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Attend and record leads. */
@Component
class RecordLeadsListener implements TaskListener {

    private final RecordLeads recordLeads;
    private final SignedIn signedIn;

    RecordLeadsListener(RecordLeads recordLeads, SignedIn signedIn) {
        this.recordLeads = recordLeads;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        boolean attended = fields.flag("attended");
        List<LeadDraft> drafts =
                fields.rows("leads").stream().map(RecordLeadsListener::draft).toList();
        fields.refuseProblems();
        String cycle = task.getExecution().getProcessBusinessKey();
        ProcessVariables.LEAD_IDS.set(task, recordLeads.record(cycle, attended, drafts, signedIn.person()));
    }

    private static LeadDraft draft(FormFields row) {
        return new LeadDraft(
                row.text("kind"),
                row.text("title"),
                row.text("details"),
                row.key("occupation"),
                row.key("region"),
                row.wholeNumber("headcount"),
                row.date("startsOn"),
                row.key("organisation"),
                row.text("contact"),
                row.wholeNumber("answersAsk"));
    }
}
