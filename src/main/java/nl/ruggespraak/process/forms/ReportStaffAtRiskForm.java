package nl.ruggespraak.process.forms;

import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** Report staff at risk: the lead, and the director's own words. */
@Component
class ReportStaffAtRiskForm implements FormContent {

    private final Escalations escalations;
    private final Leads leads;
    private final Shown shown;

    ReportStaffAtRiskForm(Escalations escalations, Leads leads, Shown shown) {
        this.escalations = escalations;
        this.leads = leads;
        this.shown = shown;
    }

    @Override
    public String task() {
        return "userTask_reportStaffAtRisk";
    }

    @Override
    public String asker(OpenTask task) {
        return escalations.get(task.value(ProcessVariables.ESCALATION)).director();
    }

    @Override
    public Content content(OpenTask task) {
        Escalation escalation = escalations.get(task.value(ProcessVariables.ESCALATION));
        return new Content(
                shown.lead(leads.get(escalation.lead()), task.words()),
                shown.name(escalation.director()),
                escalation.decisionReason());
    }

    record Content(Shown.ShownLead lead, String director, String question) {}
}
