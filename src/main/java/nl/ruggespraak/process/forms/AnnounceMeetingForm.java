package nl.ruggespraak.process.forms;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.ask.AnnounceMeeting;
import nl.ruggespraak.ask.StandardAnnouncement;
import nl.ruggespraak.mail.Deliveries;
import nl.ruggespraak.meeting.ChairOfMeeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Component;

/** Announce the meeting: the standard text, and whom it usually goes to. */
@Component
class AnnounceMeetingForm implements FormContent {

    private final StandardAnnouncement announcement;
    private final Meetings meetings;
    private final People people;
    private final Deliveries deliveries;
    private final ChairOfMeeting chair;

    AnnounceMeetingForm(
            StandardAnnouncement announcement,
            Meetings meetings,
            People people,
            Deliveries deliveries,
            ChairOfMeeting chair) {
        this.announcement = announcement;
        this.meetings = meetings;
        this.people = people;
        this.deliveries = deliveries;
        this.chair = chair;
    }

    @Override
    public String task() {
        return "userTask_announceMeeting";
    }

    @Override
    public String asker(OpenTask task) {
        return chair.of(task.meeting()).key();
    }

    @Override
    public Content content(OpenTask task) {
        String organisation = meetings.cycle(task.businessKey()).organisation();
        List<Person> asked = people.of(organisation, AnnounceMeeting.USUALLY_ASKED);
        Set<String> refused =
                deliveries.refused(asked.stream().map(Person::key).toList()).keySet();
        return new Content(
                announcement.of(task.businessKey()),
                asked.stream()
                        .map(person -> new Colleague(
                                person.key(),
                                person.name(),
                                roles(person, task.words()),
                                refused.contains(person.key())))
                        .toList());
    }

    private static String roles(Person person, Words words) {
        return person.roles().stream()
                .filter(AnnounceMeeting.USUALLY_ASKED::contains)
                .map(role -> words.of("form.role", role))
                .collect(Collectors.joining(", "));
    }

    record Content(String announcement, List<Colleague> colleagues) {}

    /** {@code refused}: whether mails to the address do not arrive. */
    record Colleague(String key, String name, String roles, boolean refused) {}
}
