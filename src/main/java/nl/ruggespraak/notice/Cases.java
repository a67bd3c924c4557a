package nl.ruggespraak.notice;

import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import org.springframework.stereotype.Component;

/** Gathers what letters about escalations tell. */
@Component
class Cases {

    private final Escalations escalations;
    private final Leads leads;
    private final Meetings meetings;
    private final People people;
    private final Names names;

    Cases(Escalations escalations, Leads leads, Meetings meetings, People people, Names names) {
        this.escalations = escalations;
        this.leads = leads;
        this.meetings = meetings;
        this.people = people;
        this.names = names;
    }

    Case of(long escalationId) {
        Escalation escalation = escalations.get(escalationId);
        MeetingCycle cycle = meetings.cycle(escalation.cycle());
        Lead lead = leads.get(escalation.lead());
        return new Case(
                escalation,
                lead,
                names.of(lead),
                cycle,
                meetings.get(cycle.meeting()),
                people.get(cycle.representative()),
                people.get(escalation.director()));
    }
}
