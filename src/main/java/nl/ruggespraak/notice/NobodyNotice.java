package nl.ruggespraak.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.DutiesOfNobody;
import nl.ruggespraak.people.Duty;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the chairs, and where there is none the administrators, who is to do what waits for somebody who has left and what nobody in the organisation could
 * take over.
 */
@Service
class NobodyNotice implements DutiesOfNobody {

    private final Letters letters;
    private final Meetings meetings;
    private final People people;

    NobodyNotice(Letters letters, Meetings meetings, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.people = people;
    }

    @Override
    @Transactional
    public void left(List<Duty> duties) {
        Map<String, List<Duty>> byMeeting =
                duties.stream().collect(Collectors.groupingBy(Duty::meeting, LinkedHashMap::new, Collectors.toList()));
        byMeeting.forEach((key, left) -> {
            Meeting meeting = meetings.get(key);
            letters.post(asked(meeting).stream()
                    .map(person -> write(meeting, left, person))
                    .toList());
        });
    }

    private List<Person> asked(Meeting meeting) {
        List<Person> chairs = people.chairs(meeting.network());
        return chairs.isEmpty() ? people.with(Role.ADMINISTRATOR) : chairs;
    }

    private Letter write(Meeting meeting, List<Duty> left, Person to) {
        String which = left.stream()
                .map(duty -> duty.kind().name() + duty.id() + duty.person())
                .toList()
                .toString();
        Letter letter =
                letters.begin("nobody", meeting.key() + "/" + Integer.toHexString(which.hashCode()), to, meeting);
        return letter.subject(meeting.title())
                .say("opening", meeting.title())
                .listed(left.stream().map(duty -> item(letter, duty)).toList())
                .say("ask")
                .page("name", "/meetings/" + meeting.key() + "/nobody");
    }

    private String item(Letter letter, Duty duty) {
        String former = people.get(duty.person()).name();
        return duty.organisation() == null
                ? letter.words(".duty." + duty.kind(), former)
                : letter.words(
                        ".dutyOf",
                        people.organisation(duty.organisation()).name(),
                        letter.words(".duty." + duty.kind(), former));
    }
}
