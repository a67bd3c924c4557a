package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.escalation.HandToDeputy;
import nl.ruggespraak.notice.HandoverNotice;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hand over to the deputy, and tell both. */
@Component
class HandToDeputyDelegate implements JavaDelegate {

    private final HandToDeputy handToDeputy;
    private final HandoverNotice notice;

    HandToDeputyDelegate(HandToDeputy handToDeputy, HandoverNotice notice) {
        this.handToDeputy = handToDeputy;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long escalation = ProcessVariables.ESCALATION.in(execution);
        HandToDeputy.Handover handover = handToDeputy.hand(escalation);
        notice.send(escalation, handover.from(), handover.to());
    }
}
