package nl.ruggespraak.process.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.ruggespraak.demo.DemoDates;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.process.AsEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fires timers before their time. All that follows from one happens in one transaction, so that nothing has happened when it turns out that somebody would
 * lose a task. Mails are left to those who deliver them.
 */
@Component
class CamundaDemoDates implements DemoDates {

    private static final String COLLEAGUES = "userTask_giveAsks";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final People people;
    private final AsEngine engine;
    private final TransactionTemplate transaction;

    CamundaDemoDates(
            RuntimeService runtime,
            ManagementService management,
            TaskService tasks,
            RepositoryService repository,
            IdentityService identity,
            People people,
            AsEngine engine,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.repository = repository;
        this.identity = identity;
        this.people = people;
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Standing standing(String key) {
        return asEngine(() -> {
            List<Job> timers = timers(key);
            return timers.isEmpty()
                    ? new Standing(waiting(open(key)), null, null)
                    : new Standing(waiting(open(key)), name(timers.get(0)), due(timers.get(0)));
        });
    }

    @Override
    public Move next(String key, boolean withoutColleagues) {
        return asEngine(() -> Objects.requireNonNull(transaction.execute(status -> {
            work(key);
            List<Task> before = open(key);
            Map<String, Set<String>> whose = whose(before);
            List<Job> timers = timers(key);
            if (timers.isEmpty()) {
                return new Move(null, null, List.of(), false);
            }
            Job first = timers.get(0);
            String name = name(first);
            timers.stream()
                    .filter(timer -> due(timer).equals(due(first)))
                    .map(Job::getId)
                    .forEach(this::execute);
            work(key);
            List<Task> lost = lost(before, key);
            boolean colleaguesOnly =
                    lost.stream().allMatch(task -> task.getTaskDefinitionKey().equals(COLLEAGUES));
            if (lost.isEmpty() || (withoutColleagues && colleaguesOnly)) {
                return new Move(name, due(first), List.of(), colleaguesOnly);
            }
            status.setRollbackOnly();
            return new Move(name, due(first), together(lost, whose), colleaguesOnly);
        })));
    }

    /** The tasks that were open and are not. */
    private List<Task> lost(List<Task> before, String key) {
        Set<String> still = open(key).stream().map(Task::getId).collect(Collectors.toSet());
        return before.stream().filter(task -> !still.contains(task.getId())).toList();
    }

    /** Several timers of one moment may end each other. */
    private void execute(String job) {
        if (management.createJobQuery().jobId(job).count() > 0) {
            management.executeJob(job);
        }
    }

    /** Does everything that waits for nobody and for no date. */
    private void work(String key) {
        List<Job> jobs = jobs(key, false);
        while (!jobs.isEmpty()) {
            jobs.stream().map(Job::getId).forEach(this::execute);
            jobs = jobs(key, false);
        }
    }

    private List<Job> timers(String key) {
        return jobs(key, true).stream()
                .sorted(Comparator.comparing(CamundaDemoDates::due).thenComparing(Job::getId))
                .toList();
    }

    private List<Job> jobs(String key, boolean timers) {
        Set<String> instances =
                instances(key).stream().map(ProcessInstance::getId).collect(Collectors.toSet());
        return instances.isEmpty()
                ? List.of()
                : management.createJobQuery().processInstanceIds(instances).active().withRetriesLeft().list().stream()
                        .filter(job -> ((JobEntity) job).getType().equals("timer") == timers)
                        .toList();
    }

    private List<ProcessInstance> instances(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKeyNotIn("mail-delivery")
                .list();
    }

    private List<Task> open(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private List<Waiting> waiting(List<Task> open) {
        return together(open, whose(open));
    }

    private static List<Waiting> together(List<Task> some, Map<String, Set<String>> whose) {
        Map<String, Set<String>> byName = new LinkedHashMap<>();
        some.forEach(task -> byName.computeIfAbsent(task.getName(), name -> new TreeSet<>())
                .addAll(whose.getOrDefault(task.getId(), Set.of())));
        List<Waiting> waiting = new ArrayList<>();
        byName.forEach((task, names) -> waiting.add(new Waiting(task, List.copyOf(names))));
        return waiting;
    }

    /** Names of persons, or of groups where nobody has claimed the task, by task. */
    private Map<String, Set<String>> whose(List<Task> open) {
        Map<String, Person> known = people.all(open.stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<String, Set<String>> whose = new HashMap<>();
        for (Task task : open) {
            whose.put(
                    task.getId(),
                    task.getAssignee() != null
                            ? Set.of(nameOf(task.getAssignee(), known))
                            : tasks.getIdentityLinksForTask(task.getId()).stream()
                                    .map(this::candidate)
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.toSet()));
        }
        return whose;
    }

    private static String nameOf(String key, Map<String, Person> known) {
        Person person = known.get(key);
        return person == null ? key : person.name() + " (" + key + ")";
    }

    private @Nullable String candidate(IdentityLink link) {
        if (link.getUserId() != null) {
            return people.find(link.getUserId())
                    .map(person -> person.name() + " (" + person.key() + ")")
                    .orElse(link.getUserId());
        }
        return link.getGroupId() == null
                ? null
                : identity.createGroupQuery().groupId(link.getGroupId()).list().stream()
                        .map(group -> group.getName())
                        .findAny()
                        .orElse(link.getGroupId());
    }

    /** What the model calls the timer's event. */
    private String name(Job timer) {
        String element = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        return repository.getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(element)
                        instanceof FlowElement event
                ? event.getName()
                : element;
    }

    private static Instant due(Job timer) {
        Date due = timer.getDuedate();
        return due == null ? Instant.EPOCH : due.toInstant();
    }

    private <T> T asEngine(Supplier<T> work) {
        List<T> results = new ArrayList<>();
        engine.run(() -> results.add(work.get()));
        return results.get(0);
    }
}
