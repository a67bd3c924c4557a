package nl.ruggespraak.notice;

import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.people.Person;

/** An escalation and all that a letter about it tells. */
record Case(
        Escalation escalation,
        Lead lead,
        Names.Counterpart counterpart,
        MeetingCycle cycle,
        Meeting meeting,
        Person representative,
        Person director) {}
