package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.escalation.AskDirector;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.ImportPeople;
import nl.ruggespraak.people.JdbcRoles;
import nl.ruggespraak.people.PeopleImport;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.privacy.ErasePerson;
import nl.ruggespraak.process.handover.TaskOwner;
import nl.ruggespraak.site.Identities;
import nl.ruggespraak.site.Visitor;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every user task of every model, as the models have them, waits for somebody who then stops or hands it on, in every way in which that happens: nothing waits for who
 * has gone, who is no longer responsible can do nothing more, and who is can.
 */
@RuggespraakTest
class EveryTaskChangesHandsTests {

    /** How somebody stops being responsible. */
    private enum Way {
        LEAVES_BY_FILE(true),
        ROLE_ENDS_BY_FILE(false),
        IS_ERASED(true),
        ACCOUNT_IS_DELETED(true),
        LEAVES_ORGANISATION_BY_REST(true),
        ROLE_ENDS_BY_REST(false),
        IS_REASSIGNED_BY_REST(false);

        private final boolean leaves;

        Way(boolean leaves) {
            this.leaves = leaves;
        }
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private CycleRows rows;

    @Autowired
    private AskDirector askDirector;

    @Autowired
    private ImportPeople importPeople;

    @Autowired
    private ErasePerson erasePerson;

    @Autowired
    private Identities identities;

    @Autowired
    private JdbcRoles roles;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private final Map<Way, String> people = new EnumMap<>(Way.class);

    static Stream<String> userTasks() {
        return ModelFile.all().stream()
                .flatMap(model -> model.every(UserTask.class))
                .map(UserTask::getId)
                .sorted();
    }

    @AfterEach
    void putTheClockBackAndLetThoseHiredGo() {
        engine.resetClock();
        jdbc.sql("update ruggespraak.person set active = false where key ~ '^(lnv|net)-walk-'")
                .update();
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void waitsForSomebodyWhoIsThereAndForNobodyElse(String key) {
        assertThat(TaskOwner.of(key)).as("a user task that nobody hands over").isPresent();
        switch (key) {
            case "userTask_announceMeeting" -> representing(key, announcing(), Map.of());
            case "userTask_prepareBriefing" -> {
                String cycle = fixture.anAnnouncedMeeting("lnv");
                engine.fire(cycle, "timer_asksClose");
                representing(key, cycle, Map.of("carriedAsks", json("[]")));
            }
            case "userTask_recordLeads" ->
                representing(key, fixture.aStartedMeeting("lnv"), Map.of("attended", true, "leads", json("[]")));
            case "userTask_sendReportBacks" -> {
                String cycle = announcing();
                engine.complete("lnv-representative", cycle, "userTask_announceMeeting", Map.of());
                engine.fire(cycle, "timer_asksClose");
                engine.complete(
                        "lnv-representative", cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[]")));
                engine.fire(cycle, "timer_meetingStarts");
                engine.complete(
                        "lnv-representative",
                        cycle,
                        "userTask_recordLeads",
                        Map.of("attended", true, "leads", json("[]")));
                representing(key, cycle, Map.of("reportBacks", json("[]")));
            }
            case "userTask_decideOnEscalation" -> seeingThrough(key, anEscalation(), Map.of("decision", "seekDeal"));
            case "userTask_agreeDeal" -> {
                String cycle = anEscalation();
                engine.complete("lnv-director", cycle, "userTask_decideOnEscalation", Map.of("decision", "seekDeal"));
                seeingThrough(key, cycle, Map.of("agreed", true, "headcount", 1L));
            }
            case "userTask_recordPlacements" -> {
                String cycle = anEscalation();
                engine.complete("lnv-director", cycle, "userTask_decideOnEscalation", Map.of("decision", "seekDeal"));
                engine.complete("lnv-director", cycle, "userTask_agreeDeal", Map.of("agreed", true, "headcount", 1L));
                seeingThrough(key, cycle, Map.of("placed", 1L));
            }
            case "userTask_reportStaffAtRisk" -> reportingStaff(key);
            case "userTask_giveAsks" -> asked(key);
            case "userTask_actOnReportBack" -> acting(key);
            case "userTask_publishResults" -> publishing(key);
            case "userTask_nameRepresentative" -> naming(key);
            default -> throw new AssertionError(key + " has no case here: how does it change hands?");
        }
    }

    private void representing(String key, String cycle, Map<String, Object> fields) {
        walk(
                key,
                cycle,
                Role.REPRESENTATIVE,
                "lnv-representative",
                fields,
                () -> jdbc.sql("select representative from ruggespraak.meeting_cycle where key = ?")
                        .param(cycle)
                        .query(String.class)
                        .single());
    }

    private void seeingThrough(String key, String cycle, Map<String, Object> fields) {
        walk(
                key,
                cycle,
                Role.DIRECTOR,
                "lnv-director",
                fields,
                () -> jdbc.sql("select director from ruggespraak.escalation where cycle = ?")
                        .param(cycle)
                        .query(String.class)
                        .single());
    }

    private void reportingStaff(String key) {
        String cycle = anEscalation();
        engine.complete("lnv-director", cycle, "userTask_decideOnEscalation", Map.of("decision", "askDepartments"));
        walk(
                key,
                cycle,
                Role.DEPARTMENT_HEAD,
                "lnv-department-head-2",
                Map.of("staffAtRisk", json("[]")),
                () -> jdbc.sql("""
                        select i.department_head from ruggespraak.staff_inquiry i join ruggespraak.escalation e on e.id = i.escalation
                        where e.cycle = ? and i.department_head <> 'lnv-department-head-1'
                        """).param(cycle).query(String.class).single());
    }

    private interface Row {
        String whose();
    }

    /** Gives the task to each of those hired in turn; each stops in another way, and the same person gets it each time. */
    private void walk(String key, String cycle, Role role, String successor, Map<String, Object> fields, Row row) {
        hire(Role.ADVISER);
        String task = engine.tasks(cycle, key).stream()
                .filter(open -> successor.equals(open.getAssignee()))
                .findFirst()
                .orElseThrow()
                .getId();
        people.forEach((way, person) -> {
            give(person, role);
            reassign(task, person);
            assertMayWork(task, person, true, way);
            assertMayWork(task, successor, false, way);
            assertThat(row.whose()).as("%s, given by hand", key).isEqualTo(person);
            assertThat(told(cycle, person)).as("what %s was told", person).isPositive();

            stop(way, person, task, successor);

            assertThat(assignee(task)).as("%s after %s", key, way).isEqualTo(successor);
            assertThat(row.whose()).as("row of %s after %s", key, way).isEqualTo(successor);
            assertThat(variables(task)).as("variables of %s after %s", key, way).doesNotContain(person);
            assertMayWork(task, person, false, way);
            assertMayWork(task, successor, true, way);
            assertThat(complete(task, person).statusCode())
                    .as("%s completes %s after %s", person, key, way)
                    .isBetween(400, 499);
            jdbc.sql("delete from ruggespraak.person_role where person = ?")
                    .param(person)
                    .update();
        });
        engine.as(successor, () -> {
            tasks.complete(task, fields);
            return task;
        });
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    /** A question to one colleague: nobody else gets it, and it goes with who leaves. */
    private void asked(String key) {
        hire(Role.ADVISER);
        String cycle = fixture.anAnnouncedMeeting("lnv");
        people.forEach((way, person) -> {
            String task = engine.task(person, cycle, key).getId();
            assertThat(complete(task, "lnv-representative").statusCode()).isBetween(400, 499);
            stop(way, person, task, "lnv-adviser-1");
            if (way.leaves) {
                assertThat(tasks.createTaskQuery().taskId(task).count())
                        .as("%s after %s", key, way)
                        .isZero();
                assertThat(jdbc.sql("select count(*) from ruggespraak.ask_round where cycle = ? and colleague = ?")
                                .params(cycle, person)
                                .query(Integer.class)
                                .single())
                        .as("rows by the key after %s", way)
                        .isEqualTo(way == Way.IS_ERASED ? 0 : 1);
            } else {
                assertThat(assignee(task)).as("%s after %s", key, way).isEqualTo(person);
                assertMayWork(task, person, true, way);
                assertMayWork(task, "lnv-adviser-1", false, way);
            }
        });
        assertThat(jdbc.sql("""
                        select count(*) from ruggespraak.ask_round r join ruggespraak.person p on p.key = r.colleague
                        where r.cycle = ? and r.status = 'OPEN' and not p.active
                        """).param(cycle).query(Integer.class).single()).isZero();
    }

    private void acting(String key) {
        hire(Role.ADVISER);
        String cycle = fixture.aReportedMeeting("lnv");
        long lead = jdbc.sql("select id from ruggespraak.lead where cycle = ?")
                .param(cycle)
                .query(Long.class)
                .single();
        people.forEach((way, person) -> {
            long reportBack = rows.aReportBack(cycle, person, lead, true, "SENT");
            runtime.createProcessInstanceByKey("report-back")
                    .businessKey(cycle)
                    .setVariables(Map.of(
                            "organisation",
                            "lnv",
                            "meeting",
                            "A meeting",
                            "reportBack",
                            reportBack,
                            "colleague",
                            person,
                            "asksForAction",
                            true,
                            "actDueAt",
                            new java.util.Date()))
                    .startBeforeActivity(key)
                    .execute();
            String task = engine.task(person, cycle, key).getId();
            stop(way, person, task, "lnv-adviser-1");
            String now = way.leaves ? "lnv-representative" : person;
            assertThat(assignee(task)).as("%s after %s", key, way).isEqualTo(now);
            assertMayWork(task, now, true, way);
            assertMayWork(task, way.leaves ? person : "lnv-adviser-1", false, way);
            assertThat(jdbc.sql("select with_representative from ruggespraak.report_back where id = ?")
                            .param(reportBack)
                            .query(Boolean.class)
                            .single())
                    .as("row after %s", way)
                    .isEqualTo(way.leaves);
            engine.as(now, () -> {
                tasks.complete(task, Map.of("outcome", "TALK_HELD"));
                return now;
            });
        });
    }

    /** Of several managers the one who attended last is asked first. */
    private void attended(String person, int daysAgo) {
        jdbc.sql("update ruggespraak.person set attended_at = now() - make_interval(days => ?) where key = ?")
                .param(daysAgo)
                .param(person)
                .update();
    }

    /** A question to whoever leads an organisation without a representative: when that person stops, another one is asked anew. */
    private void naming(String key) {
        hire(Role.ADVISER);
        give("lnv-representative", Role.ADVISER);
        try {
            people.forEach((way, person) -> {
                give(person, Role.MANAGER);
                attended(person, 1);
                attended("lnv-manager", 2);
                String meeting = fixture.aPlannedMeeting();
                String cycle = meeting + "/lnv";
                String task = engine.task(person, cycle, key).getId();
                assertThat(complete(task, "lnv-manager").statusCode()).isBetween(400, 499);
                stop(way, person, task, "lnv-manager");
                if (way == Way.IS_REASSIGNED_BY_REST) {
                    assertThat(assignee(task)).as("a question to one").isEqualTo(person);
                } else {
                    assertThat(tasks.createTaskQuery().taskId(task).count())
                            .as("%s after %s", key, way)
                            .isZero();
                    engine.work(cycle);
                    assertMayWork(engine.task("lnv-manager", cycle, key).getId(), "lnv-manager", true, way);
                    assertThat(complete(task, person).statusCode()).isBetween(400, 499);
                }
                jdbc.sql("delete from ruggespraak.person_role where person = ?")
                        .param(person)
                        .update();
                jdbc.sql("update ruggespraak.meeting set status = 'CANCELLED' where key = ?")
                        .param(meeting)
                        .update();
            });
        } finally {
            give("lnv-representative", Role.REPRESENTATIVE);
        }
    }

    /** A task of all chairs, which one has claimed. */
    private void publishing(String key) {
        hire(Role.CHAIR);
        String meeting = fixture.aPlannedMeeting();
        engine.fire(meeting, "timer_meetingEnded");
        engine.fire(meeting, "timer_reportPeriodEnded");
        String task = engine.tasks(meeting, key).get(0).getId();
        people.forEach((way, person) -> {
            if (way == Way.LEAVES_ORGANISATION_BY_REST || way == Way.IS_REASSIGNED_BY_REST) {
                return;
            }
            jdbc.sql("update ruggespraak.meeting set planned_by = ? where key = ?")
                    .params(person, meeting)
                    .update();
            tasks.setAssignee(task, person);
            stop(way, person, task, "chair");
            assertThat(assignee(task)).as("%s after %s", key, way).isNull();
            assertThat(jdbc.sql("select planned_by from ruggespraak.meeting where key = ?")
                            .param(meeting)
                            .query(String.class)
                            .single())
                    .as("row after %s", way)
                    .isEqualTo("chair");
            assertThat(complete(task, person).statusCode()).isBetween(400, 499);
        });
        engine.complete("chair", meeting, key, Map.of());
    }

    private String announcing() {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        return cycle;
    }

    private String anEscalation() {
        String cycle = rows.aCycle("lnv", "REPORTED");
        askDirector.ask(rows.aLead(cycle, "STAFF_DEMAND", null, null), "25 people are needed in 6 months");
        engine.work(cycle);
        return cycle;
    }

    private void hire(Role role) {
        for (Way way : Way.values()) {
            boolean chair = role == Role.CHAIR;
            String key = (chair ? "net" : "lnv") + "-walk-" + NUMBER.incrementAndGet();
            jdbc.sql("""
                            insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                            values (:key, :organisation, 'Zed', 'zz-' || :key, :key || '@hired.example.org')
                            """)
                    .param("key", key)
                    .param("organisation", chair ? null : "lnv")
                    .update();
            give(key, role);
            people.put(way, key);
        }
    }

    /** The person's only role from now on. */
    private void give(String person, Role role) {
        roles.replace(person, Set.of(role == Role.CHAIR ? HeldRole.chairOf("sam") : new HeldRole(role, null)));
        identities.follow(person);
    }

    private void stop(Way way, String person, String task, String other) {
        Visitor admin = Visitor.program(port, "admin");
        Role role = Role.valueOf(jdbc.sql("select role from ruggespraak.held_role where person = ?")
                .param(person)
                .query(String.class)
                .single());
        switch (way) {
            case LEAVES_BY_FILE -> apply(person, role == Role.CHAIR ? "CHAIR@sam" : role.name(), "no");
            case ROLE_ENDS_BY_FILE -> apply(person, role == Role.ADVISER ? "MANAGER" : "ADVISER", "");
            case IS_ERASED -> engine.as("admin", () -> erasePerson.eraseColleague(person, "admin", List.of()));
            case ACCOUNT_IS_DELETED -> done(admin.json("DELETE", "/engine-rest/user/" + person, ""));
            case LEAVES_ORGANISATION_BY_REST ->
                done(admin.json("DELETE", "/engine-rest/tenant/lnv/user-members/" + person, ""));
            case ROLE_ENDS_BY_REST ->
                done(admin.json(
                        "DELETE",
                        "/engine-rest/group/" + (role == Role.CHAIR ? role.groupOf("sam") : role.group()) + "/members/"
                                + person,
                        ""));
            case IS_REASSIGNED_BY_REST -> {
                int status = admin.json(
                                "POST", "/engine-rest/task/" + task + "/assignee", "{\"userId\": \"" + other + "\"}")
                        .statusCode();
                assertThat(status).isIn(204, 400);
                assertThat(admin.json("POST", "/engine-rest/task/" + task + "/unclaim", "")
                                .statusCode())
                        .as("a task of one person is put back for nobody")
                        .isEqualTo(400);
            }
        }
        if (way.leaves) {
            assertThat(identity.createUserQuery().userId(person).count())
                    .as("account after %s", way)
                    .isZero();
            assertThat(jdbc.sql("select count(*) from ruggespraak.person where key = ? and active")
                            .param(person)
                            .query(Integer.class)
                            .single())
                    .as("takes part after %s", way)
                    .isZero();
        }
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private void reassign(String task, String person) {
        done(Visitor.program(port, "admin")
                .json("POST", "/engine-rest/task/" + task + "/assignee", "{\"userId\": \"" + person + "\"}"));
    }

    private HttpResponse<String> complete(String task, String person) {
        return Visitor.program(port, person).json("POST", "/engine-rest/task/" + task + "/complete", "{}");
    }

    private void assertMayWork(String task, String person, boolean may, Way way) {
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        Task open = tasks.createTaskQuery().taskId(task).singleResult();
        String definition = open.getProcessDefinitionId().replaceAll(":.*", "");
        assertThat(authorizations.isUserAuthorized(person, groups, Permissions.TASK_WORK, Resources.TASK, task)
                        || authorizations.isUserAuthorized(
                                person, groups, Permissions.TASK_WORK, Resources.PROCESS_DEFINITION, definition))
                .as("%s may work %s after %s", person, open.getTaskDefinitionKey(), way)
                .isEqualTo(may);
    }

    private @Nullable String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private String variables(String task) {
        return tasks.getVariables(task).values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private int told(String cycle, String person) {
        return jdbc.sql("select count(*) from ruggespraak.mail where cycle = ? and recipient = ?")
                .params(cycle, person)
                .query(Integer.class)
                .single();
    }

    private void apply(String person, String role, String active) {
        List<String> columns = new ArrayList<>(List.of(
                "",
                person.startsWith("net") ? "" : "lnv",
                "",
                person,
                "Zed",
                "zz-" + person,
                person + "@hired.example.org",
                "",
                role,
                active));
        String file = "network;organisation;organisation name;person;first name;last name;email;deputy;roles;active\n"
                + String.join(";", columns);
        long id = importPeople.check("people.csv", file.getBytes(StandardCharsets.UTF_8), "admin");
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        importPeople.apply(id);
        assertThat(Awaitility.await()
                        .pollInterval(Duration.ofMillis(20))
                        .atMost(Duration.ofMinutes(1))
                        .until(
                                () -> importPeople.find(id).orElseThrow().status(),
                                status -> status != PeopleImport.Status.APPLYING))
                .isEqualTo(PeopleImport.Status.APPLIED);
    }
}
