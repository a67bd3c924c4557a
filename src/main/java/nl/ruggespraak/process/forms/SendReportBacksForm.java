package nl.ruggespraak.process.forms;

import java.util.List;
import nl.ruggespraak.reportback.ReportBacks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Send report-backs: the drafted texts. */
@Component
class SendReportBacksForm implements FormContent {

    private final ReportBacks reportBacks;

    SendReportBacksForm(ReportBacks reportBacks) {
        this.reportBacks = reportBacks;
    }

    @Override
    public String task() {
        return "userTask_sendReportBacks";
    }

    @Override
    public @Nullable String asker(OpenTask task) {
        return null;
    }

    @Override
    public Content content(OpenTask task) {
        return new Content(reportBacks.drafts(task.businessKey()).stream()
                .map(draft -> new ShownDraft(
                        draft.reportBack(),
                        draft.recipientName(),
                        draft.about(),
                        draft.text(),
                        draft.asksForAction(),
                        draft.answersAsk()))
                .toList());
    }

    record Content(List<ShownDraft> reportBacks) {}

    record ShownDraft(
            long reportBack, String recipient, String about, String text, boolean asksForAction, boolean answersAsk) {}
}
