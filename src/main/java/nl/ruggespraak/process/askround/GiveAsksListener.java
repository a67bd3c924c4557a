package nl.ruggespraak.process.askround;

import java.util.List;
import nl.ruggespraak.ask.AskDraft;
import nl.ruggespraak.ask.GiveAsks;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.forms.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Give asks. */
@Component
class GiveAsksListener implements TaskListener {

    private final GiveAsks giveAsks;

    GiveAsksListener(GiveAsks giveAsks) {
        this.giveAsks = giveAsks;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields fields = FormFields.of(task);
        List<AskDraft> drafts =
                fields.rows("asks").stream().map(GiveAsksListener::draft).toList();
        boolean nothingToAsk = fields.flag("nothingToAsk");
        fields.refuseProblems();
        giveAsks.give(
                task.getExecution().getProcessBusinessKey(), ProcessVariables.COLLEAGUE.in(task), drafts, nothingToAsk);
    }

    private static AskDraft draft(FormFields row) {
        return new AskDraft(
                row.text("kind"),
                row.text("title"),
                row.text("details"),
                row.key("occupation"),
                row.key("region"),
                row.wholeNumber("headcount"),
                row.date("availableFrom"),
                row.text("candidate"),
                row.text("pitch"),
                row.date("agreedOn"));
    }
}
