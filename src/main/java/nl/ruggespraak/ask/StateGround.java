package nl.ruggespraak.ask;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A colleague says afterwards on what ground a candidate is shared, or that the candidate does not want it any more. */
@Component
public class StateGround {

    private final JdbcAsks asks;
    private final JdbcReleases releases;
    private final Meetings meetings;
    private final AuditTrail audit;
    private final Clock clock;

    StateGround(JdbcAsks asks, JdbcReleases releases, Meetings meetings, AuditTrail audit, Clock clock) {
        this.asks = asks;
        this.releases = releases;
        this.meetings = meetings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps it, until the meeting starts. An ask that could not be chosen for the lack of a ground is carried as soon as it has one; an ask
     * that loses its ground stays behind.
     *
     * @param by key of the colleague whose ask it is
     * @throws Refusal when something is wrong with it, when it is somebody else's, or the meeting has begun
     */
    @Transactional
    public void state(
            long ask, String by, @Nullable String candidate, @Nullable String pitch, @Nullable LocalDate agreedOn) {
        Ask stated = asks.own(ask, by).orElseThrow(() -> Refusal.of("ask", "refusal.ask.notYours"));
        MeetingCycle cycle = meetings.cycle(stated.cycle());
        Meeting meeting = meetings.get(cycle.meeting());
        Instant now = clock.instant();
        Checks checks = new Checks();
        Ground ground = Ground.checked(
                checks.plain(),
                candidate,
                pitch,
                agreedOn,
                now.atZone(meeting.zone()).toLocalDate());
        checks.plain().require(isOpen(stated, meeting, now), "ask", "closed");
        checks.refuseIfAny();
        asks.state(ask, ground, cycle.status());
        if (ground.agreedOn() == null) {
            releases.endAll(ask, now);
        }
        audit.record(
                ground.agreedOn() == null ? Action.GROUND_WITHDRAWN : Action.GROUND_STATED,
                "ask/" + ask,
                cycle.organisation(),
                ground.agreedOn() == null ? "" : "agreed on " + ground.agreedOn());
    }

    /** Whether the ground of an ask can still be stated. */
    public static boolean isOpen(Ask ask, Meeting meeting, Instant now) {
        return ask.kind() == AskKind.CANDIDATE && now.isBefore(meeting.dates().startsAt());
    }
}
