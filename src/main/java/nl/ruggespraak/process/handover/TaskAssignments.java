package nl.ruggespraak.process.handover;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ruggespraak.people.HandDutiesOver;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Hears whenever a task gets another assignee, be it from this application, in Cockpit or over REST. The former loses what came with the task. Who is
 * given one by hand gets all of the duty that it is a part of, in the tables too; a question to one colleague stays that colleague's.
 */
class TaskAssignments implements TaskListener {

    private final Supplier<HandDutiesOver> handDutiesOver;

    TaskAssignments(Supplier<HandDutiesOver> handDutiesOver) {
        this.handDutiesOver = handDutiesOver;
    }

    @Override
    public void notify(DelegateTask task) {
        String former = former(task);
        String assignee = task.getAssignee();
        Optional<TaskOwner> owner = TaskOwner.of(task.getTaskDefinitionKey());
        if (former == null || owner.isEmpty() || former.equals(assignee)) {
            return;
        }
        var whose = owner.get().whose();
        String person = whose == null ? assignee : whose.in(task);
        if (Objects.equals(person, assignee)) {
            RightsOfFormers.end(task, former);
            return;
        }
        if (assignee == null) {
            throw Refusal.of("assignee", "refusal.task.ofOnePerson");
        }
        handDutiesOver
                .get()
                .give(
                        owner.get()
                                .duty(task, Objects.requireNonNull(person))
                                .orElseThrow(() -> Refusal.of("assignee", "refusal.task.ofOnePerson")),
                        assignee);
    }

    private static @Nullable String former(DelegateTask task) {
        PropertyChange change = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? null : (String) change.getOrgValue();
    }
}
