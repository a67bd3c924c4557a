package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.escalation.HandEscalationOver;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hand over to the deputy, and tell both. */
@Component
class HandToDeputyDelegate implements JavaDelegate {

    private final HandEscalationOver handEscalationOver;

    HandToDeputyDelegate(HandEscalationOver handEscalationOver) {
        this.handEscalationOver = handEscalationOver;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handEscalationOver.overdue(ProcessVariables.ESCALATION.in(execution));
    }
}
