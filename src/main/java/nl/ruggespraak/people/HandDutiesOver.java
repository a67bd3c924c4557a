package nl.ruggespraak.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives what waits for somebody who leaves, or whose role has ended, to somebody else: the only way by which people stop, whoever says so, a
 * file, an administrator, an identity provider, or who erases the person. What nobody can take over is put before the chair.
 */
@Component
public class HandDutiesOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandDutiesOver.class);

    private final List<Leaving> leaving;
    private final Map<Duty.Kind, Duties> duties;
    private final DutiesOfNobody ofNobody;
    private final People people;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    HandDutiesOver(
            List<Leaving> leaving,
            List<Duties> duties,
            DutiesOfNobody ofNobody,
            People people,
            AuditTrail audit,
            TransactionOperations transaction) {
        this.leaving = leaving;
        this.duties = duties.stream()
                .sorted(Comparator.comparing(Duties::kind))
                .collect(Collectors.toMap(Duties::kind, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.ofNobody = ofNobody;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * These persons take part no longer. What waited for somebody who left earlier, when nobody could take it over, is looked at again.
     */
    @Transactional
    public void left(Collection<String> persons) {
        Set<String> gone = new LinkedHashSet<>(persons);
        gone.addAll(people.formers());
        if (gone.isEmpty()) {
            return;
        }
        List<Duty> nobodys = duties.values().stream()
                .flatMap(kind -> kind.of(gone).stream().filter(duty -> !handedOver(kind, duty, true)))
                .toList();
        leaving.forEach(each -> each.left(gone));
        if (!nobodys.isEmpty()) {
            ofNobody.left(nobodys);
        }
    }

    /** These roles of persons who take part still have ended. What nobody else can take over stays with them. */
    @Transactional
    public void rolesEnded(Map<String, Set<HeldRole>> ended) {
        endingWith(ended).forEach(duty -> handedOver(of(duty.kind()), duty, false));
        leaving.forEach(each -> each.rolesEnded(ended));
    }

    /** What came to these persons with roles that have ended in the tables. */
    private List<Duty> endingWith(Map<String, Set<HeldRole>> ended) {
        Map<String, Person> persons = people.all(ended.keySet());
        List<String> active = persons.values().stream()
                .filter(Person::active)
                .map(Person::key)
                .toList();
        return duties.values().stream()
                .flatMap(kind -> kind.of(active).stream()
                        .filter(duty -> kind.endsWith(
                                duty,
                                Objects.requireNonNull(ended.get(duty.person())),
                                Objects.requireNonNull(persons.get(duty.person()))
                                        .heldRoles())))
                .toList();
    }

    /** Who takes over what, once these persons have left and these roles have ended in the tables. */
    List<Handover> handovers(Collection<String> leavers, Map<String, Set<HeldRole>> rolesEnded) {
        return Stream.concat(
                        duties.values().stream().flatMap(kind -> kind.of(leavers).stream()),
                        endingWith(rolesEnded).stream())
                .map(duty -> new Handover(duty, of(duty.kind()).successor(duty).orElse(null)))
                .toList();
    }

    private static boolean handedOver(Duties kind, Duty duty, boolean left) {
        var successor = kind.successor(duty);
        successor.ifPresent(to -> kind.hand(duty, to, left));
        return successor.isPresent();
    }

    /** What would wait for nobody if these persons had left: nobody can take it over as the tables are now. */
    public List<Duty> withoutSuccessor(Collection<String> persons) {
        return duties.values().stream()
                .flatMap(kind -> kind.of(persons).stream()
                        .filter(duty -> kind.successor(duty).isEmpty()))
                .toList();
    }

    /** What waits for nobody at a meeting. */
    public List<Duty> ofNobody(String meeting) {
        Collection<String> formers = people.formers();
        return formers.isEmpty()
                ? List.of()
                : duties.values().stream()
                        .flatMap(kind -> kind.of(formers).stream())
                        .filter(duty -> duty.meeting().equals(meeting))
                        .toList();
    }

    /** Who may be named to take it over. */
    public List<Person> candidates(Duty duty) {
        return of(duty.kind()).candidates(duty);
    }

    /**
     * Gives a duty to somebody whom a person names.
     *
     * @throws Refusal when that is nobody who can take it over
     */
    @Transactional
    public void give(Duty duty, @Nullable String to) {
        Duties kind = of(duty.kind());
        Person next = kind.candidates(duty).stream()
                .filter(person -> person.key().equals(to))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "substitute",
                        to == null || to.isBlank() ? "refusal.substitute.missing" : "refusal.substitute.unknown"));
        boolean left = people.find(duty.person()).filter(Person::active).isEmpty();
        kind.hand(duty, next, left);
        audit.record(
                Action.DUTY_GIVEN,
                List.of("meeting/" + duty.meeting(), "person/" + next.key()),
                duty.organisation(),
                duty.kind() + " " + duty.id());
    }

    private Duties of(Duty.Kind kind) {
        return Objects.requireNonNull(duties.get(kind), "No feature has duties of the kind " + kind);
    }

    /** What waited for somebody who has gone already, at whichever version of the application. */
    @EventListener(ApplicationReadyEvent.class)
    public void handOnWhatFormersLeft() {
        try {
            transaction.executeWithoutResult(status -> left(new TreeSet<>()));
        } catch (RuntimeException e) {
            LOG.error(
                    "What waits for people who have left could not be handed on; the next one who leaves tries again",
                    e);
        }
    }
}
