package nl.ruggespraak.process.forms;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.reportback.ReportBack;
import nl.ruggespraak.reportback.ReportBacks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Act on the report-back: what was answered, to which ask, and what was said of it before. */
@Component
class ActOnReportBackForm implements FormContent {

    private final ReportBacks reportBacks;
    private final Asks asks;
    private final Leads leads;
    private final Meetings meetings;
    private final Shown shown;

    ActOnReportBackForm(ReportBacks reportBacks, Asks asks, Leads leads, Meetings meetings, Shown shown) {
        this.reportBacks = reportBacks;
        this.asks = asks;
        this.leads = leads;
        this.meetings = meetings;
        this.shown = shown;
    }

    @Override
    public String task() {
        return "userTask_actOnReportBack";
    }

    @Override
    public String asker(OpenTask task) {
        return meetings.cycle(task.businessKey()).representative();
    }

    @Override
    public Content content(OpenTask task) {
        Words words = task.words();
        ReportBack reportBack = reportBacks.get(task.value(ProcessVariables.REPORT_BACK));
        Collection<Long> ask = Stream.ofNullable(reportBack.ask()).toList();
        Long lead = reportBack.lead();
        return new Content(
                reportBack.text(),
                shown.asks(List.copyOf(asks.all(ask).values()), words).stream()
                        .findFirst()
                        .orElse(null),
                lead == null ? null : shown.lead(leads.get(lead), words),
                reportBacks.followUps(reportBack.id()).stream()
                        .map(said -> new ShownFollowUp(
                                words.of("outcome", said.outcome()), said.details(), words.moment(said.recordedAt())))
                        .toList());
    }

    record Content(
            String text, Shown.@Nullable ShownAsk ask, Shown.@Nullable ShownLead lead, List<ShownFollowUp> followUps) {}

    record ShownFollowUp(String outcome, String details, String on) {}
}
