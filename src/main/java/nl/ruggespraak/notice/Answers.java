package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.reportback.ReportBack;
import nl.ruggespraak.reportback.ReportBacks;
import org.springframework.stereotype.Component;

/** Gathers what letters about report-backs tell. */
@Component
class Answers {

    private final ReportBacks reportBacks;
    private final Asks asks;
    private final Leads leads;
    private final Meetings meetings;
    private final People people;
    private final Names names;

    Answers(ReportBacks reportBacks, Asks asks, Leads leads, Meetings meetings, People people, Names names) {
        this.reportBacks = reportBacks;
        this.asks = asks;
        this.leads = leads;
        this.meetings = meetings;
        this.people = people;
        this.names = names;
    }

    Answer of(long reportBackId) {
        ReportBack reportBack = reportBacks.get(reportBackId);
        MeetingCycle cycle = meetings.cycle(reportBack.cycle());
        Ask ask = reportBack.ask() == null
                ? null
                : asks.all(List.of(reportBack.ask())).get(reportBack.ask());
        Lead lead = reportBack.lead() == null ? null : leads.get(reportBack.lead());
        Person representative = people.get(cycle.representative());
        Person recipient = people.get(reportBack.recipient());
        return new Answer(
                reportBack,
                ask,
                lead,
                lead == null ? null : names.of(lead),
                meetings.get(cycle.meeting()),
                representative,
                reportBack.withRepresentative() ? representative : recipient,
                recipient);
    }
}
