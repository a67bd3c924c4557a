package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.escalation.MatchPeople;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Match people to the demand. */
@Component
class MatchPeopleDelegate implements JavaDelegate {

    private final MatchPeople matchPeople;

    MatchPeopleDelegate(MatchPeople matchPeople) {
        this.matchPeople = matchPeople;
    }

    @Override
    public void execute(DelegateExecution execution) {
        matchPeople.match(ProcessVariables.ESCALATION.in(execution));
    }
}
