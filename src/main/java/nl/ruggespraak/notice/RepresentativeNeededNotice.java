package nl.ruggespraak.notice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.meeting.ChairOfMeeting;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.meeting.RepresentativeRequest;
import nl.ruggespraak.meeting.RepresentativeRequests;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the manager of an organisation that has no representative for a meeting to name one, or to attend; reminds of it, and tells the chair when nobody
 * was named, or nobody could be asked.
 */
@Service
public class RepresentativeNeededNotice {

    private final Letters letters;
    private final RepresentativeRequests requests;
    private final Meetings meetings;
    private final Names names;
    private final People people;
    private final ChairOfMeeting chairOfMeeting;
    private final Clock clock;

    RepresentativeNeededNotice(
            Letters letters,
            RepresentativeRequests requests,
            Meetings meetings,
            Names names,
            People people,
            ChairOfMeeting chairOfMeeting,
            Clock clock) {
        this.letters = letters;
        this.requests = requests;
        this.meetings = meetings;
        this.names = names;
        this.people = people;
        this.chairOfMeeting = chairOfMeeting;
        this.clock = clock;
    }

    /** Posts it to whoever is asked, once for each time of asking. */
    @Transactional
    public void ask(String key) {
        requests.find(key)
                .filter(RepresentativeRequest::open)
                .ifPresent(request -> asked(request)
                        .ifPresent(
                                asked -> letters.post(List.of(ask(request, asked, meetings.get(request.meeting()))))));
    }

    private Letter ask(RepresentativeRequest request, Person asked, Meeting meeting) {
        Person chair = chairOfMeeting.of(meeting);
        Letter letter = letters.begin("name-representative", about(request), asked, meeting)
                .from(chair);
        return letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", organisation(request), meeting.title())
                .meeting(names.of(meeting))
                .say("choose")
                .say("until", letter.moment(meeting.dates().nameBy(clock.instant())))
                .action(".openTasks")
                .reach(chair);
    }

    /** Reminds whoever is asked of all meetings for which that is so, and tells the chair that nobody was named. */
    @Transactional
    public void remind(String key) {
        requests.find(key).filter(RepresentativeRequest::open).ifPresent(request -> {
            Meeting meeting = meetings.get(request.meeting());
            asked(request).ifPresent(asked -> {
                Person chair = chairOfMeeting.of(meeting);
                letters.post(List.of(
                        remind(request, asked, meeting, chair),
                        toChair(request, meeting, chair, "overdue")
                                .say("asked", asked.name())
                                .from(asked)
                                .reach(asked)));
            });
        });
    }

    private Letter remind(RepresentativeRequest request, Person asked, Meeting meeting, Person chair) {
        List<String> all = requests.openOfAsked(asked.key(), clock.instant()).stream()
                .map(RepresentativeRequest::meeting)
                .map(meetings::get)
                .map(Meeting::title)
                .toList();
        return letters.remind("name-representative-reminder", asked, meeting)
                .from(chair)
                .subject(meeting.title())
                .say("opening", organisation(request))
                .listed(all)
                .say("without")
                .action(".openTasks")
                .reach(chair);
    }

    /** Tells the chair that an organisation has no representative, and nobody who could name one. */
    @Transactional
    public void nobodyToAsk(String key) {
        requests.find(key).filter(RepresentativeRequest::open).ifPresent(request -> {
            Meeting meeting = meetings.get(request.meeting());
            letters.post(List.of(toChair(request, meeting, chairOfMeeting.of(meeting), "nobody")
                    .say("nobodyToAsk")));
        });
    }

    private Letter toChair(RepresentativeRequest request, Meeting meeting, Person chair, String why) {
        Letter letter = letters.begin("representative-missing", about(request) + "/" + why, chair, meeting);
        return letter.subject(organisation(request), meeting.title())
                .say("opening", organisation(request), meeting.title(), letter.meetingDay());
    }

    private Optional<Person> asked(RepresentativeRequest request) {
        return Optional.ofNullable(request.asked()).flatMap(people::find);
    }

    private String organisation(RepresentativeRequest request) {
        return people.organisation(request.organisation()).name();
    }

    private static String about(RepresentativeRequest request) {
        return request.key() + "/" + request.askedAt().toEpochMilli();
    }
}
