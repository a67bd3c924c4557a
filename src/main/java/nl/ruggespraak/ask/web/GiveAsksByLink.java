package nl.ruggespraak.ask.web;

import java.time.Clock;
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
        String kind = query.getOrDefault("kind", "");
        if (kind.equals("nothing")) {
            return Typed.beginning(Map.of("nothingToAsk", "true"));
        }
        boolean known =
                Arrays.stream(AskKind.values()).anyMatch(each -> each.name().equals(kind));
        return new Typed(Map.of(), List.of(known ? Map.of("kind", kind) : Map.of()));
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
                AskKind.values(),
                "occupations",
                catalogue.occupations(),
                "regions",
                catalogue.regions());
    }

    @Override
    public Map<String, Object> answer(Typed typed) {
        return Map.of("asks", typed.rows(), "nothingToAsk", typed.is("nothingToAsk", "true"));
    }
}
