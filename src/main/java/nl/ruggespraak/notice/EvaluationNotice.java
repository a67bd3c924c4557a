package nl.ruggespraak.notice;

import java.util.Collection;
import java.util.List;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.result.Evaluation;
import nl.ruggespraak.result.Evaluations;
import nl.ruggespraak.result.Stories;
import nl.ruggespraak.result.Story;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the stakeholders of an organisation what a meeting has brought: in stories and in numbers, without names. */
@Service
public class EvaluationNotice {

    private final Letters letters;
    private final Meetings meetings;
    private final Evaluations evaluations;
    private final Stories stories;
    private final People people;

    EvaluationNotice(Letters letters, Meetings meetings, Evaluations evaluations, Stories stories, People people) {
        this.stories = stories;
        this.letters = letters;
        this.meetings = meetings;
        this.evaluations = evaluations;
        this.people = people;
    }

    /** Posts it to each of a batch of stakeholders, once for each cycle. */
    @Transactional
    public void send(String cycle, Collection<String> persons) {
        MeetingCycle ended = meetings.cycle(cycle);
        Meeting meeting = meetings.get(ended.meeting());
        Evaluation evaluation = evaluations.of(cycle);
        List<Story> told = stories.of(cycle);
        Person representative = people.get(ended.representative());
        List<Letter> written = people.all(persons).values().stream()
                .map(person -> write(evaluation, told, person, meeting, representative))
                .toList();
        letters.post(written);
    }

    private Letter write(Evaluation evaluation, List<Story> told, Person to, Meeting meeting, Person representative) {
        Letter letter = letters.begin("evaluation", evaluation.cycle(), to, meeting)
                .of(evaluation.cycle())
                .from(representative);
        letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", meeting.title(), letter.meetingDay())
                .say("placed", evaluation.placed());
        if (told.isEmpty()) {
            letter.say("noStories");
        }
        letter.items("stories", Telling.in(letter, told)).heading("numbers");
        letter.fact("asked", letter.words("answered", evaluation.asked(), evaluation.answered()))
                .fact("asks", letter.words("carried", evaluation.asks(), evaluation.carried()))
                .fact("leads", evaluation.leads())
                .fact("reportBacks", evaluation.reportBacks())
                .fact("escalations", evaluation.escalations())
                .fact("placed", evaluation.placed());
        List<String> outcomes = evaluation.outcomes().entrySet().stream()
                .map(entry -> letter.words("outcome", letter.label("outcome", entry.getKey()), entry.getValue()))
                .toList();
        return letter.items("outcomes", outcomes).say("worth").reach(representative);
    }
}
