package nl.ruggespraak.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import nl.ruggespraak.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An entry for one person's calendar, or the end of one.
 *
 * @param method what is to be done with it
 * @param uid the same for this appointment in everybody's calendar, however often it moves
 * @param sequence higher each time that this person hears of it
 * @param organizer who answers for it
 * @param attendee whose calendar it is for
 * @param wantsReply whether the organizer should hear if this person comes
 */
public record CalendarEntry(
        Method method,
        UUID uid,
        int sequence,
        Participant organizer,
        Participant attendee,
        boolean wantsReply,
        Content content) {

    /** What is to be done with an entry. */
    public enum Method {
        /** It goes into the calendar, or replaces what is there. */
        REQUEST,
        /** The same, in the organizer's own calendar: nobody invites himself. */
        PUBLISH,
        /** It comes out of the calendar. */
        CANCEL
    }

    /** Somebody with a mailbox. */
    public record Participant(String name, EmailAddress address) {}

    /**
     * What an entry says. Colleagues' calendars may be seen by others: no candidate belongs in here.
     *
     * @param zone in which its moments are told
     * @param url where to go on; it stays in the calendar for good, so it is no secret
     * @param busy whether the person can do nothing else meanwhile
     * @param alarm how long before its end the calendar reminds of it; null to leave that to the person's own settings
     */
    public record Content(
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String summary,
            @Nullable String location,
            String description,
            String url,
            boolean busy,
            @Nullable Duration alarm) {}

    /** Whether it is the organizer's own. */
    boolean isOrganizers() {
        return organizer.address().sharesMailboxWith(attendee.address());
    }
}
