package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.escalation.WeighLead;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Weigh the lead: gathers the inputs of the decision. */
@Component
class WeighLeadListener implements ExecutionListener {

    private final WeighLead weighLead;

    WeighLeadListener(WeighLead weighLead) {
        this.weighLead = weighLead;
    }

    @Override
    public void notify(DelegateExecution execution) {
        WeighLead.Weight weight = weighLead.weigh(ProcessVariables.LEAD.in(execution));
        ProcessVariables.KIND.setLocal(execution, weight.kind().name());
        ProcessVariables.HEADCOUNT.setLocal(execution, weight.headcount());
        ProcessVariables.MONTHS_UNTIL_START.setLocal(execution, weight.monthsUntilStart());
        ProcessVariables.OTHER_SIDE_HERE.setLocal(execution, weight.otherSideHere());
    }
}
