package nl.ruggespraak.process.link;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.ruggespraak.link.LinkProcess;
import nl.ruggespraak.link.PersonalLink;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Completes the task that stands in the person's task list, as that person, with the fields that its form sends. */
@Component
class CamundaLinkProcess implements LinkProcess {

    private final OpenTasks openTasks;
    private final TaskService tasks;
    private final IdentityService identity;

    CamundaLinkProcess(OpenTasks openTasks, TaskService tasks, IdentityService identity) {
        this.openTasks = openTasks;
        this.tasks = tasks;
        this.identity = identity;
    }

    @Override
    public boolean answered(PersonalLink link, Map<String, Object> answer) {
        return as(link.person(), () -> {
            Task waiting = openTasks
                    .query(link.purpose().task(), link.subject(), link.person())
                    .singleResult();
            if (waiting == null) {
                return false;
            }
            complete(waiting.getId(), variables(answer));
            return true;
        });
    }

    /** Whoever comes second may fail at anything, for half of what belongs to the task is gone already. */
    private void complete(String task, VariableMap answer) {
        try {
            tasks.complete(task, answer);
        } catch (RuntimeException e) {
            throw isOver(task)
                    ? new ConcurrencyFailureException("Task %s was answered meanwhile".formatted(task), e)
                    : e;
        }
    }

    private boolean isOver(String task) {
        try {
            return tasks.createTaskQuery().taskId(task).count() == 0;
        } catch (RuntimeException transactionIsOver) {
            return false;
        }
    }

    private static VariableMap variables(Map<String, Object> answer) {
        VariableMap variables = Variables.createVariables();
        answer.forEach((field, value) -> variables.putValueTyped(
                field,
                value instanceof List<?> rows
                        ? SpinValues.jsonValue(Spin.JSON(rows).toString()).create()
                        : Variables.untypedValue(value)));
        return variables;
    }

    private <T> T as(String person, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(
                person,
                identity.createGroupQuery().groupMember(person).list().stream()
                        .map(Group::getId)
                        .toList(),
                identity.createTenantQuery().userMember(person).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList());
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
