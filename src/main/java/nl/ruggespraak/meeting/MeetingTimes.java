package nl.ruggespraak.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import nl.ruggespraak.shared.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a meeting can be: in the future, at times that the clocks show once, and ending after it starts. */
@Component
class MeetingTimes {

    private static final Period FURTHEST_AHEAD = Period.ofYears(5);
    private static final Duration LONGEST = Duration.ofDays(3);

    private final Clock clock;

    MeetingTimes(Clock clock) {
        this.clock = clock;
    }

    /** Checks a beginning and an end, both local in the zone. */
    void check(Checks.Row checks, @Nullable LocalDateTime startsAt, @Nullable LocalDateTime endsAt, ZoneId zone) {
        boolean known = checks.require(startsAt != null, "startsAt", "missing")
                & checks.require(endsAt != null, "endsAt", "missing");
        if (!known || startsAt == null || endsAt == null) {
            return;
        }
        if (!areOnTheClock(checks, startsAt, endsAt, zone)) {
            return;
        }
        Instant start = startsAt.atZone(zone).toInstant();
        Instant end = endsAt.atZone(zone).toInstant();
        Instant now = clock.instant();
        checks.require(start.isAfter(now), "startsAt", "past");
        checks.require(
                start.atZone(zone).isBefore(now.atZone(zone).plus(FURTHEST_AHEAD)),
                "startsAt",
                "tooFar",
                FURTHEST_AHEAD.getYears());
        checks.require(end.isAfter(start), "endsAt", "beforeStart");
        checks.require(Duration.between(start, end).compareTo(LONGEST) <= 0, "endsAt", "tooLong", LONGEST.toDays());
    }

    /** A time that the clocks skip, or show twice, is one moment to nobody: it is refused, and not moved or guessed. */
    private static boolean areOnTheClock(Checks.Row checks, LocalDateTime startsAt, LocalDateTime endsAt, ZoneId zone) {
        ZoneOffsetTransition atStart = zone.getRules().getTransition(startsAt);
        ZoneOffsetTransition atEnd = zone.getRules().getTransition(endsAt);
        return checks.require(atStart == null || !atStart.isGap(), "startsAt", "skipped", times(startsAt, atStart))
                & checks.require(atStart == null || atStart.isGap(), "startsAt", "twice", times(startsAt, atStart))
                & checks.require(atEnd == null || !atEnd.isGap(), "endsAt", "skipped", times(endsAt, atEnd))
                & checks.require(atEnd == null || atEnd.isGap(), "endsAt", "twice", times(endsAt, atEnd));
    }

    /** The time, and from when to when the clocks are put. */
    private static Object[] times(LocalDateTime time, @Nullable ZoneOffsetTransition change) {
        return change == null
                ? new Object[0]
                : new Object[] {
                    time.toLocalTime().toString(),
                    change.getDateTimeBefore().toLocalTime().toString(),
                    change.getDateTimeAfter().toLocalTime().toString()
                };
    }
}
