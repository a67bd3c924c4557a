package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.meeting.Handover;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a chair that a meeting is theirs to lead now. */
@Service
public class ChairNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final Names names;
    private final People people;

    ChairNotice(Letters letters, Meetings meetings, Names names, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
    }

    /** Posts it to the new one, once for each who hands it on. */
    @Transactional
    public void send(String key, Handover handover) {
        Meeting meeting = meetings.get(key);
        Person former = people.get(handover.from());
        Letter letter =
                letters.begin("meeting-handed-over", key + "/" + former.key(), people.get(handover.to()), meeting);
        letters.post(List.of(letter.subject(meeting.title(), letter.meetingDay())
                .say(handover.left() ? "openingLeft" : "opening", former.name(), meeting.title())
                .meeting(names.of(meeting))
                .say("expected")
                .action(".openTasks")));
    }
}
