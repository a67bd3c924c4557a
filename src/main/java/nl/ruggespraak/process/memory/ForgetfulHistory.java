package nl.ruggespraak.process.memory;

import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** Keeps all of the engine's history but the words that people type into forms: these are in the tables, where they can be erased. */
class ForgetfulHistory extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricVariableUpdateEventEntity change
                && ProcessVariables.WORDS.contains(change.getVariableName()))) {
            super.handleEvent(event);
        }
    }
}
