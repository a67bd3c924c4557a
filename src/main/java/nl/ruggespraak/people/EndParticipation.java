package nl.ruggespraak.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends in the tables what an administrator ends of somebody's account in Admin or over REST: taking part, and roles. Otherwise it would come back at
 * the next start, and what waits for the person would wait for ever. What the tables say already changes nothing.
 */
@Component
public class EndParticipation {

    private final JdbcEndings endings;
    private final HandDutiesOver handDutiesOver;
    private final AuditTrail audit;

    EndParticipation(JdbcEndings endings, HandDutiesOver handDutiesOver, AuditTrail audit) {
        this.endings = endings;
        this.handDutiesOver = handDutiesOver;
        this.audit = audit;
    }

    /** These accounts are gone. Answers who took part until now. */
    @Transactional
    public List<String> ended(Collection<String> persons) {
        List<String> left = endings.end(persons);
        if (!left.isEmpty()) {
            audit.recordOfPersons(Action.PARTICIPATION_ENDED, left, "");
            handDutiesOver.left(left);
        }
        return left;
    }

    /** These accounts have left these organisations. Nobody takes part for none: answers who took part until now. */
    @Transactional
    public List<String> organisationsLeft(Map<String, Set<String>> organisations) {
        return ended(organisations.entrySet().stream()
                .filter(entry -> endings.belongsTo(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /**
     * These accounts have lost these roles.
     *
     * @param roles by person, as {@code ADVISER}, {@code CHAIR@sam}, or {@code CHAIR} of every network
     */
    @Transactional
    public void rolesEnded(Map<String, Set<String>> roles) {
        Map<String, Set<HeldRole>> ended = new HashMap<>();
        roles.forEach((person, names) -> {
            Set<HeldRole> had = endings.endRoles(person, names);
            if (!had.isEmpty()) {
                ended.put(person, had);
            }
        });
        if (!ended.isEmpty()) {
            audit.recordOfPersons(Action.PARTICIPATION_ENDED, ended.keySet(), "roles");
            handDutiesOver.rolesEnded(ended);
        }
    }
}
