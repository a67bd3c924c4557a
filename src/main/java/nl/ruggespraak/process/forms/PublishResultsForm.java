package nl.ruggespraak.process.forms;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.result.Evaluation;
import nl.ruggespraak.result.Evaluations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publish results: what each organisation has brought, and who has not reported. */
@Component
class PublishResultsForm implements FormContent {

    private static final Set<CycleStatus> DONE =
            EnumSet.of(CycleStatus.REPORTED, CycleStatus.EVALUATED, CycleStatus.CANCELLED);

    private final Meetings meetings;
    private final Evaluations evaluations;
    private final Shown shown;

    PublishResultsForm(Meetings meetings, Evaluations evaluations, Shown shown) {
        this.meetings = meetings;
        this.evaluations = evaluations;
        this.shown = shown;
    }

    @Override
    public String task() {
        return "userTask_publishResults";
    }

    @Override
    public @Nullable String asker(OpenTask task) {
        return null;
    }

    @Override
    public Content content(OpenTask task) {
        Words words = task.words();
        List<MeetingCycle> cycles = meetings.cycles(task.businessKey());
        Map<String, Evaluation> brought =
                evaluations.of(cycles.stream().map(MeetingCycle::key).toList());
        Map<String, String> representatives =
                shown.names(cycles.stream().map(MeetingCycle::representative).collect(Collectors.toSet()));
        String missing = cycles.stream()
                .filter(cycle -> !DONE.contains(cycle.status()))
                .map(cycle ->
                        Objects.requireNonNullElse(shown.organisation(cycle.organisation()), cycle.organisation()))
                .collect(Collectors.joining(", "));
        return new Content(
                cycles.stream()
                        .map(cycle -> row(cycle, brought.get(cycle.key()), representatives, words))
                        .toList(),
                missing.isEmpty() ? "" : words.of("form.publish-results.missing", missing));
    }

    private CycleRow row(
            MeetingCycle cycle, @Nullable Evaluation brought, Map<String, String> representatives, Words words) {
        return new CycleRow(
                Objects.requireNonNullElse(shown.organisation(cycle.organisation()), cycle.organisation()),
                representatives.getOrDefault(cycle.representative(), cycle.representative()),
                words.of("form.cycleStatus", cycle.status()),
                brought == null ? 0 : brought.asks(),
                brought == null ? 0 : brought.leads(),
                brought == null ? 0 : brought.reportBacks());
    }

    record Content(List<CycleRow> cycles, String missing) {}

    record CycleRow(String organisation, String representative, String status, int asks, int leads, int reportBacks) {}
}
