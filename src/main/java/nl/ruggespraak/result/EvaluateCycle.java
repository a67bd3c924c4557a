package nl.ruggespraak.result;

import nl.ruggespraak.meeting.ReportCycle;
import nl.ruggespraak.shared.Batches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a cycle's books and notes who hears what it brought. */
@Component
public class EvaluateCycle {

    private final JdbcEvaluations evaluations;
    private final ReportCycle reportCycle;

    EvaluateCycle(JdbcEvaluations evaluations, ReportCycle reportCycle) {
        this.evaluations = evaluations;
        this.reportCycle = reportCycle;
    }

    /**
     * Evaluates a cycle; done twice, it changes nothing. The stakeholders are those who asked or were answered, the department heads who
     * were asked, the managers and directors, and the representative.
     *
     * @return in how many batches the stakeholders are told
     */
    @Transactional
    public int evaluate(String cycle) {
        reportCycle.evaluated(cycle);
        evaluations.addStakeholders(cycle);
        return Batches.of(evaluations.stakeholdersToTell(cycle));
    }
}
