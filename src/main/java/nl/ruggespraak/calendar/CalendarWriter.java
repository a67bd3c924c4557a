package nl.ruggespraak.calendar;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.SentBy;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationResult;
import nl.ruggespraak.shared.EmailAddress;
import nl.ruggespraak.shared.Printable;
import org.springframework.stereotype.Component;

/** Writes entries as iCalendar messages (RFC 5545 and 5546). */
@Component
public class CalendarWriter {

    private static final String PRODUCT = "-//Ruggespraak//Network meetings//EN";

    private final Clock clock;
    private final ZoneDefinition zones = new ZoneDefinition();

    CalendarWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes one. What the rules do not allow is a fault of ours, and goes to nobody.
     *
     * @param sender whose mail brings it: a mail program shows no buttons for an entry that somebody else than its organizer sends unasked
     */
    public CalendarMessage write(CalendarEntry entry, EmailAddress sender) {
        CalendarEntry.Method method = entry.method() == CalendarEntry.Method.REQUEST && entry.isOrganizers()
                ? CalendarEntry.Method.PUBLISH
                : entry.method();
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Method(method.name()));
        calendar.add(
                zones.from(entry.content().startsAt().atZone(entry.content().zone())));
        calendar.add(event(entry, sender));
        ValidationResult checked = calendar.validate(true);
        if (checked.hasErrors()) {
            throw new IllegalStateException("This is no calendar entry: " + checked.getEntries());
        }
        // Not by the library's CalendarOutputter, which breaks lines whatever it is told.
        return new CalendarMessage(method, calendar.toString());
    }

    private VEvent event(CalendarEntry entry, EmailAddress sender) {
        CalendarEntry.Content content = entry.content();
        boolean off = entry.method() == CalendarEntry.Method.CANCEL;
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid().toString()));
        event.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStart<>(told(content.startsAt(), content.zone())));
        event.add(new DtEnd<>(told(content.endsAt(), content.zone())));
        event.add(organizer(entry.organizer(), sender));
        if (!entry.isOrganizers()) {
            event.add(attendee(entry));
        }
        event.add(new Summary(Printable.line(content.summary())));
        if (content.location() != null) {
            event.add(new Location(Printable.line(content.location())));
        }
        event.add(new Description(Printable.lines(content.description())));
        event.add(new Url(URI.create(content.url())));
        event.add(new Status(off ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        event.add(new Transp(content.busy() ? Transp.VALUE_OPAQUE : Transp.VALUE_TRANSPARENT));
        if (content.alarm() != null && !off) {
            VAlarm alarm = new VAlarm();
            alarm.add(new Action(Action.VALUE_DISPLAY));
            alarm.add(new Trigger(
                    new ParameterList().add(Related.END), content.alarm().negated()));
            alarm.add(new Description(Printable.line(content.summary())));
            event.add(alarm);
        }
        return event;
    }

    private static Organizer organizer(CalendarEntry.Participant organizer, EmailAddress sender) {
        ParameterList parameters = new ParameterList().add(new Cn(Printable.line(organizer.name())));
        if (!sender.sharesMailboxWith(organizer.address())) {
            parameters = parameters.add(new SentBy(URI.create(sender.mailto())));
        }
        return new Organizer(parameters, mailbox(organizer));
    }

    private static Attendee attendee(CalendarEntry entry) {
        ParameterList parameters = new ParameterList()
                .add(new Cn(Printable.line(entry.attendee().name())))
                .add(CuType.INDIVIDUAL)
                .add(Role.REQ_PARTICIPANT)
                .add(PartStat.NEEDS_ACTION)
                .add(entry.wantsReply() ? Rsvp.TRUE : Rsvp.FALSE);
        return new Attendee(parameters, mailbox(entry.attendee()));
    }

    /** The local time; but of an hour that comes twice, local time means the first, so the second is told in UTC. */
    private static Temporal told(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return local.equals(local.withEarlierOffsetAtOverlap()) ? local : moment;
    }

    private static URI mailbox(CalendarEntry.Participant participant) {
        return URI.create(participant.address().mailto());
    }
}
