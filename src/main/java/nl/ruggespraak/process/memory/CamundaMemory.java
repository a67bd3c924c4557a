package nl.ruggespraak.process.memory;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import nl.ruggespraak.privacy.EngineMemory;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** The engine's part of forgetting a person. */
@Component
class CamundaMemory implements EngineMemory {

    private static final int INSTANCES_AT_ONCE = 1_000;

    private final ProcessEngineConfigurationImpl engine;
    private final JdbcEngineReferences references;
    private final TaskService tasks;
    private final IdentityService identity;
    private final AuthorizationService authorizations;

    CamundaMemory(
            ProcessEngineConfigurationImpl engine,
            JdbcEngineReferences references,
            TaskService tasks,
            IdentityService identity,
            AuthorizationService authorizations) {
        this.engine = engine;
        this.references = references;
        this.tasks = tasks;
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
    public void forgetAccount(String person) {
        asEngine(() -> {
            authorizations.createAuthorizationQuery().userIdIn(person).list().stream()
                    .map(Authorization::getId)
                    .forEach(authorizations::deleteAuthorization);
            identity.deleteUser(person);
            return person;
        });
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
