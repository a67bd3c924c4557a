package nl.ruggespraak.process;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * A process variable.
 *
 * @param name as in the models
 * @param type of its value
 */
public record Variable<T>(String name, Class<T> type) {

    /** The value in this scope; a variable that is not there is a fault of the model. */
    public T in(VariableScope scope) {
        return requireNonNull(type.cast(scope.getVariable(name)), () -> "There is no variable " + name);
    }

    /** Whether the variable is in this scope at all. */
    public boolean isIn(VariableScope scope) {
        return scope.hasVariable(name);
    }

    /** Sets the value where the variable is, or else in the process instance. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, kept(value));
    }

    /** Sets the value for this step alone, also to nothing. */
    public void setLocal(VariableScope scope, @Nullable T value) {
        scope.setVariableLocal(name, kept(value));
    }

    /** Adds the value to those with which an instance starts. */
    public void put(VariableMap variables, T value) {
        variables.putValue(name, kept(value));
    }

    /** A list is copied: the engine writes down its class, and can only read back one that Jackson can make. */
    private static @Nullable Object kept(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : value;
    }
}
