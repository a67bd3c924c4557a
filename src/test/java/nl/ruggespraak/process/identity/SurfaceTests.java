package nl.ruggespraak.process.identity;

import static java.util.Objects.requireNonNull;
import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.process.identity.RestSurface.EndPoint;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everybody walks the whole surface, end point by end point, asking for what is not theirs. What each must answer is in {@code rest-surface.txt}. */
@RuggespraakTest
class SurfaceTests {

    /** What lnv's candidate is called, everywhere that something is written. */
    private static final String SECRET = "Zwaantje Geheim";

    private static final Set<String> OF_LNV_ALONE = Set.of(
            "finished",
            "activity",
            "pastVariable",
            "detail",
            "decided",
            "jobLog",
            "job",
            "incident",
            "mail",
            "ask",
            "inquiry",
            "comment",
            "attachment");

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ResourceConfig engineRest;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping pages;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void theClockRunsAgain() {
        engine.resetClock();
    }

    @Test
    void knowsWhatEachEndPointMustAnswer() {
        Set<EndPoint> registered =
                RestSurface.of(requireNonNull(application.getServletContext()), engineRest, pages).stream()
                        .map(SurfaceTests::once)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<EndPoint> known =
                SurfaceRule.all().stream().map(SurfaceRule::endPoint).collect(Collectors.toCollection(TreeSet::new));
        assertThat(registered)
                .as(
                        "Each end point has a line in src/test/resources/rest-surface.txt that tells what it answers about somebody else's things."
                                + " Whoever adds an end point adds its line, and whoever opens one of the engine's adds it to Door, too.")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void showsNobodyWhatIsNotTheirs() {
        Map<String, String> lnv = theStoryOfLnv();
        SurfaceWalk.Secrets ofLnv = secretsOf("lnv");
        List<SurfaceWalk> walks = new ArrayList<>();
        for (String organisation : List.of("rws", "odbn")) {
            for (String role : List.of("representative", "adviser-1", "manager", "director", "department-head-1")) {
                walks.add(new SurfaceWalk(organisation + "-" + role, "lnv", lnv, ofLnv));
            }
        }
        walks.add(new SurfaceWalk("chair", "lnv", lnv, secretsFromTheChair("lnv")));
        for (String organisation : List.of("rws", "odbn", "meierij")) {
            Map<String, String> things = new HashMap<>(among(lnv, OF_LNV_ALONE));
            things.putAll(asked(requireNonNull(lnv.get("meeting")), organisation));
            walks.add(new SurfaceWalk("chair", organisation, things, secretsFromTheChair(organisation)));
        }
        Map<String, String> asking = among(lnv, Set.of("stranger", "tenant"));
        Map<String, String> inquiry = new HashMap<>(among(among(lnv, OF_LNV_ALONE), Set.of("stranger", "tenant")));
        inquiry.putAll(of(tasks.createTaskQuery().taskId(lnv.get("inquiry")).singleResult()));
        for (String colleague : List.of("lnv-adviser-2", "lnv-director", "lnv-department-head-1")) {
            walks.add(new SurfaceWalk(
                    colleague,
                    "lnv-adviser-1",
                    asking,
                    ids(asking, "task", "instance", "execution", "comment", "finished", "job")));
        }
        walks.add(new SurfaceWalk(
                "lnv-department-head-1",
                "lnv-department-head-2",
                Map.of("task", requireNonNull(inquiry.get("task"))),
                ids(inquiry, "task")));
        for (String colleague : List.of("lnv-adviser-2", "lnv-representative")) {
            walks.add(new SurfaceWalk(colleague, "lnv-department-head-2", inquiry, ids(inquiry, "task")));
        }

        Map<String, String> before = SurfaceWalk.digest(jdbc);
        assertThat(SurfaceWalk.faults(port, walks)).isEmpty();
        assertThat(SurfaceWalk.digest(jdbc)).as("Nothing has changed").isEqualTo(before);
    }

    /** An end point of the engine's interface as it stands in the table: once, wherever it is mounted. */
    private static EndPoint once(EndPoint registered) {
        for (String mount : RestSurface.ENGINE_MOUNTS) {
            if (registered.path().startsWith(mount + "/")) {
                return new EndPoint(
                        registered.method(),
                        SurfaceRule.ENGINE + registered.path().substring(mount.length()));
            }
        }
        return registered;
    }

    /**
     * All that an organisation can have: asks with a candidate, a briefing, leads, report-backs, an escalation with an open inquiry, a job that failed, what is past,
     * comments and an attachment; and a later meeting, about which everybody is being asked.
     */
    private Map<String, String> theStoryOfLnv() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("asks", json("""
                [{"kind": "CANDIDATE", "title": "%1$s", "details": "%1$s wants to be seen", "headcount": 1},
                 {"kind": "QUESTION", "title": "Who trains inspectors?"}]
                """.formatted(SECRET))));
        engine.fire(cycle, "timer_asksClose");
        long ask = number("select id from ruggespraak.ask where cycle = ? and kind = 'QUESTION'", cycle);
        engine.complete(
                "lnv-representative", cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[" + ask + "]")));
        engine.fire(cycle, "timer_meetingStarts");
        engine.complete(
                "lnv-representative",
                cycle,
                "userTask_recordLeads",
                Map.of("attended", true, "leads", json("""
                [{"kind": "STAFF_DEMAND", "title": "25 road inspectors", "occupation": "road-inspector", "headcount": 25, "organisation": "rws"},
                 {"kind": "TALK_ARRANGED", "title": "A talk for %s", "organisation": "meierij", "answersAsk": %d}]
                """.formatted(SECRET, ask))));
        engine.complete(
                "lnv-representative", cycle, "userTask_sendReportBacks", Map.of("reportBacks", json(text("""
                select json_agg(json_build_object('reportBack', id, 'text', text, 'send', true))::text from ruggespraak.report_back where cycle = ?
                """, cycle))));
        engine.complete(
                "lnv-director",
                cycle,
                "userTask_decideOnEscalation",
                Map.of("decision", "askDepartments", "reason", "For " + SECRET));
        engine.complete(
                "lnv-department-head-1", cycle, "userTask_reportStaffAtRisk", Map.of("staffAtRisk", json("[]")));

        Map<String, String> things = new HashMap<>();
        String round = text(
                "select i.id_ from act_hi_procinst i join act_hi_taskinst t on t.proc_inst_id_ = i.id_"
                        + " where i.business_key_ = ? and t.assignee_ = 'lnv-adviser-1' and i.proc_def_key_ = 'ask-round'",
                cycle);
        things.put("finished", round);
        things.put("activity", text("select min(id_) from act_hi_actinst where proc_inst_id_ = ?", round));
        things.put("pastVariable", text("select min(id_) from act_hi_varinst where proc_inst_id_ = ?", round));
        things.put("detail", text("select min(id_) from act_hi_detail where proc_inst_id_ = ?", round));
        String running = text(
                "select id_ from act_ru_execution where business_key_ = ? and proc_def_id_ like 'meeting-cycle:%'",
                cycle);
        things.put("decided", text("select min(id_) from act_hi_decinst where proc_inst_id_ = ?", running));
        things.put("jobLog", text("select min(id_) from act_hi_job_log where process_instance_id_ = ?", running));
        things.put("job", text("select min(id_) from act_ru_job where process_instance_id_ = ?", running));
        things.put(
                "jobDefinition",
                text("select job_def_id_ from act_ru_job where id_ = ?", requireNonNull(things.get("job"))));
        management.setJobRetries(things.get("job"), 0);
        things.put("incident", text("select min(id_) from act_ru_incident where proc_inst_id_ = ?", running));
        things.put("mail", text("select min(id)::text from ruggespraak.mail where cycle = ?", cycle));
        things.put(
                "inquiry",
                engine.task("lnv-department-head-2", cycle, "userTask_reportStaffAtRisk")
                        .getId());
        things.put("definition", text("select min(proc_def_id_) from act_ru_execution where id_ = ?", running));
        things.put("definitionKey", "ask-round");
        things.put("decision", text("select min(id_) from act_re_decision_def where key_ = ?", "escalation-needed"));
        things.put("decisionKey", "escalation-needed");
        things.put("filter", text("select min(id_) from act_ru_filter where resource_type_ = ?", "Task"));
        things.put("deployment", text("select min(id_) from act_re_deployment"));
        things.put("resource", text("select min(id_) from act_ge_bytearray where name_ = ?", "forms/give-asks.html"));
        things.put("group", "advisers");
        things.put("number", "1");
        things.put("network", "sam");
        things.put("catalogueKind", "OCCUPATION");
        things.put("held", cycle.substring(0, cycle.indexOf('/')));
        things.put("ask", text("select id::text from ruggespraak.ask where cycle = ? and kind = 'CANDIDATE'", cycle));
        things.put("link", "a");
        things.put("waiting", "give-asks");
        things.put("engine", "default");
        things.put("file", "app/plugin.js");

        engine.resetClock();
        String later = meetings.aPlannedMeeting();
        things.put("meeting", later);
        engine.fire(later, "timer_announcementDue");
        for (String organisation : List.of("lnv", "rws", "odbn", "meierij")) {
            engine.complete(
                    organisation + "-representative", later + "/" + organisation, "userTask_announceMeeting", Map.of());
        }
        things.putAll(asked(later, "lnv"));
        String task = requireNonNull(things.get("task"));
        String instance = requireNonNull(things.get("instance"));
        things.put(
                "comment",
                tasks.createComment(task, instance, "About " + SECRET).getId());
        things.put(
                "attachment",
                tasks.createAttachment(
                                "text",
                                task,
                                instance,
                                SECRET,
                                "About " + SECRET,
                                new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.UTF_8)))
                        .getId());
        return things;
    }

    /** What an adviser of this organisation has while being asked. */
    private Map<String, String> asked(String meeting, String organisation) {
        String adviser = organisation + "-adviser-1";
        Task task = engine.task(adviser, meeting + "/" + organisation, "userTask_giveAsks");
        Map<String, String> things = new HashMap<>(of(task));
        things.put("businessKey", meeting + "/" + organisation);
        things.put("user", adviser);
        things.put("stranger", adviser);
        things.put("tenant", organisation);
        return things;
    }

    private Map<String, String> of(Task task) {
        return Map.of(
                "task", task.getId(),
                "instance", task.getProcessInstanceId(),
                "execution", task.getExecutionId(),
                "variable",
                        text(
                                "select min(id_) from act_ru_variable where proc_inst_id_ = ?",
                                task.getProcessInstanceId()),
                "variableName", "organisation");
    }

    /** Without what colleagues share: who they are, where they work. */
    private static Map<String, String> among(Map<String, String> things, Set<String> shared) {
        Map<String, String> rest = new HashMap<>(things);
        rest.keySet().removeAll(shared);
        return rest;
    }

    private static SurfaceWalk.Secrets ids(Map<String, String> things, String... kinds) {
        return new SurfaceWalk.Secrets(
                Stream.of(kinds).filter(things::containsKey).map(things::get).collect(Collectors.toSet()),
                Set.of(SECRET));
    }

    /** Every id of the engine that belongs to the organisation, its people, and the candidate. */
    private SurfaceWalk.Secrets secretsOf(String organisation) {
        Set<String> words = new HashSet<>(jdbc.sql(
                        "select key from ruggespraak.person where organisation = :o union select email from ruggespraak.person where organisation = :o")
                .param("o", organisation)
                .query(String.class)
                .list());
        words.add(SECRET);
        Set<String> ids = new HashSet<>();
        for (String table : jdbc.sql("""
                        select c.table_name from information_schema.columns c join information_schema.columns i using (table_schema, table_name)
                        where c.table_schema = current_schema and c.column_name = 'tenant_id_' and i.column_name = 'id_' and c.table_name like 'act_%'
                        """).query(String.class).list()) {
            ids.addAll(jdbc.sql("select id_ from " + table + " where tenant_id_ = :o and id_ like '%-%'")
                    .param("o", organisation)
                    .query(String.class)
                    .list());
        }
        return new SurfaceWalk.Secrets(ids, words);
    }

    /** A chair chooses who speaks for an organisation, and learns who could: not their addresses, and nobody else. */
    private SurfaceWalk.Secrets secretsFromTheChair(String organisation) {
        SurfaceWalk.Secrets secrets = secretsOf(organisation);
        secrets.words()
                .removeAll(jdbc.sql("""
                        select person from ruggespraak.person_role
                        join ruggespraak.person on person.key = person_role.person
                        where organisation = ? and role in ('REPRESENTATIVE', 'MANAGER', 'DIRECTOR')
                        """).param(organisation).query(String.class).list());
        return secrets;
    }

    private String text(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).single();
    }

    private long number(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}
