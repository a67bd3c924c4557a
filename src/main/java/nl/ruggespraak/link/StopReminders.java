package nl.ruggespraak.link;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever has the link from a reminder wants no more reminders of what the link is for, or wants them again. The mails that say something
 * new still come: a new date, a cancellation, an answer.
 */
@Service
public class StopReminders {

    private final JdbcReminderStops stops;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    StopReminders(JdbcReminderStops stops, People people, AuditTrail audit, Clock clock) {
        this.stops = stops;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether no reminders of this come any more.
     *
     * @param others ids of report-backs that the same mail reminded of; those of other people count for nothing
     */
    @Transactional(readOnly = true)
    public boolean stopped(PersonalLink link, Collection<String> others) {
        List<String> subjects = subjects(link, others);
        return stops.stopped(link.person(), link.purpose(), subjects).containsAll(subjects);
    }

    /** Stops the reminders. Done twice, it changes nothing. */
    @Transactional
    public void stop(PersonalLink link, Collection<String> others) {
        if (stops.stop(link.person(), link.purpose(), subjects(link, others), clock.instant()) > 0) {
            record(Action.REMINDERS_STOPPED, link);
        }
    }

    /** Lets them come again. */
    @Transactional
    public void resume(PersonalLink link, Collection<String> others) {
        if (stops.resume(link.person(), link.purpose(), subjects(link, others)) > 0) {
            record(Action.REMINDERS_RESUMED, link);
        }
    }

    private List<String> subjects(PersonalLink link, Collection<String> others) {
        return link.purpose() == Purpose.ACT_ON_REPORT_BACK && !others.isEmpty()
                ? Stream.concat(Stream.of(link.subject()), stops.ownReportBacks(link.person(), others).stream())
                        .distinct()
                        .toList()
                : List.of(link.subject());
    }

    private void record(Action action, PersonalLink link) {
        audit.record(
                action,
                "person/" + link.person(),
                people.get(link.person()).organisation(),
                link.purpose() + ", " + link.subject() + ", by whoever had the link");
    }
}
