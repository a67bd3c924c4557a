package nl.ruggespraak.lead.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.link.LinkedForm;
import nl.ruggespraak.link.PersonalLink;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.Typed;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.DateInWords;
import org.springframework.stereotype.Component;

/** Attend and record leads, by a link. */
@Component
class RecordLeadsByLink implements LinkedForm {

    private final Meetings meetings;
    private final Asks asks;
    private final Catalogue catalogue;
    private final People people;

    RecordLeadsByLink(Meetings meetings, Asks asks, Catalogue catalogue, People people) {
        this.meetings = meetings;
        this.asks = asks;
        this.catalogue = catalogue;
        this.people = people;
    }

    @Override
    public Purpose purpose() {
        return Purpose.RECORD_LEADS;
    }

    @Override
    public String template() {
        return "lead/web/record-leads";
    }

    @Override
    public List<String> fields() {
        return List.of("attended");
    }

    @Override
    public String list() {
        return "leads";
    }

    @Override
    public List<String> rowFields() {
        return List.of(
                "kind",
                "title",
                "organisation",
                "contact",
                "occupation",
                "region",
                "headcount",
                "startsOn",
                "details",
                "answersAsk");
    }

    @Override
    public Typed begin(Map<String, String> query) {
        return Typed.beginning(Map.of("attended", "true"));
    }

    @Override
    public List<String> offered(String field, String words, Locale language) {
        return catalogue.offered(field, words, language);
    }

    @Override
    public Map<String, Object> content(PersonalLink link, Locale language) {
        MeetingCycle cycle = meetings.cycle(link.subject());
        Meeting meeting = meetings.get(cycle.meeting());
        List<Ask> carried = asks.carried(cycle.key());
        Map<String, Person> colleagues =
                people.all(carried.stream().map(Ask::colleague).collect(Collectors.toSet()));
        return Map.of(
                "kinds",
                LeadKind.values(),
                "organisations",
                people.members(meeting.network(), meeting.day()).stream()
                        .filter(member -> !member.key().equals(cycle.organisation()))
                        .toList(),
                "carried",
                carried.stream()
                        .map(ask -> new Carried(
                                Long.toString(ask.id()),
                                ask.title() + " ("
                                        + (colleagues.containsKey(ask.colleague())
                                                ? colleagues
                                                        .get(ask.colleague())
                                                        .name()
                                                : ask.colleague())
                                        + ")",
                                ask.details()))
                        .toList(),
                "starts",
                DateInWords.of(meeting.dates().startsAt(), meeting.zone(), language));
    }

    /** Who was not there brings nothing back. */
    @Override
    public Map<String, Object> answer(Typed typed) {
        boolean absent = typed.is("attended", "false");
        return Map.of("attended", !absent, "leads", absent ? List.of() : typed.rows());
    }

    /** An ask that was taken along, as something to choose. */
    record Carried(String key, String name, String details) {}
}
