package nl.ruggespraak.ask;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueKind;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A colleague gives asks along to a meeting, or says that there is nothing to ask this time. */
@Component
public class GiveAsks {

    private static final int MOST_ROWS = 100;
    private static final int MOST_PEOPLE = 10_000;
    private static final int YEARS_AHEAD = 5;

    private final JdbcAsks asks;
    private final Meetings meetings;
    private final Catalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    GiveAsks(JdbcAsks asks, Meetings meetings, Catalogue catalogue, AuditTrail audit, Clock clock) {
        this.asks = asks;
        this.meetings = meetings;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the asks; who a candidate is and what was agreed is kept of candidates only. Those that come after the asks have closed are
     * marked late; when the briefing has been prepared already they are carried, for nobody can choose any more and every ask deserves an
     * answer; but never a candidate who has not agreed.
     *
     * @throws Refusal when a row cannot be, nothing was said at all, or the round is not open
     */
    @Transactional
    public void give(String cycle, String colleague, List<AskDraft> drafts, boolean nothingToAsk) {
        MeetingCycle asked = meetings.cycle(cycle);
        Meeting meeting = meetings.get(asked.meeting());
        List<Ask> given = check(cycle, colleague, drafts, nothingToAsk, meeting);
        Instant now = clock.instant();
        boolean late = now.isAfter(meeting.dates().asksCloseAt());
        long round = asks.answer(cycle, colleague, nothingToAsk, late, now)
                .orElseThrow(() -> Refusal.of("asks", "refusal.asks.closed"));
        List<Long> added = asks.add(round, given, late, asked.status() == CycleStatus.BRIEFED);
        if (nothingToAsk) {
            audit.record(Action.NOTHING_TO_ASK, "ask-round/" + round, asked.organisation(), late ? "late" : "");
        } else {
            audit.record(
                    Action.ASK_GIVEN,
                    added.stream().map(ask -> "ask/" + ask).toList(),
                    asked.organisation(),
                    late ? "late" : "");
            audit.record(
                    Action.GROUND_STATED,
                    IntStream.range(0, given.size())
                            .filter(row -> given.get(row).agreedOn() != null)
                            .mapToObj(row -> "ask/" + added.get(row))
                            .toList(),
                    asked.organisation(),
                    "");
        }
    }

    private List<Ask> check(
            String cycle, String colleague, List<AskDraft> drafts, boolean nothingToAsk, Meeting meeting) {
        Checks checks = new Checks();
        checks.plain().require(!nothingToAsk || drafts.isEmpty(), "asks", "nothingAndSomething");
        checks.plain().require(nothingToAsk || !drafts.isEmpty(), "asks", "missing");
        if (!checks.plain().require(drafts.size() <= MOST_ROWS, "asks", "tooMany", MOST_ROWS, drafts.size())) {
            checks.refuseIfAny();
        }
        Map<String, String> occupations = catalogue.keys(CatalogueKind.OCCUPATION, each(drafts, AskDraft::occupation));
        Map<String, String> regions = catalogue.keys(CatalogueKind.REGION, each(drafts, AskDraft::region));
        LocalDate today = clock.instant().atZone(meeting.zone()).toLocalDate();
        List<Ask> given = new ArrayList<>();
        for (int place = 1; place <= drafts.size(); place++) {
            AskDraft draft = drafts.get(place - 1);
            Checks.Row row = checks.row("asks", place);
            AskKind kind = kind(row, draft.kind());
            String title = row.text("title", draft.title(), 200);
            String details = row.optionalText("details", draft.details(), 4_000);
            String occupation = row.optionalText("occupation", draft.occupation(), Catalogue.LONGEST_NAME);
            String region = row.optionalText("region", draft.region(), Catalogue.LONGEST_NAME);
            int headcount = row.number("headcount", draft.headcount(), 1, MOST_PEOPLE, 1);
            LocalDate from = draft.availableFrom();
            row.day("availableFrom", from, today, YEARS_AHEAD);
            Ground ground = kind == AskKind.CANDIDATE
                    ? Ground.checked(row, draft.candidate(), draft.pitch(), draft.agreedOn(), today)
                    : Ground.NONE;
            given.add(new Ask(
                    0,
                    cycle,
                    colleague,
                    place,
                    kind,
                    title,
                    details,
                    occupations.get(occupation),
                    regions.get(region),
                    headcount,
                    from,
                    ground.candidate(),
                    ground.pitch(),
                    ground.agreedOn(),
                    false,
                    false));
        }
        checks.refuseIfAny();
        return given;
    }

    private static AskKind kind(Checks.Row row, @Nullable String typed) {
        return Arrays.stream(AskKind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    row.require(false, "kind", typed == null || typed.isBlank() ? "missing" : "unknown");
                    return AskKind.QUESTION;
                });
    }

    private static Set<String> each(List<AskDraft> drafts, Function<AskDraft, @Nullable String> words) {
        return drafts.stream()
                .map(words)
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
