package nl.ruggespraak.lead;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueKind;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.meeting.RecordAttendance;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records whether the representative attended and what was brought back. */
@Component
public class RecordLeads {

    private static final int MOST_LEADS = 100;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DETAILS = 4_000;
    private static final int LONGEST_CONTACT = 200;
    private static final int MOST_PEOPLE = 10_000;
    private static final int YEARS_AHEAD = 5;

    private final Meetings meetings;
    private final RecordAttendance attendance;
    private final People people;
    private final Catalogue catalogue;
    private final JdbcLeads leads;
    private final AuditTrail audit;
    private final Clock clock;

    RecordLeads(
            Meetings meetings,
            RecordAttendance attendance,
            People people,
            Catalogue catalogue,
            JdbcLeads leads,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.attendance = attendance;
        this.people = people;
        this.catalogue = catalogue;
        this.leads = leads;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records what came of a meeting for one organisation.
     *
     * @param attended whether the representative was there; who was not brings nothing back
     * @param by key of the person who records it
     * @return the ids of the leads, in their order
     * @throws Refusal with everything that is wrong with what was typed
     */
    @Transactional
    public List<Long> record(String cycle, boolean attended, List<LeadDraft> drafts, String by) {
        MeetingCycle ours = meetings.cycle(cycle);
        List<Lead> checked = check(ours, attended, drafts, by);
        attendance.record(cycle, attended);
        List<Long> recorded = leads.add(cycle, checked, clock.instant());
        audit.record(
                Action.LEAD_RECORDED,
                recorded.stream().map(lead -> "lead/" + lead).toList(),
                ours.organisation(),
                "");
        return recorded;
    }

    private List<Lead> check(MeetingCycle cycle, boolean attended, List<LeadDraft> drafts, String by) {
        Checks checks = new Checks();
        checks.plain().require(attended || drafts.isEmpty(), "leads", "notAttended", drafts.size());
        checks.plain().require(drafts.size() <= MOST_LEADS, "leads", "tooMany", MOST_LEADS, drafts.size());
        checks.refuseIfAny();

        Known known = known(cycle, drafts);
        List<Lead> checked = new ArrayList<>();
        for (LeadDraft draft : drafts) {
            int place = checked.size() + 1;
            checked.add(check(checks.row("leads", place), place, cycle, draft, known, by));
        }
        checks.refuseIfAny();
        return checked;
    }

    private static Lead check(Checks.Row row, int place, MeetingCycle cycle, LeadDraft draft, Known known, String by) {
        Optional<LeadKind> kind = Arrays.stream(LeadKind.values())
                .filter(each -> each.name().equals(draft.kind()))
                .findFirst();
        row.require(kind.isPresent(), "kind", "unknown");
        String title = row.text("title", draft.title(), LONGEST_TITLE);
        String details = row.optionalText("details", draft.details(), LONGEST_DETAILS);
        String occupation =
                known.occupations().get(row.optionalText("occupation", draft.occupation(), Catalogue.LONGEST_NAME));
        String region = known.regions().get(row.optionalText("region", draft.region(), Catalogue.LONGEST_NAME));
        int headcount = row.number("headcount", draft.headcount(), 1, MOST_PEOPLE, 1);
        row.day("startsOn", draft.startsOn(), known.today(), YEARS_AHEAD);
        String organisation = given(draft.organisation());
        row.require(organisation != null || !kind.map(LeadKind::isAboutStaff).orElse(false), "organisation", "missing");
        row.require(!cycle.organisation().equals(organisation), "organisation", "own");
        row.require(organisation == null || known.members().contains(organisation), "organisation", "unknown");
        String contact = row.optionalText("contact", draft.contact(), LONGEST_CONTACT);
        row.require(
                draft.answersAsk() == null || known.carriedAsks().contains(draft.answersAsk()),
                "answersAsk",
                "notCarried");
        return new Lead(
                0,
                cycle.key(),
                place,
                kind.orElse(LeadKind.OTHER),
                title,
                details,
                occupation,
                region,
                headcount,
                draft.startsOn(),
                organisation,
                contact,
                draft.answersAsk(),
                by);
    }

    private Known known(MeetingCycle cycle, List<LeadDraft> drafts) {
        Meeting meeting = meetings.get(cycle.meeting());
        return new Known(
                catalogue.keys(CatalogueKind.OCCUPATION, each(drafts, draft -> given(draft.occupation()))),
                catalogue.keys(CatalogueKind.REGION, each(drafts, draft -> given(draft.region()))),
                people.members(meeting.network(), meeting.day()).stream()
                        .map(Organisation::key)
                        .collect(Collectors.toSet()),
                leads.carriedAsks(cycle.key(), each(drafts, LeadDraft::answersAsk)),
                LocalDate.ofInstant(clock.instant(), meeting.zone()));
    }

    private static <T> Set<T> each(List<LeadDraft> drafts, Function<LeadDraft, @Nullable T> value) {
        return drafts.stream().map(value).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static @Nullable String given(@Nullable String key) {
        return key == null || key.isBlank() ? null : key.strip();
    }

    /** What the rows may refer to, read once. */
    private record Known(
            Map<String, String> occupations,
            Map<String, String> regions,
            Set<String> members,
            Set<Long> carriedAsks,
            LocalDate today) {}
}
