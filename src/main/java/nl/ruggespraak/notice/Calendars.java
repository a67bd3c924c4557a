package nl.ruggespraak.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ruggespraak.calendar.CalendarCopies;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.EmailAddresses;
import org.springframework.stereotype.Component;

/** Makes the entries that letters bring: to whom one is due, and to nobody else. Each answers them by person. */
@Component
class Calendars {

    private final CalendarCopies copies;
    private final People people;
    private final EmailAddresses addresses;
    private final Clock clock;

    Calendars(CalendarCopies copies, People people, EmailAddresses addresses, Clock clock) {
        this.copies = copies;
        this.people = people;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** For these persons, unless they have it. */
    Map<String, CalendarEntry> give(Appointment appointment, Person organizer, Collection<Person> to) {
        return entries(
                CalendarEntry.Method.REQUEST,
                appointment,
                copies.give(appointment.key(), organizer.key(), keys(to), appointment.revision()),
                to);
    }

    /** The same, but what is over goes into no calendar. */
    Map<String, CalendarEntry> giveInTime(Appointment appointment, Person organizer, Collection<Person> to) {
        boolean over = !appointment.told().apply(organizer.language()).endsAt().isAfter(clock.instant());
        return over ? Map.of() : give(appointment, organizer, to);
    }

    /** For those of these persons who have it. */
    Map<String, CalendarEntry> change(Appointment appointment, Collection<Person> to) {
        return entries(
                CalendarEntry.Method.REQUEST,
                appointment,
                copies.change(appointment.key(), keys(to), appointment.revision()),
                to);
    }

    /** For those of these persons who have it, and will have it no more. */
    Map<String, CalendarEntry> takeBack(Appointment appointment, Collection<Person> to) {
        return entries(
                CalendarEntry.Method.CANCEL,
                appointment,
                copies.takeBack(appointment.key(), keys(to), appointment.revision()),
                to);
    }

    private Map<String, CalendarEntry> entries(
            CalendarEntry.Method method,
            Appointment appointment,
            Map<String, CalendarCopies.Copy> copies,
            Collection<Person> to) {
        if (copies.isEmpty()) {
            return Map.of();
        }
        Map<String, Person> organizers = people.all(
                copies.values().stream().map(CalendarCopies.Copy::organizer).collect(Collectors.toSet()));
        Map<String, CalendarEntry> entries = new LinkedHashMap<>();
        for (Person person : to) {
            CalendarCopies.Copy copy = copies.get(person.key());
            Person organizer = copy == null ? null : organizers.get(copy.organizer());
            // Nobody answers for the entry of somebody who has been erased, or whom no mail reaches.
            if (copy != null && organizer != null) {
                participant(organizer)
                        .flatMap(from -> participant(person)
                                .map(attendee -> new CalendarEntry(
                                        method,
                                        copy.uid(),
                                        copy.sequence(),
                                        from,
                                        attendee,
                                        appointment.wantsReply(),
                                        appointment.told().apply(person.language()))))
                        .ifPresent(entry -> entries.put(person.key(), entry));
            }
        }
        return entries;
    }

    private Optional<CalendarEntry.Participant> participant(Person person) {
        return addresses.find(person.email()).map(address -> new CalendarEntry.Participant(person.name(), address));
    }

    private static Collection<String> keys(Collection<Person> persons) {
        return persons.stream().map(Person::key).toList();
    }
}
