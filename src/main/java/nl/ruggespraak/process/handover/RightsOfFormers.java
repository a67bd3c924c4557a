package nl.ruggespraak.process.handover;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/** The rights that came with being the assignee of a task. The engine itself leaves them with the former. */
final class RightsOfFormers {

    private RightsOfFormers() {}

    /** Ends them, in the command that gives the task to another; those on its process instance unless another task there still brings them. */
    static void end(DelegateTask task, String former) {
        end(former, List.of(Resources.TASK, Resources.HISTORIC_TASK), task.getId());
        String instance = task.getProcessInstanceId();
        if (instance != null && !hasAnotherTask(task, former, instance)) {
            end(former, List.of(Resources.PROCESS_INSTANCE, Resources.HISTORIC_PROCESS_INSTANCE), instance);
        }
    }

    private static boolean hasAnotherTask(DelegateTask task, String former, String instance) {
        TaskQueryImpl others = new TaskQueryImpl();
        others.processInstanceId(instance).taskAssignee(former);
        return context().getTaskManager().findTasksByQueryCriteria(others).stream()
                .anyMatch(other -> !other.getId().equals(task.getId()) && former.equals(other.getAssignee()));
    }

    private static void end(String former, List<? extends Resource> resources, String id) {
        for (Resource resource : resources) {
            Stream<AuthorizationEntity> unsaved =
                    context().getDbEntityManager().getCachedEntitiesByType(AuthorizationEntity.class).stream()
                            .filter(right -> former.equals(right.getUserId())
                                    && right.getResourceType() == resource.resourceType()
                                    && id.equals(right.getResourceId()));
            Stream<AuthorizationEntity> saved = Stream.of(context()
                            .getAuthorizationManager()
                            .findAuthorizationByUserIdAndResourceId(AUTH_TYPE_GRANT, former, resource, id))
                    .filter(Objects::nonNull);
            Stream.concat(unsaved, saved).distinct().toList().forEach(context().getDbEntityManager()::delete);
        }
    }

    private static CommandContext context() {
        return Context.getCommandContext();
    }
}
