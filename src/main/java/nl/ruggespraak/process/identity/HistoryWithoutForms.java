package nl.ruggespraak.process.identity;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes down what happened, without what people filled in. Asks, candidates and answers are in our tables, which know whose they are and when they must go; the
 * engine would keep another copy for as long as it keeps its history.
 */
class HistoryWithoutForms extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isFilledIn(event)) {
            super.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        super.handleEvents(events.stream().filter(event -> !isFilledIn(event)).toList());
    }

    /** A form's fields live on their user task; all user tasks' ids begin alike, as ProcessModelTests see to. */
    private static boolean isFilledIn(HistoryEvent event) {
        return event instanceof HistoricFormPropertyEventEntity
                || event instanceof HistoricVariableUpdateEventEntity variable
                        && String.valueOf(variable.getScopeActivityInstanceId()).startsWith("userTask_");
    }
}
