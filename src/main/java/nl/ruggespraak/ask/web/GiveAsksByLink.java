package nl.ruggespraak.ask.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.ruggespraak.ask.AskKind;
import nl.ruggespraak.ask.StandardAnnouncement;
import nl.ruggespraak.link.LinkedForm;
import nl.ruggespraak.link.PersonalLink;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.Typed;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.MeetingDates;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.DateInWords;
import org.springframework.stereotype.Component;

/** Give asks, by a link. */
@Component
class GiveAsksByLink implements LinkedForm {

    private final Meetings meetings;
    private final Catalogue catalogue;
    private final People people;
    private final StandardAnnouncement standard;
    private final Clock clock;

    GiveAsksByLink(Meetings meetings, Catalogue catalogue, People people, StandardAnnouncement standard, Clock clock) {
        this.meetings = meetings;
        this.catalogue = catalogue;
        this.people = people;
        this.standard = standard;
        this.clock = clock;
    }

    @Override
    public Purpose purpose() {
        return Purpose.GIVE_ASKS;
    }

    @Override
    public String template() {
        return "ask/web/give-asks";
    }

    @Override
    public List<String> fields() {
        return List.of("nothingToAsk");
    }

    @Override
    public String list() {
        return "asks";
    }

    @Override
    public List<String> rowFields() {
        return List.of(
                "kind",
                "title",
                "details",
                "occupation",
                "region",
                "headcount",
                "availableFrom",
                "candidate",
                "agreedOn",
                "pitch");
    }

    @Override
    public Typed begin(Map<String, String> query) {
        return reopen(new Typed(Map.of(), List.of(Map.of())), query);
    }

    /** What the mail chose is filled in besides what was typed before. */
    @Override
    public Typed reopen(Typed draft, Map<String, String> query) {
        String chosen = query.getOrDefault("kind", "");
        if (chosen.equals("nothing")) {
            return new Typed(Map.of("nothingToAsk", "true"), draft.rows());
        }
        boolean known =
                Arrays.stream(AskKind.values()).anyMatch(each -> each.name().equals(chosen));
        return known ? new Typed(Map.of(), withRowOf(chosen, draft.rows())) : draft;
    }

    /** The rows, and one that begins with this kind, unless there is one already. */
    private static List<Map<String, String>> withRowOf(String kind, List<Map<String, String>> typed) {
        if (typed.stream().anyMatch(row -> kind.equals(row.get("kind")))) {
            return typed;
        }
        List<Map<String, String>> rows = new ArrayList<>(typed);
        rows.removeIf(row -> row.values().stream().allMatch(String::isBlank));
        rows.add(Map.of("kind", kind));
        return rows;
    }

    @Override
    public List<String> offered(String field, String words, Locale language) {
        return catalogue.offered(field, words, language);
    }

    @Override
    public Map<String, Object> content(PersonalLink link, Locale language) {
        MeetingCycle cycle = meetings.cycle(link.subject());
        var meeting = meetings.get(cycle.meeting());
        MeetingDates dates = meeting.dates();
        return Map.of(
                "announcement",
                standard.asReadIn(language, cycle, meeting, people.get(cycle.representative())),
                "late",
                clock.instant().isAfter(dates.asksCloseAt()),
                "until",
                DateInWords.of(dates.asksCloseAt(), meeting.zone(), language),
                "kinds",
                AskKind.values());
    }

    @Override
    public Map<String, Object> answer(Typed typed) {
        return Map.of("asks", typed.rows(), "nothingToAsk", typed.is("nothingToAsk", "true"));
    }
}
