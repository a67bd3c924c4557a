package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.result.EvaluateCycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Evaluate the cycle. */
@Component
class EvaluateCycleDelegate implements JavaDelegate {

    private final EvaluateCycle evaluateCycle;

    EvaluateCycleDelegate(EvaluateCycle evaluateCycle) {
        this.evaluateCycle = evaluateCycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariables.STAKEHOLDER_BATCHES.set(execution, evaluateCycle.evaluate(execution.getProcessBusinessKey()));
    }
}
