package nl.ruggespraak.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records who did what when. It is part of the deed: called in its transaction, so that neither happens without the other.
 *
 * <p>A record can never be changed again, also not when a person is erased: subjects and details hold keys, numbers and names of constants,
 * never anybody's name or words.
 */
@Component
public class AuditTrail {

    /** The actor when the engine works by itself; no key of a person looks like it. */
    public static final String SYSTEM = "(system)";

    private final JdbcAudit entries;
    private final Actor actor;
    private final Clock clock;

    AuditTrail(JdbcAudit entries, Actor actor, Clock clock) {
        this.entries = entries;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Records what the person who is at work does.
     *
     * @param subject what it is done to, as kind and key: {@code ask/12}, {@code person/lnv-adviser-1}
     * @param organisation key of the organisation whose it is; null when it is the network's
     * @param details a few words without personal data, e.g. {@code PLACED, people: 22}; may be empty
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Action action, String subject, @Nullable String organisation, String details) {
        record(action, List.of(subject), organisation, details);
    }

    /** Records the same of several subjects, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Action action, Collection<String> subjects, @Nullable String organisation, String details) {
        entries.add(clock.instant(), actor.key().orElse(SYSTEM), action, subjects, organisation, details);
    }

    /** Records the same of several persons, each for their own organisation, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOfPersons(Action action, Collection<String> persons, String details) {
        entries.addOfPersons(clock.instant(), actor.key().orElse(SYSTEM), action, persons, details);
    }
}
