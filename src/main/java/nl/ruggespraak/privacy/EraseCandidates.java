package nl.ruggespraak.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.personal.CandidateAsk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Candidates are forgotten a set time after the evaluation of the cycle that they were shared in, whether the cycle came that far or was
 * cancelled on the way. Counts stay. What is erased twice, or by two nodes at once, is erased once.
 */
@Component
public class EraseCandidates {

    private static final int BATCH = 500;

    private final AllPersonalData data;
    private final EngineMemory engine;
    private final AuditTrail audit;
    private final Clock clock;
    private final Period kept;

    EraseCandidates(
            AllPersonalData data,
            EngineMemory engine,
            AuditTrail audit,
            Clock clock,
            @Value("${ruggespraak.retention.candidates:P28D}") Period kept) {
        this.data = data;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * Erases the next candidates whose time is over.
     *
     * @return how many asks that were; fewer than the time before means that others are at it, 0 that all is done
     */
    @Transactional
    public int eraseNext() {
        Instant now = clock.instant();
        List<CandidateAsk> due =
                data.asksEvaluatedBefore(now.atZone(ZoneOffset.UTC).minus(kept).toInstant(), BATCH);
        if (!due.isEmpty()) {
            data.empty(data.writtenAbout(due), now);
            engine.forgetRemarks(
                    due.stream().map(CandidateAsk::cycle).distinct().toList());
            audit.record(
                    Action.CANDIDATE_FORGOTTEN,
                    due.stream().map(CandidateAsk::subject).toList(),
                    null,
                    "its time is over");
        }
        return due.size();
    }
}
