package nl.ruggespraak.notice;

import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.reportback.ReportBack;
import org.jspecify.annotations.Nullable;

/**
 * A report-back and all that a letter about it tells.
 *
 * @param ask what it answers, if it answers an ask
 * @param lead what it tells of, if anything was found
 * @param colleague who acts on it: whom it answers, or the representative when that person has left
 * @param recipient whom it answers
 */
record Answer(
        ReportBack reportBack,
        @Nullable Ask ask,
        @Nullable Lead lead,
        Names.@Nullable Counterpart counterpart,
        Meeting meeting,
        Person representative,
        Person colleague,
        Person recipient) {

    /** What it is about, in a few words. */
    String about() {
        if (ask != null) {
            return ask.title();
        }
        return lead == null ? meeting.title() : lead.title();
    }
}
