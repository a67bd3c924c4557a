package nl.ruggespraak.process.identity;

import static java.util.stream.Collectors.toSet;
import static org.camunda.bpm.engine.authorization.Resources.HISTORIC_PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.HISTORIC_TASK;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.List;
import java.util.Set;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Network;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rights of a network's chairs on its meetings. Each network has a group of its own, {@code chairs-sam}, and each meeting's process instance, its history and
 * its task are that group's; a right on the definition would open the meetings of all networks. Whose chair somebody is, is asked with each request, so that a
 * role that ends takes all of this away.
 */
@Component
public class NetworkRights {

    static final String NETWORK_MEETING = "network-meeting";

    private final AuthorizationService authorizations;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Meetings meetings;
    private final People people;

    NetworkRights(
            AuthorizationService authorizations,
            HistoryService history,
            RuntimeService runtime,
            TaskService tasks,
            Meetings meetings,
            People people) {
        this.authorizations = authorizations;
        this.history = history;
        this.runtime = runtime;
        this.tasks = tasks;
        this.meetings = meetings;
        this.people = people;
    }

    /**
     * Lets the chairs of a network see a meeting that is just planned, and move it and call it off; within the command that starts its instance. The service
     * would look for the instance in the database, where it is not yet, and the right would outlive it.
     */
    public void grant(String instance, String network) {
        String group = Role.CHAIR.groupOf(network);
        for (AuthorizationEntity right : List.of(
                right(group, PROCESS_INSTANCE, instance, Permissions.READ, Permissions.UPDATE),
                right(group, HISTORIC_PROCESS_INSTANCE, instance, HistoricProcessInstancePermissions.READ))) {
            if (right.getResourceType() == HISTORIC_PROCESS_INSTANCE.resourceType()) {
                right.setRootProcessInstanceId(instance);
            }
            Context.getCommandContext().getAuthorizationManager().insert(right);
        }
    }

    /** The same for meetings that were planned when chairs led the installation; what these had of them ends. */
    @Transactional
    void grantOnEarlierMeetings() {
        String[] groups = people.networks().stream()
                .map(Network::key)
                .map(Role.CHAIR::groupOf)
                .toArray(String[]::new);
        if (groups.length == 0) {
            return;
        }
        Set<String> done = authorizations
                .createAuthorizationQuery()
                .groupIdIn(groups)
                .resourceType(HISTORIC_PROCESS_INSTANCE)
                .unlimitedList()
                .stream()
                .map(Authorization::getResourceId)
                .collect(toSet());
        history.createHistoricProcessInstanceQuery().processDefinitionKey(NETWORK_MEETING).unlimitedList().stream()
                .filter(instance -> !done.contains(instance.getId()))
                .forEach(instance -> meetings.find(String.valueOf(instance.getBusinessKey()))
                        .ifPresent(meeting -> grantOnEarlier(instance, meeting)));
    }

    private void grantOnEarlier(HistoricProcessInstance instance, Meeting meeting) {
        String group = Role.CHAIR.groupOf(meeting.network());
        revoke(PROCESS_INSTANCE, instance.getId());
        revoke(HISTORIC_PROCESS_INSTANCE, instance.getId());
        save(right(group, HISTORIC_PROCESS_INSTANCE, instance.getId(), HistoricProcessInstancePermissions.READ));
        if (instance.getEndTime() == null) {
            save(right(group, PROCESS_INSTANCE, instance.getId(), Permissions.READ, Permissions.UPDATE));
        }
        for (HistoricTaskInstance task : history.createHistoricTaskInstanceQuery()
                .processInstanceId(instance.getId())
                .unlimitedList()) {
            revoke(TASK, task.getId());
            revoke(HISTORIC_TASK, task.getId());
            save(right(group, HISTORIC_TASK, task.getId(), HistoricTaskPermissions.READ));
            if (task.getEndTime() == null) {
                save(right(group, TASK, task.getId(), Permissions.READ, Permissions.TASK_WORK));
            }
        }
    }

    /** What was granted to persons, or to all chairs. */
    private void revoke(Resources resource, String id) {
        authorizations.createAuthorizationQuery().resourceType(resource).resourceId(id).unlimitedList().stream()
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
    }

    private void save(Authorization right) {
        authorizations.saveAuthorization(right);
    }

    private static AuthorizationEntity right(String group, Resources resource, String id, Permission... permissions) {
        AuthorizationEntity right = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(group);
        right.setResource(resource);
        right.setResourceId(id);
        for (Permission permission : permissions) {
            right.addPermission(permission);
        }
        return right;
    }

    /** What somebody has claimed who leads the network no longer, waits for its other chairs again. */
    void releaseTasks() {
        for (Task task : tasks.createTaskQuery()
                .processDefinitionKey(NETWORK_MEETING)
                .taskAssigned()
                .list()) {
            String network = meetings.get(businessKey(task)).network();
            if (people.find(task.getAssignee())
                    .filter(person -> !person.leads(network))
                    .isPresent()) {
                tasks.setAssignee(task.getId(), null);
            }
        }
    }

    private String businessKey(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
