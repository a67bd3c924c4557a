package nl.ruggespraak.meeting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the manager of a member organisation without a representative to name one for a meeting, or to attend; where there is no manager, the director.
 * Of an organisation that has neither, the chair is told.
 */
@Component
class AskForRepresentatives {

    private final JdbcRepresentativeRequests requests;
    private final RepresentativeProcess process;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    AskForRepresentatives(
            JdbcRepresentativeRequests requests,
            RepresentativeProcess process,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.process = process;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks on behalf of these organisations. Whoever is asked already stays asked, unless that person is gone or has the role no longer.
     *
     * @param leavers keys of persons who are about to go, and are asked nothing
     */
    @Transactional
    void ask(Meeting meeting, Collection<String> organisations, Collection<String> leavers) {
        Map<String, List<Person>> inTurn = people.inTurn(organisations, List.of(Role.MANAGER, Role.DIRECTOR));
        for (String organisation : organisations) {
            List<String> candidates = inTurn.getOrDefault(organisation, List.of()).stream()
                    .map(Person::key)
                    .filter(key -> !leavers.contains(key))
                    .toList();
            Optional<RepresentativeRequest> before =
                    requests.find(MeetingCycle.key(meeting.key(), organisation)).filter(RepresentativeRequest::open);
            String asked = before.map(RepresentativeRequest::asked).orElse(null);
            String first = candidates.isEmpty() ? null : candidates.get(0);
            if (before.isEmpty() || !candidates.contains(asked) && !Objects.equals(asked, first)) {
                ask(meeting, organisation, asked, first);
            }
        }
    }

    private void ask(Meeting meeting, String organisation, @Nullable String before, @Nullable String asked) {
        RepresentativeRequest request = requests.ask(meeting, organisation, asked, clock.instant());
        audit.record(
                Action.REPRESENTATIVE_ASKED,
                asked == null
                        ? List.of("cycle/" + request.key())
                        : List.of("cycle/" + request.key(), "person/" + asked),
                organisation,
                asked == null ? "nobody to ask" : "");
        if (before != null) {
            process.ended(List.of(request.key()));
        }
        if (asked == null) {
            process.nobodyToAsk(request);
        } else {
            process.asked(meeting, request, meeting.dates().nameBy(clock.instant()));
        }
    }

    /** Nobody is asked any more: somebody goes, the meeting is off, or the organisation takes no part. */
    @Transactional
    void end(Collection<String> keys) {
        List<String> ended = requests.end(keys, clock.instant());
        if (!ended.isEmpty()) {
            process.ended(ended);
        }
    }

    /** The meeting is off. */
    @Transactional
    void endAll(String meeting) {
        end(requests.open(meeting).stream().map(RepresentativeRequest::key).toList());
    }

    /** A representative was named; the process of the request goes on by itself. */
    @Transactional
    void named(String key) {
        requests.end(List.of(key), clock.instant());
    }

    /** The meeting has new dates. */
    @Transactional
    void rescheduled(Meeting meeting) {
        process.rescheduled(
                meeting,
                requests.open(meeting.key()).stream()
                        .map(RepresentativeRequest::key)
                        .toList(),
                meeting.dates().nameBy(clock.instant()));
    }
}
