package nl.ruggespraak.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation leaves a network: it takes no part in meetings from a day on, also not in those that are planned already. What it has begun with a
 * meeting before that day is seen through.
 */
@Component
public class LeaveNetwork {

    private static final int FURTHEST_AHEAD = 5;

    private final JdbcMembers members;
    private final People people;
    private final MemberChanges changes;
    private final AuditTrail audit;
    private final Clock clock;

    LeaveNetwork(JdbcMembers members, People people, MemberChanges changes, AuditTrail audit, Clock clock) {
        this.members = members;
        this.people = people;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** All organisations, by name. */
    public List<Member> members() {
        return members.all();
    }

    /** The organisation with this key. */
    public Optional<Member> member(String organisation) {
        return members.find(organisation);
    }

    /**
     * Lets the organisation leave, or stay.
     *
     * @param from the first day without it; null: it stays, and is a member again where it had left
     * @throws Refusal when the day is over or the organisation hosts a meeting from then on, or is no member, or is closed and would stay
     */
    @Transactional
    public void leave(String network, String organisation, @Nullable LocalDate from) {
        Member member = members.find(organisation).orElseThrow(() -> Refusal.of("endsOn", "refusal.endsOn.noMember"));
        if (member.memberships().stream()
                .noneMatch(membership -> membership.network().equals(network))) {
            throw Refusal.of("endsOn", "refusal.endsOn.noMember");
        }
        Checks checks = new Checks();
        checks.plain().require(from != null || member.closedOn() == null, "endsOn", "closed");
        checks.plain().day("endsOn", from, today(network), FURTHEST_AHEAD);
        checks.refuseIfAny();
        if (from != null) {
            changes.refuseLeaving(network, organisation, from);
        }
        if (members.end(network, organisation, from)) {
            audit.record(
                    from == null ? Action.MEMBERSHIP_RENEWED : Action.MEMBERSHIP_ENDS,
                    List.of("organisation/" + organisation, "network/" + network),
                    organisation,
                    from == null ? "" : from.toString());
            changes.changed();
        }
    }

    private LocalDate today(String network) {
        return LocalDate.ofInstant(
                clock.instant(), people.network(network).orElseThrow().zone());
    }
}
