package nl.ruggespraak.process.forms;

import static java.util.Objects.requireNonNull;

import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.process.Variable;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody has opened.
 *
 * @param key id of the user task in its model
 * @param businessKey key of the meeting, or of one organisation's cycle of it
 * @param organisation key; null when it is the network's own task
 */
record OpenTask(
        String id,
        String key,
        String businessKey,
        @Nullable String organisation,
        Meeting meeting,
        VariableMap variables,
        Words words) {

    /** A variable that the task sees; one that is not there is a fault of the model. */
    <T> T value(Variable<T> variable) {
        return requireNonNull(
                variable.type().cast(variables.get(variable.name())), () -> "There is no variable " + variable.name());
    }
}
