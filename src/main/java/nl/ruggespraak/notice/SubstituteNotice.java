package nl.ruggespraak.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.ruggespraak.ask.AskCounts;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.meeting.ChairOfMeeting;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Handover;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.MeetingDates;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the new representative of an organisation how things stand and what is expected until when, and the former that nothing is any more.
 * The meeting goes from the calendar of the one to that of the other; what was prepared for it, with the link to record what comes of it, goes
 * to the new one, too.
 */
@Service
public class SubstituteNotice {

    private final Letters letters;
    private final BriefingNotice briefing;
    private final Calendars calendars;
    private final Appointments appointments;
    private final Meetings meetings;
    private final Asks asks;
    private final Names names;
    private final People people;
    private final ChairOfMeeting chair;
    private final Clock clock;

    SubstituteNotice(
            Letters letters,
            BriefingNotice briefing,
            Calendars calendars,
            Appointments appointments,
            Meetings meetings,
            Asks asks,
            Names names,
            People people,
            ChairOfMeeting chair,
            Clock clock) {
        this.letters = letters;
        this.briefing = briefing;
        this.calendars = calendars;
        this.appointments = appointments;
        this.meetings = meetings;
        this.asks = asks;
        this.names = names;
        this.people = people;
        this.chair = chair;
        this.clock = clock;
    }

    /** Posts it to both, once for each handover. */
    @Transactional
    public void send(String cycle, Handover handover) {
        MeetingCycle handed = meetings.cycle(cycle);
        Meeting meeting = meetings.get(handed.meeting());
        Person former = people.get(handover.from());
        Person substitute = people.get(handover.to());
        if (handed.status() == CycleStatus.EVALUATED) {
            letters.post(List.of(toSubstitute(handed, meeting, former, substitute, handover.left())));
            return;
        }
        Appointment appointment = appointments.meeting(meeting);
        CalendarEntry given = calendars
                .give(appointment, chair.of(meeting), List.of(substitute))
                .get(substitute.key());
        letters.post(List.of(toSubstitute(handed, meeting, former, substitute, handover.left())
                .enclose(given)));
        if (handed.status() == CycleStatus.BRIEFED) {
            briefing.send(cycle);
        }
        if (!handover.left()) {
            CalendarEntry takenBack =
                    calendars.takeBack(appointment, List.of(former)).get(former.key());
            letters.post(List.of(toFormer(handed, meeting, former, substitute).enclose(takenBack)));
        }
    }

    private Letter toSubstitute(
            MeetingCycle cycle, Meeting meeting, Person former, Person substitute, boolean formerHasLeft) {
        Letter letter = begin("substitute", cycle, meeting, substitute);
        letter.subject(meeting.title(), letter.meetingDay())
                .say(formerHasLeft ? "openingLeft" : "opening", former.name(), meeting.title())
                .meeting(names.of(meeting));
        if (cycle.status() != CycleStatus.OPENED) {
            AskCounts counts = asks.counts(cycle.key());
            letter.heading("stands").say("counts", counts.asked(), counts.answered(), counts.asks());
        }
        letter.heading("expected");
        expect(letter, cycle, meeting.dates());
        letter.action(".openTasks");
        return formerHasLeft ? letter : letter.from(former).reach(former);
    }

    private void expect(Letter letter, MeetingCycle cycle, MeetingDates dates) {
        Instant now = clock.instant();
        switch (cycle.status()) {
            case OPENED -> {
                if (dates.announceAt().isAfter(now)) {
                    letter.say("announceLater", letter.moment(dates.announceAt()));
                } else {
                    letter.say("announce", letter.moment(dates.announceByItselfAt()));
                }
                attend(letter, dates);
            }
            case ANNOUNCED -> {
                if (dates.asksCloseAt().isAfter(now)) {
                    letter.say("briefLater", letter.moment(dates.asksCloseAt()));
                } else {
                    letter.say("brief", letter.moment(dates.startsAt()));
                }
                attend(letter, dates);
            }
            case BRIEFED -> attend(letter, dates);
            case ATTENDED -> letter.say("reportBack");
            case EVALUATED -> letter.say("stillOpen");
            case REPORTED, CANCELLED -> letter.say("seeThrough", letter.moment(dates.evaluateAt()));
        }
    }

    private static void attend(Letter letter, MeetingDates dates) {
        letter.say("attend", letter.moment(dates.startsAt()), letter.moment(dates.leadsDueAt()));
    }

    private Letter toFormer(MeetingCycle cycle, Meeting meeting, Person former, Person substitute) {
        Letter letter = begin("substituted", cycle, meeting, former).from(substitute);
        return letter.subject(substitute.name(), meeting.title())
                .say("opening", substitute.name(), meeting.title(), letter.meetingDay())
                .say("closed")
                .reach(substitute);
    }

    private Letter begin(String kind, MeetingCycle cycle, Meeting meeting, Person to) {
        return letters.begin(kind, cycle.key() + "/" + cycle.handovers(), to, meeting)
                .of(cycle.key());
    }
}
