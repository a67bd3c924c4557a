package nl.ruggespraak.escalation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a lead to the organisation's director. */
@Component
public class AskDirector {

    private static final List<Role> WHO_DECIDES = List.of(Role.DIRECTOR, Role.MANAGER);

    private final Leads leads;
    private final Meetings meetings;
    private final People people;
    private final JdbcEscalations escalations;
    private final EscalationProcess process;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final Clock clock;

    AskDirector(
            Leads leads,
            Meetings meetings,
            People people,
            JdbcEscalations escalations,
            EscalationProcess process,
            WorkingDays workingDays,
            AuditTrail audit,
            Clock clock) {
        this.leads = leads;
        this.meetings = meetings;
        this.people = people;
        this.escalations = escalations;
        this.process = process;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks the director, once per lead; while the director is away, the deputy. Where there is no director the manager decides, and where there is none either, the representative.
     *
     * @param reason why, in a sentence
     */
    @Transactional
    public void ask(long leadId, String reason) {
        Lead lead = leads.get(leadId);
        MeetingCycle cycle = meetings.cycle(lead.cycle());
        Meeting meeting = meetings.get(cycle.meeting());
        int days = meeting.deadlines().of(Deadline.DECIDE);
        Instant now = clock.instant();
        escalations
                .add(lead, reason, whoDecides(cycle, LocalDate.ofInstant(now, meeting.zone())), now)
                .ifPresent(escalation -> {
                    audit.record(Action.DIRECTOR_ASKED, escalation.subject(), cycle.organisation(), "lead/" + leadId);
                    process.directorAsked(
                            escalation,
                            workingDays.eveningAfter(now, days, meeting.zone()),
                            workingDays.eveningAfter(now, days + 1, meeting.zone()));
                });
    }

    /** Whoever is away has a deputy, or somebody else who can decide now; where all are away, it waits for the one whose turn it is. */
    private String whoDecides(MeetingCycle cycle, LocalDate today) {
        String organisation = cycle.organisation();
        List<Person> inTurn = people.inTurn(List.of(organisation), WHO_DECIDES).getOrDefault(organisation, List.of());
        if (inTurn.isEmpty()) {
            return cycle.representative();
        }
        Person first = inTurn.get(0);
        List<Person> all = Stream.concat(Stream.of(first), people.successors(first.key(), WHO_DECIDES).stream())
                .toList();
        return requireNonNull(
                        people.firstPresent(Map.of(organisation, all), today).get(organisation))
                .key();
    }
}
