package nl.ruggespraak.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.meeting.ChairOfMeeting;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.result.Evaluation;
import nl.ruggespraak.result.Evaluations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the members of a network what a meeting has brought. */
@Service
public class NetworkResultsNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final Evaluations evaluations;
    private final People people;
    private final ChairOfMeeting chairOfMeeting;

    NetworkResultsNotice(
            Letters letters, Meetings meetings, Evaluations evaluations, People people, ChairOfMeeting chairOfMeeting) {
        this.letters = letters;
        this.meetings = meetings;
        this.evaluations = evaluations;
        this.people = people;
        this.chairOfMeeting = chairOfMeeting;
    }

    /** Posts it to each representative, with the figures of the own organisation, and to the chair, once for each meeting. */
    @Transactional
    public void send(String meetingKey) {
        Meeting meeting = meetings.get(meetingKey);
        List<MeetingCycle> cycles = meetings.cycles(meetingKey);
        Map<String, Evaluation> evaluations =
                this.evaluations.of(cycles.stream().map(MeetingCycle::key).toList());
        Map<String, Person> persons =
                people.all(cycles.stream().map(MeetingCycle::representative).toList());
        Person chair = chairOfMeeting.of(meeting);
        List<Letter> written = new ArrayList<>();
        for (MeetingCycle cycle : cycles) {
            Person representative = persons.get(cycle.representative());
            Evaluation own = evaluations.get(cycle.key());
            if (representative != null && own != null) {
                written.add(write(meeting, evaluations.values(), own, representative, chair)
                        .of(cycle.key()));
            }
        }
        if (chair.leads(meeting.network())) {
            written.add(write(meeting, evaluations.values(), null, chair, chair));
        }
        letters.post(written);
    }

    private Letter write(
            Meeting meeting, Collection<Evaluation> all, @Nullable Evaluation own, Person to, Person chair) {
        Letter letter =
                letters.begin("network-results", meeting.key(), to, meeting).from(chair);
        letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", meeting.title(), letter.meetingDay(), all.size())
                .fact("asksCarried", all.stream().mapToInt(Evaluation::carried).sum())
                .fact("leads", all.stream().mapToInt(Evaluation::leads).sum())
                .fact(
                        "reportBacks",
                        all.stream().mapToInt(Evaluation::reportBacks).sum())
                .fact(
                        "escalations",
                        all.stream().mapToInt(Evaluation::escalations).sum())
                .fact("placed", all.stream().mapToInt(Evaluation::placed).sum());
        if (own != null) {
            letter.heading("own")
                    .fact("asksCarried", own.carried())
                    .fact("leads", own.leads())
                    .fact("reportBacks", own.reportBacks())
                    .fact("escalations", own.escalations())
                    .fact("placed", own.placed());
        }
        return letter.say("next");
    }
}
