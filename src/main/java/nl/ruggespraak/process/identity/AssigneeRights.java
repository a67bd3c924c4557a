package nl.ruggespraak.process.identity;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** The rights that come with being somebody, with being the assignee of a task, and with being one of those who may claim it. */
class AssigneeRights extends DefaultAuthorizationProvider {

    private final Supplier<Meetings> meetings;

    AssigneeRights(Supplier<Meetings> meetings) {
        this.meetings = meetings;
    }

    /** Change the own password; not, as is the default, remove the own account. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {createGrantAuthorization(user.getId(), null, USER, user.getId(), READ, UPDATE)
        };
    }

    /** A network's task is not for all chairs, as its model says, but for those of the network. */
    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
        if (!group.equals(Role.CHAIR.group())) {
            return super.newTaskGroupIdentityLink(task, group, type);
        }
        Optional<String> chairs = meetings.get()
                .find(String.valueOf(((TaskEntity) task).getExecution().getProcessBusinessKey()))
                .map(meeting -> Role.CHAIR.groupOf(meeting.network()));
        return chairs.isPresent() ? super.newTaskGroupIdentityLink(task, chairs.get(), type) : null;
    }

    /**
     * Besides the task its process instance, or the columns of Tasklist would stay empty. Chairs have both already, all of a network, for as long as they lead it: who
     * claims a network's task gets nothing that would outlive the role.
     */
    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (((TaskEntity) task).getProcessDefinition() != null
                && NetworkRights.NETWORK_MEETING.equals(
                        ((TaskEntity) task).getProcessDefinition().getKey())) {
            return null;
        }
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
