package nl.ruggespraak.result;

import java.util.List;
import nl.ruggespraak.shared.Batches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the stakeholders of a cycle what it brought, a batch at a time. */
@Component
public class TellStakeholders {

    private final JdbcEvaluations evaluations;

    TellStakeholders(JdbcEvaluations evaluations) {
        this.evaluations = evaluations;
    }

    /** Marks the next stakeholders as told, at most a batch, and names them; the caller posts the mails in the same transaction. */
    @Transactional
    public List<String> tellNext(String cycle) {
        return evaluations.tellNext(cycle, Batches.SIZE);
    }
}
