package nl.ruggespraak.process.identity;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/** The rights that come with being somebody, and with being the assignee of a task. */
class AssigneeRights extends DefaultAuthorizationProvider {

    /** Change the own password; not, as is the default, remove the own account. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {createGrantAuthorization(user.getId(), null, USER, user.getId(), READ, UPDATE)
        };
    }

    /** Besides the task its process instance, or the columns of Tasklist would stay empty. */
    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        AuthorizationEntity[] rights = super.newTaskAssignee(task, oldAssignee, newAssignee);
        String instance = task.getProcessInstanceId();
        if (rights == null || instance == null || mayRead(instance, newAssignee)) {
            return rights;
        }
        return Stream.concat(
                        Stream.of(rights),
                        Stream.of(createGrantAuthorization(newAssignee, null, PROCESS_INSTANCE, instance, READ)))
                .toArray(AuthorizationEntity[]::new);
    }

    private boolean mayRead(String instance, String person) {
        return Context.getCommandContext()
                        .getDbEntityManager()
                        .getCachedEntitiesByType(AuthorizationEntity.class)
                        .stream()
                        .anyMatch(right -> Objects.equals(right.getUserId(), person)
                                && right.getResourceType() == PROCESS_INSTANCE.resourceType()
                                && Objects.equals(right.getResourceId(), instance))
                || getAuthorizationManager()
                                .findAuthorizationByUserIdAndResourceId(
                                        AUTH_TYPE_GRANT, person, PROCESS_INSTANCE, instance)
                        != null;
    }
}
