package nl.ruggespraak.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.Leaving;
import nl.ruggespraak.people.MemberChanges;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the cycle of every member organisation that has a representative, and asks the others for one. Until the meeting begins an organisation that
 * gets a representative joins, and one that is no member on the day of the meeting takes no part any more.
 */
@Component
@Order(2)
public class InviteOrganisations implements MemberChanges, Leaving {

    private final JdbcMeetings meetings;
    private final JdbcRepresentativeRequests requests;
    private final AskForRepresentatives askForRepresentatives;
    private final MeetingProcess process;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    InviteOrganisations(
            JdbcMeetings meetings,
            JdbcRepresentativeRequests requests,
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

    /** Invites all members to a meeting that has been planned. */
    @Transactional
    public void invite(String key) {
        meetings.lock(key);
        Meeting meeting = meetings.get(key);
        List<MeetingCycle> opened = open(meeting);
        audit.record(Action.ORGANISATIONS_INVITED, "meeting/" + key, null, "organisations: " + opened.size());
        process.invited(meeting, opened);
        ask(meeting, Set.of());
    }

    @Override
    @Transactional
    public void changed() {
        for (String key : meetings.notBegun(clock.instant())) {
            meetings.lock(key);
            Meeting meeting = meetings.get(key);
            withdraw(meeting);
            List<MeetingCycle> joined = open(meeting);
            if (!joined.isEmpty()) {
                audit.record(Action.ORGANISATIONS_INVITED, "meeting/" + key, null, "joined later: " + joined.size());
                process.joined(meeting, joined);
            }
            ask(meeting, Set.of());
        }
    }

    /** Whoever was asked for a representative and leaves is asked no more; somebody else is. */
    @Override
    @Transactional
    public void left(Collection<String> persons) {
        Set<String> leavers = Set.copyOf(persons);
        for (String key : requests.meetingsOfAsked(leavers)) {
            meetings.lock(key);
            Meeting meeting = meetings.get(key);
            if (meeting.status() == MeetingStatus.PLANNED
                    && meeting.dates().startsAt().isAfter(clock.instant())) {
                ask(meeting, leavers);
            }
        }
    }

    /** Somebody else may have to be asked, or there is no representative any more. */
    @Override
    @Transactional
    public void rolesEnded(Map<String, Set<HeldRole>> ended) {
        changed();
    }

    @Override
    public void refuseLeaving(String network, String organisation, LocalDate from) {
        for (String key : meetings.notBegun(clock.instant())) {
            Meeting meeting = meetings.get(key);
            if (meeting.network().equals(network)
                    && meeting.host().equals(organisation)
                    && !meeting.day().isBefore(from)) {
                throw Refusal.of("endsOn", "refusal.endsOn.host", meeting.title());
            }
        }
    }

    @Override
    @Transactional
    public void closed(String organisation) {
        List<MeetingCycle> ended = meetings.withdrawAll(organisation);
        askForRepresentatives.end(requests.openOf(organisation));
        process.closed(organisation);
        recordWithdrawal(ended);
        for (MeetingCycle cycle : ended) {
            meetings.lock(cycle.meeting());
            if (meetings.allReported(cycle.meeting())) {
                process.allReported(cycle.meeting());
            }
        }
    }

    /** Opens the cycles of those who have a representative and take no part yet. */
    private List<MeetingCycle> open(Meeting meeting) {
        List<String> missing = missing(meeting);
        Map<String, String> representatives =
                people
                        .firstPresent(people.inTurn(missing, List.of(Role.REPRESENTATIVE)), meeting.day())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, first -> first.getValue().key()));
        List<MeetingCycle> opened = meetings.openCycles(meeting.key(), representatives);
        askForRepresentatives.end(opened.stream().map(MeetingCycle::key).toList());
        return opened;
    }

    private void ask(Meeting meeting, Set<String> leavers) {
        List<String> missing = missing(meeting);
        askForRepresentatives.end(requests.open(meeting.key()).stream()
                .filter(request -> !missing.contains(request.organisation()))
                .map(RepresentativeRequest::key)
                .toList());
        askForRepresentatives.ask(meeting, missing, leavers);
    }

    /** Ends the part of those who are no members on the day of the meeting. */
    private void withdraw(Meeting meeting) {
        Set<String> members = members(meeting);
        List<MeetingCycle> withdrawn = meetings.withdraw(
                meeting.key(),
                meetings.cycles(meeting.key()).stream()
                        .filter(cycle -> !cycle.status().hasEnded() && !members.contains(cycle.organisation()))
                        .map(MeetingCycle::key)
                        .toList());
        if (!withdrawn.isEmpty()) {
            recordWithdrawal(withdrawn);
            process.withdrawn(withdrawn);
        }
    }

    private void recordWithdrawal(List<MeetingCycle> cycles) {
        cycles.forEach(cycle -> audit.record(Action.CYCLE_WITHDRAWN, "cycle/" + cycle.key(), cycle.organisation(), ""));
    }

    /** Keys of the members that take no part in a meeting. */
    private List<String> missing(Meeting meeting) {
        Set<String> takePart = meetings.cycles(meeting.key()).stream()
                .map(MeetingCycle::organisation)
                .collect(Collectors.toSet());
        return members(meeting).stream()
                .filter(member -> !takePart.contains(member))
                .sorted()
                .toList();
    }

    private Set<String> members(Meeting meeting) {
        return people.members(meeting.network(), meeting.day()).stream()
                .map(Organisation::key)
                .collect(Collectors.toSet());
    }
}
