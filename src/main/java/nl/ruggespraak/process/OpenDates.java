package nl.ruggespraak.process;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The timers and due dates that wait in instances, of as many at once as there are: as many queries for a hundred as for one. */
@Component
public class OpenDates {

    private final ManagementService management;
    private final TaskService tasks;

    OpenDates(ManagementService management, TaskService tasks) {
        this.management = management;
        this.tasks = tasks;
    }

    /** Moves the timers of a model that wait. One whose moment is over by now fires at once. */
    public void moveTimers(Collection<String> instances, String model, Map<String, Instant> dates) {
        waiting(instances, model).forEach((timer, activity) -> {
            Instant date = dates.get(activity);
            if (date != null) {
                management.setJobDuedate(timer.getId(), Date.from(date));
            }
        });
    }

    /** Lets the timer of an event sub-process of these instances wait for a date, also where it has fired before. */
    public void awaitAnew(Collection<String> instances, String model, String timer, Instant date) {
        Map<String, Job> waiting = waiting(instances, model).entrySet().stream()
                .filter(each -> each.getValue().equals(timer))
                .map(Map.Entry::getKey)
                .collect(toMap(Job::getProcessInstanceId, Function.identity()));
        for (String instance : instances) {
            Job job = waiting.get(instance);
            if (job == null) {
                begin(instance, timer);
            } else {
                management.setJobDuedate(job.getId(), Date.from(date));
            }
        }
    }

    /** Moves the due dates of open tasks. */
    public void moveTasks(Collection<String> instances, Map<String, Instant> dates) {
        if (instances.isEmpty()) {
            return;
        }
        tasks.createTaskQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .list()
                .forEach(task -> {
                    Instant due = dates.get(task.getTaskDefinitionKey());
                    if (due != null) {
                        tasks.setDueDate(task.getId(), Date.from(due));
                    }
                });
    }

    /** The timers of these instances, each with the activity that it belongs to. The engine cannot ask for both at once. */
    private Map<Job, String> waiting(Collection<String> instances, String model) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        Map<String, String> activities =
                management.createJobDefinitionQuery().processDefinitionKey(model).list().stream()
                        .collect(toMap(JobDefinition::getId, JobDefinition::getActivityId));
        return management.createJobQuery().processInstanceIds(Set.copyOf(instances)).timers().list().stream()
                .filter(timer -> activities.containsKey(timer.getJobDefinitionId()))
                .collect(toMap(Function.identity(), timer -> activities.get(timer.getJobDefinitionId())));
    }

    /** As the engine does when the instance starts; the date comes from the instance's variables, which have moved before. */
    private static void begin(String instance, String timer) {
        ExecutionEntity execution =
                Context.getCommandContext().getExecutionManager().findExecutionById(instance);
        requireNonNull(TimerDeclarationImpl.getDeclarationsForScope(execution.getProcessDefinition())
                        .get(timer))
                .createTimer(execution);
    }
}
