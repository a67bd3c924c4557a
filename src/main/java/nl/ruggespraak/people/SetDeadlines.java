package nl.ruggespraak.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses how much time a network gives. What has a date already keeps it; what gets one from now on gets it so. */
@Component
public class SetDeadlines {

    private static final int LONGEST_LEAD_TIME = 365;

    private final JdbcDeadlines networks;
    private final AuditTrail audit;

    SetDeadlines(JdbcDeadlines networks, AuditTrail audit) {
        this.networks = networks;
        this.audit = audit;
    }

    /**
     * Chooses all of them.
     *
     * @param leadTimeDays calendar days before a meeting on which it is announced
     * @throws Refusal for each that is no number of days, by its name
     */
    @Transactional
    public void set(Network network, @Nullable Long leadTimeDays, Map<Deadline, @Nullable Long> chosen) {
        List<Problem> problems = new ArrayList<>();
        int leadTime = days(problems, "leadTimeDays", leadTimeDays, 1, LONGEST_LEAD_TIME);
        Map<Deadline, Integer> days = new EnumMap<>(Deadline.class);
        for (Deadline deadline : Deadline.values()) {
            days.put(
                    deadline, days(problems, deadline.name(), chosen.get(deadline), deadline.least(), deadline.most()));
        }
        Refusal.ifAny(problems);
        networks.set(network.key(), leadTime, new Deadlines(days));
        audit.record(Action.DEADLINES_SET, "network/" + network.key(), null, "");
    }

    private static int days(List<Problem> problems, String field, @Nullable Long days, int least, int most) {
        if (days == null || days < least || days > most) {
            problems.add(Problem.of(field, "refusal.days.outOfRange", least, most));
            return least;
        }
        return days.intValue();
    }
}
