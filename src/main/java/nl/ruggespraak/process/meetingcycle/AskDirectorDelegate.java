package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.escalation.AskDirector;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ask the director. */
@Component
class AskDirectorDelegate implements JavaDelegate {

    private final AskDirector askDirector;

    AskDirectorDelegate(AskDirector askDirector) {
        this.askDirector = askDirector;
    }

    @Override
    public void execute(DelegateExecution execution) {
        askDirector.ask(ProcessVariables.LEAD.in(execution), ProcessVariables.REASON.in(execution));
    }
}
