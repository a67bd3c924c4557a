package nl.ruggespraak.process.handover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.ruggespraak.process.AsEngine;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Gives open tasks, and those that are still to come, to somebody else, once the tables say so. Nothing else sets an assignee; what the former
 * loses with it, {@link TaskAssignments} sees to.
 */
@Component
public class TaskHandover {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AsEngine engine;

    TaskHandover(TaskService tasks, RuntimeService runtime, AsEngine engine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.engine = engine;
    }

    /** A cycle's representative, the director of an escalation or the colleague of a report-back is somebody else from now on. */
    public void whole(Collection<String> instances, Variable<String> whose, String to) {
        engine.run(() -> instances.forEach(instance -> {
            runtime.setVariable(instance, whose.name(), to);
            Set<String> keys = TaskOwner.tasksOf(whose);
            tasks.createTaskQuery().processInstanceId(instance).list().stream()
                    .filter(task -> keys.contains(task.getTaskDefinitionKey()))
                    .forEach(task -> tasks.setAssignee(task.getId(), to));
        }));
    }

    /** One of those who are asked at the same time in these instances is somebody else from now on, whether the tasks are there already or not. */
    public void oneOf(
            Collection<String> instances, Variable<List<String>> all, Variable<String> one, String from, String to) {
        engine.run(() -> instances.forEach(instance -> {
            if (runtime.getVariable(instance, all.name()) instanceof List<?> asked && asked.contains(from)) {
                runtime.setVariable(
                        instance,
                        all.name(),
                        new ArrayList<>(asked.stream()
                                .map(each -> each.equals(from) ? to : each)
                                .toList()));
            }
            Set<String> keys = TaskOwner.tasksOf(one);
            runtime.createVariableInstanceQuery().processInstanceIdIn(instance).variableName(one.name()).list().stream()
                    .filter(variable -> from.equals(variable.getValue()))
                    .map(VariableInstance::getExecutionId)
                    .forEach(execution -> runtime.setVariableLocal(execution, one.name(), to));
            tasks.createTaskQuery().processInstanceId(instance).taskAssignee(from).list().stream()
                    .filter(task -> keys.contains(task.getTaskDefinitionKey()))
                    .forEach(task -> tasks.setAssignee(task.getId(), to));
        }));
    }

    /** What these persons had claimed of tasks that wait for a group waits for the whole group again. */
    public void backToTheGroup(Collection<String> persons) {
        engine.run(() ->
                tasks.createTaskQuery().taskDefinitionKeyIn(TaskOwner.tasksOfGroups()).taskAssigned().list().stream()
                        .filter(task -> persons.contains(task.getAssignee()))
                        .map(Task::getId)
                        .forEach(task -> tasks.setAssignee(task, null)));
    }

    /** The instances of an escalation. */
    public List<String> ofEscalation(String cycle, long escalation) {
        List<String> found = new ArrayList<>();
        engine.run(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey("director-escalation")
                .processInstanceBusinessKey(cycle)
                .variableValueEquals(ProcessVariables.ESCALATION.name(), escalation)
                .list()
                .forEach(instance -> found.add(instance.getId())));
        return found;
    }
}
