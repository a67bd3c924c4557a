package nl.ruggespraak.ask;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Batches;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The representative asks colleagues who have not answered once more. */
@Component
public class NudgeColleagues {

    public static final int LONGEST_WORDS = 1_000;

    private final JdbcNudges rounds;
    private final Meetings meetings;
    private final Nudges nudges;
    private final AuditTrail audit;
    private final Clock clock;

    NudgeColleagues(JdbcNudges rounds, Meetings meetings, Nudges nudges, AuditTrail audit, Clock clock) {
        this.rounds = rounds;
        this.meetings = meetings;
        this.nudges = nudges;
        this.audit = audit;
        this.clock = clock;
    }

    /** The cycle of a meeting that this person leads, if any. */
    public Optional<MeetingCycle> ledBy(String person, String meeting) {
        return meetings.cycles(meeting).stream()
                .filter(cycle -> cycle.representative().equals(person))
                .findFirst();
    }

    /** Whether colleagues can still answer. */
    public boolean isOpen(MeetingCycle cycle) {
        Meeting meeting = meetings.get(cycle.meeting());
        return (cycle.status() == CycleStatus.ANNOUNCED || cycle.status() == CycleStatus.BRIEFED)
                && clock.instant().isBefore(meeting.dates().startsAt());
    }

    /** Those who have not answered, by name, whose name has this in it. */
    public List<Unanswered> unanswered(String cycle, String search, int from, int atMost) {
        return rounds.unanswered(cycle, search, today(cycle), from, atMost);
    }

    /** How many have not answered whose name has this in it. */
    public int count(String cycle, String search) {
        return rounds.count(cycle, search);
    }

    /**
     * Nudges these colleagues, as far as they can be nudged.
     *
     * @param words of the representative's own; may be empty
     * @throws Refusal when nobody or too many are chosen, the words are too long, or nobody can answer any more
     */
    @Transactional
    public Nudged nudge(String cycle, Collection<String> colleagues, String words) {
        Checks checks = new Checks();
        checks.plain().require(!colleagues.isEmpty(), "colleague", "missing");
        checks.plain().require(colleagues.size() <= Batches.SIZE, "colleague", "tooMany", Batches.SIZE);
        String said = checked(checks, cycle, words);
        Instant today = today(cycle);
        Set<String> chosen = new LinkedHashSet<>(colleagues);
        List<String> taken = rounds.nudge(cycle, chosen, today, clock.instant(), chosen.size());
        Set<String> told = tell(cycle, taken, said);
        List<String> others = new ArrayList<>(chosen);
        others.removeAll(told);
        Map<String, NudgeRefusal> refused = new LinkedHashMap<>(rounds.refusals(cycle, others, today));
        others.forEach(colleague -> refused.putIfAbsent(colleague, NudgeRefusal.NOT_ASKED));
        return new Nudged(told.size(), refused);
    }

    /**
     * Nudges the next of all who can be nudged, at most a batch.
     *
     * @return how many were told; empty when there is nobody left
     * @throws Refusal when the words are too long, or nobody can answer any more
     */
    @Transactional
    public Optional<Integer> nudgeNext(String cycle, String words) {
        String said = checked(new Checks(), cycle, words);
        List<String> taken = rounds.nudge(cycle, null, today(cycle), clock.instant(), Batches.SIZE);
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(tell(cycle, taken, said).size());
    }

    private Set<String> tell(String cycle, List<String> colleagues, String words) {
        if (colleagues.isEmpty()) {
            return Set.of();
        }
        Set<String> told = nudges.nudged(cycle, colleagues, words);
        audit.record(
                Action.COLLEAGUES_NUDGED,
                "cycle/" + cycle,
                MeetingCycle.organisationOf(cycle),
                "colleagues: " + told.size());
        return told;
    }

    private String checked(Checks checks, String cycle, String words) {
        String said = checks.plain().optionalText("words", words, LONGEST_WORDS);
        checks.plain().require(isOpen(meetings.cycle(cycle)), "nudge", "over");
        checks.refuseIfAny();
        return said;
    }

    /** When the day began, as the network counts days. */
    private Instant today(String cycle) {
        Meeting meeting = meetings.ofCycle(cycle);
        return clock.instant()
                .atZone(meeting.zone())
                .toLocalDate()
                .atStartOfDay(meeting.zone())
                .toInstant();
    }

    /**
     * What came of it.
     *
     * @param told how many colleagues were told
     * @param refused why each of the others was not, by key
     */
    public record Nudged(int told, Map<String, NudgeRefusal> refused) {}
}
