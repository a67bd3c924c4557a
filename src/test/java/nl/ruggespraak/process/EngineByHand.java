package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.boot.test.context.TestComponent;

/** Works the engine by hand, since nothing runs in the background of a test. Business keys may be prefixes: a meeting's key is that of all its cycles, too. */
@TestComponent
public class EngineByHand {

    private final ProcessEngine engine;

    EngineByHand(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Does something as the person who has signed in. */
    public <T> T as(String person, Supplier<T> work) {
        IdentityService identity = engine.getIdentityService();
        identity.setAuthentication(
                person,
                identity.createGroupQuery().groupMember(person).list().stream()
                        .map(group -> group.getId())
                        .toList(),
                identity.createTenantQuery().userMember(person).list().stream()
                        .map(tenant -> tenant.getId())
                        .toList());
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Completes the only open task of this kind that the person has, as that person, and works on until everything waits. */
    public void complete(String person, String businessKey, String task, Map<String, Object> fields) {
        submit(person, businessKey, task, fields);
        work(businessKey);
    }

    /** Completes the only open task of this kind that the person has, as that person, and leaves it at that. */
    public void submit(String person, String businessKey, String task, Map<String, Object> fields) {
        String id = task(person, businessKey, task).getId();
        as(person, () -> {
            engine.getTaskService().complete(id, fields);
            return id;
        });
    }

    /** The only open task of this kind that the person has. */
    public Task task(String person, String businessKey, String task) {
        List<Task> found = tasks(businessKey, task).stream()
                .filter(open -> open.getAssignee() == null || open.getAssignee().equals(person))
                .toList();
        assertThat(found).as("%s of %s in %s", task, person, businessKey).hasSize(1);
        return found.get(0);
    }

    /** All open tasks of this kind. */
    public List<Task> tasks(String businessKey, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKeyLike(businessKey + "%")
                .taskDefinitionKey(task)
                .list();
    }

    /** Whose task this was, which has been completed. */
    public String assigneeOfCompleted(String task) {
        HistoricTaskInstance past = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult();
        assertThat(past.getDeleteReason()).as("how the task ended").isEqualTo("completed");
        return past.getAssignee();
    }

    /** Moves the clock to the moment of this timer, fires it where it waits, and works on until everything waits. */
    public void fire(String businessKey, String timer) {
        List<Job> waiting = new ArrayList<>();
        for (ProcessInstance instance : instances(businessKey)) {
            waiting.addAll(engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(timer)
                    .list());
        }
        assertThat(waiting).as("%s in %s", timer, businessKey).isNotEmpty();
        for (Job job : waiting) {
            Date due = job.getDuedate();
            if (due != null && due.after(ClockUtil.getCurrentTime())) {
                ClockUtil.setCurrentTime(Date.from(due.toInstant().plusMillis(10)));
            }
            engine.getManagementService().executeJob(job.getId());
        }
        work(businessKey);
    }

    /** Fires this timer in one process instance, of several with the same business key. */
    public void fireIn(String instance, String timer) {
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .singleResult();
        ClockUtil.setCurrentTime(Date.from(job.getDuedate().toInstant().plusMillis(10)));
        engine.getManagementService().executeJob(job.getId());
        work(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey());
    }

    /** When this timer fires. */
    public Instant due(String businessKey, String timer) {
        return instances(businessKey).stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timer)
                        .list()
                        .stream())
                .map(job -> job.getDuedate().toInstant())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing waits for " + timer + " in " + businessKey));
    }

    /** Executes everything that need not wait for a timer, until there is nothing left to do. */
    public void work(String businessKey) {
        List<Job> ready;
        do {
            ready = instances(businessKey).stream()
                    .flatMap(instance -> engine
                            .getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .messages()
                            .withRetriesLeft()
                            .list()
                            .stream())
                    .toList();
            ready.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (!ready.isEmpty());
    }

    /** The process instances that still run. */
    public List<ProcessInstance> instances(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(businessKey + "%")
                .list();
    }

    /** Whether an activity of these instances has ended in the ordinary way. */
    public boolean passed(String businessKey, String activity) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyLike(businessKey + "%")
                .list()
                .stream()
                .anyMatch(instance -> engine.getHistoryService()
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activity)
                                .finished()
                                .count()
                        > 0);
    }

    /** A form's field that is a list, as Tasklist sends it. */
    public static JsonValue json(String json) {
        return SpinValues.jsonValue(json).create();
    }

    /** Puts the clock back to the real one. */
    public void resetClock() {
        ClockUtil.reset();
    }
}
