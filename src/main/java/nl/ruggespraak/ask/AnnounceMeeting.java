package nl.ruggespraak.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.CycleProgress;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.Batches;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The representative announces a meeting to colleagues, who will be asked for their asks. */
@Component
public class AnnounceMeeting {

    /** Who is asked when the representative chooses nobody else. */
    public static final Set<Role> USUALLY_ASKED = Set.of(Role.ADVISER, Role.MANAGER);

    private static final int LONGEST_ANNOUNCEMENT = 4_000;

    private final JdbcAsks asks;
    private final Meetings meetings;
    private final CycleProgress progress;
    private final StandardAnnouncement standard;
    private final People people;
    private final AuditTrail audit;

    AnnounceMeeting(
            JdbcAsks asks,
            Meetings meetings,
            CycleProgress progress,
            StandardAnnouncement standard,
            People people,
            AuditTrail audit) {
        this.asks = asks;
        this.meetings = meetings;
        this.progress = progress;
        this.standard = standard;
        this.people = people;
        this.audit = audit;
    }

    /**
     * Announces the meeting.
     *
     * @param announcement the representative's words; null for the standard text
     * @param colleagues keys of those to ask; null for all advisers and managers of the organisation
     * @return how many {@link Batches} the colleagues make
     * @throws Refusal when somebody is no colleague, or the announcement is empty or too long
     */
    @Transactional
    public int announce(String cycle, @Nullable String announcement, @Nullable List<String> colleagues) {
        MeetingCycle announced = meetings.cycle(cycle);
        Checks checks = new Checks();
        String text = announcement == null
                ? standard.of(cycle)
                : checks.plain().text("announcement", announcement, LONGEST_ANNOUNCEMENT);
        if (colleagues != null) {
            check(checks, announced.organisation(), colleagues);
        }
        checks.refuseIfAny();
        if (!progress.announced(cycle, text)) {
            throw Refusal.of("announcement", "refusal.announcement.sent");
        }
        int asked = colleagues == null
                ? asks.plan(cycle, announced.organisation(), USUALLY_ASKED)
                : asks.plan(cycle, colleagues);
        audit.record(
                Action.MEETING_ANNOUNCED,
                "cycle/" + cycle,
                announced.organisation(),
                "colleagues: " + asked + (announcement == null ? ", standard text" : ""));
        return Batches.of(asked);
    }

    /** Announces the meeting with the standard text to all advisers and managers. */
    @Transactional
    public int announceByItself(String cycle) {
        return announce(cycle, null, null);
    }

    private void check(Checks checks, String organisation, List<String> colleagues) {
        checks.plain().require(!colleagues.isEmpty(), "colleagues", "missing");
        Set<String> known = people.all(colleagues).values().stream()
                .filter(person -> person.active() && organisation.equals(person.organisation()))
                .map(Person::key)
                .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>(colleagues);
        unknown.removeAll(known);
        checks.plain().require(unknown.isEmpty(), "colleagues", "unknown", String.join(", ", unknown));
    }
}
