package nl.ruggespraak.process.memory;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import nl.ruggespraak.privacy.EngineMemory;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's part of forgetting a person. */
@Component
class CamundaMemory implements EngineMemory {

    /** Who leads; the colleague of a report-back too, for a former colleague cannot act on it. */
    private static final List<String> LEADERS = List.of(
            ProcessVariables.REPRESENTATIVE.name(),
            ProcessVariables.DIRECTOR.name(),
            ProcessVariables.MANAGER.name(),
            ProcessVariables.COLLEAGUE.name());

    private static final int INSTANCES_AT_ONCE = 1_000;

    private final ProcessEngineConfigurationImpl engine;
    private final JdbcEngineReferences references;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final AuthorizationService authorizations;

    CamundaMemory(
            ProcessEngineConfigurationImpl engine,
            JdbcEngineReferences references,
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identity,
            AuthorizationService authorizations) {
        this.engine = engine;
        this.references = references;
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Override
    public void forgetRemarks(Collection<String> cycles) {
        List<String> instances = references.instancesWithRemarks(cycles);
        // Of tasks that are over the API removes no remarks; the engine itself does it like this, when it removes
        // instances.
        engine.getCommandExecutorTxRequired().execute(context -> {
            for (int from = 0; from < instances.size(); from += INSTANCES_AT_ONCE) {
                List<String> some = instances.subList(from, Math.min(instances.size(), from + INSTANCES_AT_ONCE));
                context.getCommentManager().deleteCommentsByProcessInstanceIds(some);
                context.getCommentManager().deleteCommentsByTaskProcessInstanceIds(some);
                context.getAttachmentManager().deleteAttachmentsByProcessInstanceIds(some);
                context.getAttachmentManager().deleteAttachmentsByTaskProcessInstanceIds(some);
            }
            return null;
        });
    }

    @Override
    public boolean waitsFor(String person) {
        return asEngine(() -> tasks.createTaskQuery().taskAssignee(person).count() > 0);
    }

    @Override
    public void left(String person, @Nullable String successor) {
        asEngine(() -> {
            if (successor != null) {
                tasks.createTaskQuery().taskAssignee(person).list().stream()
                        .map(Task::getId)
                        .forEach(task -> tasks.setAssignee(task, successor));
                handOver(person, successor);
            }
            authorizations.createAuthorizationQuery().userIdIn(person).list().stream()
                    .map(Authorization::getId)
                    .forEach(authorizations::deleteAuthorization);
            identity.deleteUser(person);
            return person;
        });
    }

    private void handOver(String person, String successor) {
        for (String leader : LEADERS) {
            runtime.createVariableInstanceQuery().variableValueEquals(leader, person).list().stream()
                    .filter(led -> !isAskRound(led))
                    .forEach(led -> runtime.setVariableLocal(led.getExecutionId(), leader, successor));
        }
    }

    /** The round of a colleague stays that colleague's, whoever answers in it. */
    private boolean isAskRound(VariableInstance led) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(led.getProcessInstanceId())
                        .processDefinitionKey("ask-round")
                        .count()
                > 0;
    }

    private <T> T asEngine(Supplier<T> work) {
        Authentication signedIn = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(signedIn);
        }
    }
}
