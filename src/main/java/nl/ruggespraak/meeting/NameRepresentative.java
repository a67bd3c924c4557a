package nl.ruggespraak.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A manager names who represents the organisation at one meeting: a colleague, who needs no role for it, or the manager. The organisation joins at once. */
@Component
public class NameRepresentative {

    private final JdbcMeetings meetings;
    private final RepresentativeRequests requests;
    private final AskForRepresentatives askForRepresentatives;
    private final MeetingProcess process;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    NameRepresentative(
            JdbcMeetings meetings,
            RepresentativeRequests requests,
            AskForRepresentatives askForRepresentatives,
            MeetingProcess process,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.requests = requests;
        this.askForRepresentatives = askForRepresentatives;
        this.process = process;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Names one.
     *
     * @param key of the request
     * @param representative key of the colleague
     * @throws Refusal when that is no colleague, or somebody represents the organisation already, or the meeting has begun or is off
     */
    @Transactional
    public void name(String key, @Nullable String representative) {
        RepresentativeRequest request = requests.find(key)
                .filter(RepresentativeRequest::open)
                .orElseThrow(() -> Refusal.of("representative", "refusal.representative.named"));
        meetings.lock(request.meeting());
        Meeting meeting = meetings.get(request.meeting());
        meeting.refuseUnlessOpen(meeting.revision(), clock.instant());
        Checks checks = new Checks();
        Optional<Person> named = Optional.ofNullable(representative)
                .flatMap(people::find)
                .filter(person -> person.active() && request.organisation().equals(person.organisation()));
        checks.plain()
                .require(
                        named.isPresent(),
                        "representative",
                        representative == null || representative.isBlank() ? "missing" : "unknown");
        checks.refuseIfAny();
        String person = named.orElseThrow().key();
        List<MeetingCycle> opened = meetings.openCycles(meeting.key(), Map.of(request.organisation(), person));
        if (opened.isEmpty()) {
            throw Refusal.of("representative", "refusal.representative.named");
        }
        audit.record(
                Action.REPRESENTATIVE_NAMED, List.of("cycle/" + key, "person/" + person), request.organisation(), "");
        askForRepresentatives.named(key);
        process.joined(meeting, opened);
    }
}
