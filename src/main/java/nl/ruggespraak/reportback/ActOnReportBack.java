package nl.ruggespraak.reportback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what came of a report-back. */
@Component
public class ActOnReportBack {

    private static final int LONGEST_DETAILS = 4_000;
    private static final int MOST_PEOPLE = 10_000;
    private static final int YEARS_AHEAD = 1;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final JdbcReportBacks reportBacks;
    private final Meetings meetings;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final Clock clock;

    ActOnReportBack(
            JdbcReportBacks reportBacks, Meetings meetings, WorkingDays workingDays, AuditTrail audit, Clock clock) {
        this.reportBacks = reportBacks;
        this.meetings = meetings;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records an outcome; one that is known is a result, "not yet" comes back on its next date.
     *
     * @param outcome name of an {@link Outcome}; {@code NO_RESULT} needs a reason in the details
     * @param headcount how many people; a placement needs at least one
     * @param nextStepOn when to ask again; needed with {@code NOT_YET}
     * @param by key of the person who says it
     * @throws Refusal with everything that is wrong with what was typed
     */
    @Transactional
    public Followed act(
            long reportBack,
            @Nullable String outcome,
            @Nullable String details,
            @Nullable Long headcount,
            @Nullable LocalDate nextStepOn,
            String by) {
        ReportBack acted = reportBacks.get(reportBack);
        Meeting meeting = meetings.ofCycle(acted.cycle());
        ZoneId zone = meeting.zone();
        Instant now = clock.instant();
        FollowUp followUp = check(outcome, details, headcount, nextStepOn, by, now, LocalDate.ofInstant(now, zone));
        if (!reportBacks.follow(reportBack, followUp)) {
            throw new IllegalStateException(
                    "Report-back " + reportBack + " cannot be followed up, it is " + acted.status());
        }
        audit.record(
                Action.OUTCOME_RECORDED,
                "report-back/" + reportBack,
                MeetingCycle.organisationOf(acted.cycle()),
                inWords(followUp));
        if (followUp.outcome().isKnown()) {
            reportBacks.book(acted, followUp);
            return new Followed(true, Optional.empty());
        }
        Instant nextStepAt = followUp.nextStepOn() == null
                ? now
                : workingDays
                        .onOrAfter(followUp.nextStepOn())
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant();
        Instant dueAt = workingDays.eveningAfter(nextStepAt, meeting.deadlines().of(Deadline.ACT), zone);
        return new Followed(false, Optional.of(new Again(nextStepAt, dueAt)));
    }

    private static String inWords(FollowUp followUp) {
        return followUp.outcome().name()
                + (followUp.headcount() > 0 ? ", people: " + followUp.headcount() : "")
                + (followUp.nextStepOn() == null ? "" : ", asked again on " + followUp.nextStepOn());
    }

    private static FollowUp check(
            @Nullable String outcomeName,
            @Nullable String details,
            @Nullable Long headcount,
            @Nullable LocalDate nextStepOn,
            String by,
            Instant now,
            LocalDate today) {
        Checks checks = new Checks();
        Checks.Row form = checks.plain();
        Optional<Outcome> said = Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(outcomeName))
                .findFirst();
        form.require(said.isPresent(), "outcome", outcomeName == null || outcomeName.isBlank() ? "missing" : "unknown");
        Outcome outcome = said.orElse(Outcome.TALK_HELD);
        String text = form.optionalText("details", details, LONGEST_DETAILS);
        form.require(outcome != Outcome.NO_RESULT || !text.isEmpty(), "details", "reasonMissing");
        if (outcome.isPlacement()) {
            form.require(headcount != null, "headcount", "missing");
        }
        int least = outcome.isPlacement() ? 1 : 0;
        int people = form.number("headcount", headcount, least, MOST_PEOPLE, least);
        if (outcome == Outcome.NOT_YET && form.require(nextStepOn != null, "nextStepOn", "missing")) {
            form.day("nextStepOn", nextStepOn, today.plusDays(1), YEARS_AHEAD);
        }
        checks.refuseIfAny();
        return new FollowUp(
                outcome,
                text,
                outcome.isKnown() && outcome != Outcome.NO_RESULT ? people : 0,
                outcome == Outcome.NOT_YET ? nextStepOn : null,
                by,
                now);
    }

    /**
     * @param again when to come back to it; empty when the outcome is known
     */
    public record Followed(boolean outcomeKnown, Optional<Again> again) {}

    /**
     * @param askAt when to ask again
     * @param dueAt until when an answer is expected then
     */
    public record Again(Instant askAt, Instant dueAt) {}
}
