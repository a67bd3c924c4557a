package nl.ruggespraak.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.matching.OtherSide;
import nl.ruggespraak.matching.StaffHere;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Component;

/** The one-page briefs of directors. */
@Component
public class Briefs {

    private static final int MOST_ASKS = 10;
    private static final int MOST_CASES = 5;

    private final JdbcEscalations escalations;
    private final Leads leads;
    private final Asks asks;
    private final OtherSide otherSide;
    private final Meetings meetings;
    private final People people;
    private final Clock clock;

    Briefs(
            JdbcEscalations escalations,
            Leads leads,
            Asks asks,
            OtherSide otherSide,
            Meetings meetings,
            People people,
            Clock clock) {
        this.escalations = escalations;
        this.leads = leads;
        this.asks = asks;
        this.otherSide = otherSide;
        this.meetings = meetings;
        this.people = people;
        this.clock = clock;
    }

    /** The brief of an escalation, as things are now; its lists are short enough for one page. */
    public Brief of(long escalationId) {
        Escalation escalation = escalations.get(escalationId);
        Lead lead = leads.get(escalation.lead());
        MeetingCycle cycle = meetings.cycle(escalation.cycle());
        Instant since = clock.instant().minus(WeighLead.LIVE);
        return new Brief(
                escalation,
                lead,
                cycle.representative(),
                ourAsks(cycle.organisation(), lead, since),
                ourStaff(cycle.organisation(), lead, since),
                escalations.similarCases(escalation, MOST_CASES),
                people.of(cycle.organisation(), Set.of(Role.DEPARTMENT_HEAD)).stream()
                        .map(Person::key)
                        .toList());
    }

    /** The ask that the lead answers, whatever its occupation, and those that fit. */
    private List<Ask> ourAsks(String organisation, Lead lead, Instant since) {
        List<Long> fitting = lead.occupation() == null
                ? List.of()
                : otherSide.asks(organisation, lead.occupation(), lead.kind().otherSide(), since, MOST_ASKS);
        return List.copyOf(asks.all(Stream.concat(Stream.ofNullable(lead.answersAsk()), fitting.stream())
                        .distinct()
                        .toList())
                .values());
    }

    private List<StaffHere> ourStaff(String organisation, Lead lead, Instant since) {
        return lead.occupation() == null || lead.kind() != LeadKind.STAFF_DEMAND
                ? List.of()
                : otherSide.staffAtRisk(organisation, lead.occupation(), since);
    }
}
