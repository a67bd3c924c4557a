package nl.ruggespraak.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.matching.OtherSide;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what decides whether a lead is the director's business. */
@Component
public class WeighLead {

    /** What was asked or reported earlier is taken to be over. */
    static final Duration LIVE = Duration.ofDays(365);

    private final Leads leads;
    private final Meetings meetings;
    private final OtherSide otherSide;
    private final Clock clock;

    WeighLead(Leads leads, Meetings meetings, OtherSide otherSide, Clock clock) {
        this.leads = leads;
        this.meetings = meetings;
        this.otherSide = otherSide;
        this.clock = clock;
    }

    /** Weighs a lead as things are now. */
    public Weight weigh(long leadId) {
        Lead lead = leads.get(leadId);
        MeetingCycle cycle = meetings.cycle(lead.cycle());
        return new Weight(
                lead.kind(),
                lead.headcount(),
                monthsUntil(lead.startsOn(), meetings.get(cycle.meeting()).zone()),
                otherSideHere(cycle.organisation(), lead));
    }

    private @Nullable Integer monthsUntil(@Nullable LocalDate start, ZoneId zone) {
        return start == null
                ? null
                : Math.toIntExact(ChronoUnit.MONTHS.between(LocalDate.ofInstant(clock.instant(), zone), start));
    }

    private boolean otherSideHere(String organisation, Lead lead) {
        if (lead.occupation() == null) {
            return false;
        }
        Instant since = clock.instant().minus(LIVE);
        return !otherSide
                        .askers(organisation, lead.occupation(), lead.kind().otherSide(), since)
                        .isEmpty()
                || lead.kind() == LeadKind.STAFF_DEMAND
                        && !otherSide
                                .staffAtRisk(organisation, lead.occupation(), since)
                                .isEmpty();
    }

    /**
     * The inputs of the decision table.
     *
     * @param monthsUntilStart whole months; 0 when it starts within one; null when nobody knows
     * @param otherSideHere whether our own organisation has asks or staff on the other side of the lead
     */
    public record Weight(
            LeadKind kind, int headcount, @Nullable Integer monthsUntilStart, boolean otherSideHere) {}
}
