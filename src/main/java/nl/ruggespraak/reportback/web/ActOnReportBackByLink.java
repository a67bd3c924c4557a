package nl.ruggespraak.reportback.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.link.LinkedForm;
import nl.ruggespraak.link.PersonalLink;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.Typed;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.reportback.Outcome;
import nl.ruggespraak.reportback.ReportBack;
import nl.ruggespraak.reportback.ReportBacks;
import nl.ruggespraak.shared.DateInWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Act on the report-back, by a link. */
@Component
class ActOnReportBackByLink implements LinkedForm {

    private final ReportBacks reportBacks;
    private final Asks asks;
    private final Meetings meetings;

    ActOnReportBackByLink(ReportBacks reportBacks, Asks asks, Meetings meetings) {
        this.reportBacks = reportBacks;
        this.asks = asks;
        this.meetings = meetings;
    }

    @Override
    public Purpose purpose() {
        return Purpose.ACT_ON_REPORT_BACK;
    }

    @Override
    public String template() {
        return "reportback/web/act-on-report-back";
    }

    @Override
    public List<String> fields() {
        return List.of("outcome", "headcount", "nextStepOn", "details");
    }

    @Override
    public @Nullable String list() {
        return null;
    }

    @Override
    public List<String> rowFields() {
        return List.of();
    }

    @Override
    public Typed begin(Map<String, String> query) {
        return outcome(query.getOrDefault("outcome", ""))
                .map(chosen -> new Typed(Map.of("outcome", chosen.name()), List.of()))
                .orElseGet(() -> new Typed(Map.of(), List.of()));
    }

    /** What the mail chose goes before what was chosen then, and leaves the rest as it was typed. */
    @Override
    public Typed reopen(Typed draft, Map<String, String> query) {
        Map<String, String> fields = new HashMap<>(draft.fields());
        outcome(query.getOrDefault("outcome", "")).ifPresent(chosen -> fields.put("outcome", chosen.name()));
        return new Typed(fields, draft.rows());
    }

    @Override
    public Map<String, Object> content(PersonalLink link, Locale language) {
        ReportBack reportBack = reportBacks.get(Long.parseLong(link.subject()));
        ZoneId zone = meetings.ofCycle(reportBack.cycle()).zone();
        return Map.of(
                "text",
                reportBack.text(),
                "ask",
                asks.all(Stream.ofNullable(reportBack.ask()).toList()).values().stream()
                        .map(Ask::title)
                        .findFirst()
                        .orElse(""),
                "outcomes",
                Outcome.values(),
                "followUps",
                reportBacks.followUps(reportBack.id()).stream()
                        .map(said -> new Said(
                                said.outcome(), said.details(), DateInWords.of(said.recordedAt(), zone, language)))
                        .toList());
    }

    /** What does not belong to the outcome is not sent: without a script its field may have been filled in all the same. */
    @Override
    public Map<String, Object> answer(Typed typed) {
        Optional<Outcome> outcome = outcome(typed.field("outcome"));
        Map<String, Object> answer = new HashMap<>();
        answer.put("outcome", typed.field("outcome"));
        answer.put("details", typed.field("details"));
        answer.put("headcount", outcome.map(Outcome::isPlacement).orElse(false) ? typed.field("headcount") : "");
        answer.put("nextStepOn", outcome.map(each -> !each.isKnown()).orElse(false) ? typed.field("nextStepOn") : "");
        return answer;
    }

    private static Optional<Outcome> outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** What was said before. */
    record Said(Outcome outcome, String details, String on) {}
}
