package nl.ruggespraak.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Hands an open task to somebody else. The rights that came with it go along; the engine itself leaves them with the former, too. */
@Component
public class HandTask {

    private final TaskService tasks;
    private final AuthorizationService authorizations;

    HandTask(TaskService tasks, AuthorizationService authorizations) {
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    public void to(Task task, String person) {
        String former = task.getAssignee();
        tasks.setAssignee(task.getId(), person);
        if (former != null && !former.equals(person)) {
            authorizations
                    .createAuthorizationQuery()
                    .userIdIn(former)
                    .resourceType(Resources.TASK)
                    .resourceId(task.getId())
                    .list()
                    .stream()
                    .map(Authorization::getId)
                    .forEach(authorizations::deleteAuthorization);
        }
    }
}
