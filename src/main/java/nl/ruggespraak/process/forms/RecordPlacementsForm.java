package nl.ruggespraak.process.forms;

import java.util.Optional;
import nl.ruggespraak.escalation.Deal;
import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.process.ProcessVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Record the placements: what was agreed. */
@Component
class RecordPlacementsForm implements FormContent {

    private final Escalations escalations;
    private final Leads leads;
    private final Shown shown;

    RecordPlacementsForm(Escalations escalations, Leads leads, Shown shown) {
        this.escalations = escalations;
        this.leads = leads;
        this.shown = shown;
    }

    @Override
    public String task() {
        return "userTask_recordPlacements";
    }

    @Override
    public @Nullable String asker(OpenTask task) {
        return null;
    }

    @Override
    public Content content(OpenTask task) {
        Escalation escalation = escalations.get(task.value(ProcessVariables.ESCALATION));
        Optional<Deal> deal = escalations.deal(escalation.id());
        return new Content(
                shown.lead(leads.get(escalation.lead()), task.words()),
                deal.map(Deal::headcount).orElse(0),
                deal.map(Deal::terms).orElse(""));
    }

    record Content(Shown.ShownLead lead, int agreed, String terms) {}
}
