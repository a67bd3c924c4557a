package nl.ruggespraak.meeting;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueKind;
import nl.ruggespraak.people.Network;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A chair plans a meeting of the network that the chair leads. */
@Component
public class PlanMeeting {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{2,59}");
    private static final int MEETINGS_A_DAY = 20;

    private final JdbcMeetings meetings;
    private final MeetingTimes times;
    private final MeetingCalendar calendar;
    private final People people;
    private final Catalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    PlanMeeting(
            JdbcMeetings meetings,
            MeetingTimes times,
            MeetingCalendar calendar,
            People people,
            Catalogue catalogue,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.times = times;
        this.calendar = calendar;
        this.people = people;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks the plan and keeps the meeting.
     *
     * @param by key of a chair of the network, or of an administrator
     * @throws Refusal when anything in the plan cannot be; nothing is kept then
     */
    @Transactional
    public Meeting plan(MeetingPlan plan, String by) {
        Checks checks = new Checks();
        Checks.Row plain = checks.plain();
        String title = plain.text("title", plan.title(), 200);
        String location = plain.text("location", plan.location(), 200);
        String topic = plain.optionalText("topic", plan.topic(), 500);
        plain.require(plan.key() == null || KEY.matcher(plan.key()).matches(), "businessKey", "malformed");
        String region = plain.text("region", plan.region(), Catalogue.LONGEST_NAME);
        Optional<Network> network = Optional.ofNullable(plan.network()).flatMap(people::network);
        plain.require(network.isPresent(), "network", "unknown");
        boolean leads = network.isPresent()
                && people.find(by)
                        .filter(person -> person.leads(network.get().key()))
                        .isPresent();
        plain.require(network.isEmpty() || leads, "network", "notLed");
        network.filter(known -> leads).ifPresent(known -> {
            LocalDate day = plan.startsAt() == null
                    ? LocalDate.ofInstant(clock.instant(), known.zone())
                    : plan.startsAt().toLocalDate();
            plain.require(isMember(known, day, plan.host()), "host", "unknown", known.name());
            times.check(plain, plan.startsAt(), plan.endsAt(), known.zone());
        });
        int leadTimeDays = plain.number(
                "leadTimeDays",
                plan.leadTimeDays(),
                1,
                365,
                network.map(Network::leadTimeDays).orElse(14));
        List<String> statements = statements(checks, plan.statements());
        checks.refuseIfAny();

        String regionKey = catalogue.keys(CatalogueKind.REGION, Set.of(region)).get(region);
        ZonedDateTime start =
                requireNonNull(plan.startsAt()).atZone(network.orElseThrow().zone());
        ZonedDateTime end = requireNonNull(plan.endsAt()).atZone(start.getZone());
        for (String key : keys(plan.key(), network.orElseThrow(), start)) {
            Meeting meeting = new Meeting(
                    key,
                    network.orElseThrow().key(),
                    start.getZone(),
                    network.orElseThrow().deadlines(),
                    title,
                    topic,
                    requireNonNull(plan.host()),
                    location,
                    requireNonNull(regionKey),
                    leadTimeDays,
                    calendar.datesOf(
                            start, end, leadTimeDays, network.orElseThrow().deadlines()),
                    MeetingStatus.PLANNED,
                    0,
                    "",
                    by,
                    statements);
            if (meetings.add(meeting, clock.instant())) {
                audit.record(
                        Action.MEETING_PLANNED,
                        "meeting/" + key,
                        null,
                        start.toLocalDateTime().toString());
                return meeting;
            }
        }
        throw Refusal.of("businessKey", "refusal.businessKey.taken");
    }

    private boolean isMember(Network network, LocalDate day, @Nullable String organisation) {
        return people.members(network.key(), day).stream()
                .map(Organisation::key)
                .anyMatch(key -> key.equals(organisation));
    }

    private static List<String> statements(Checks checks, List<String> typed) {
        checks.plain().require(typed.size() <= 20, "statements", "tooMany", 20, typed.size());
        for (int row = 1; row <= typed.size(); row++) {
            checks.row("statements", row).optionalText("statement", typed.get(row - 1), 500);
        }
        return typed.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** The wished key, or network and date; a second meeting on a day gets a number. */
    private static List<String> keys(@Nullable String wished, Network network, ZonedDateTime start) {
        if (wished != null) {
            return List.of(wished);
        }
        String usual = network.key() + "-" + start.toLocalDate();
        return IntStream.rangeClosed(1, MEETINGS_A_DAY)
                .mapToObj(number -> number == 1 ? usual : usual + "-" + number)
                .toList();
    }
}
