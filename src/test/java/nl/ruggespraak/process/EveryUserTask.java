package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a user task of each kind, knows which fields its model declares, and what a good answer is, as a program sends it. */
@TestComponent
public class EveryUserTask {

    /**
     * A task that is open.
     *
     * @param answer JSON of the variables of a good answer
     * @param rows asks the tables how many answers were kept: one, when it was answered once
     */
    public record Open(Task task, String person, String businessKey, String answer, String rows) {}

    /** The tasks of all models, to be compared with them. */
    public static final List<String> ALL = List.of(
            "userTask_actOnReportBack",
            "userTask_agreeDeal",
            "userTask_announceMeeting",
            "userTask_decideOnEscalation",
            "userTask_giveAsks",
            "userTask_prepareBriefing",
            "userTask_publishResults",
            "userTask_recordLeads",
            "userTask_recordPlacements",
            "userTask_reportStaffAtRisk",
            "userTask_sendReportBacks");

    private static final String OF_ESCALATION = "from ruggespraak.escalation where cycle = :key";

    private final EngineByHand engine;
    private final MeetingFixture meetings;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    EveryUserTask(EngineByHand engine, MeetingFixture meetings, RepositoryService repository, JdbcClient jdbc) {
        this.engine = engine;
        this.meetings = meetings;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** The fields of each task's form, as the models that are deployed declare them. */
    public Map<String, Set<String>> declared() {
        Map<String, Set<String>> fields = new TreeMap<>();
        for (ProcessDefinition definition : repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .processDefinitionKeyIn(
                        "network-meeting", "meeting-cycle", "ask-round", "report-back", "director-escalation")
                .list()) {
            repository
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> fields.put(
                            task.getId(),
                            task
                                    .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.ExtensionElements.class)
                                    .stream()
                                    .flatMap(extensions -> extensions
                                            .getElementsQuery()
                                            .filterByType(
                                                    org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput
                                                            .class)
                                            .list()
                                            .stream())
                                    .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                                    .map(CamundaInputParameter::getCamundaName)
                                    .collect(Collectors.toCollection(TreeSet::new))));
        }
        return fields;
    }

    /** Opens such a task in a meeting of its own. */
    public Open open(String task) {
        Map<String, Supplier<Open>> all = Map.ofEntries(
                Map.entry("userTask_announceMeeting", this::announceMeeting),
                Map.entry("userTask_giveAsks", this::giveAsks),
                Map.entry("userTask_prepareBriefing", this::prepareBriefing),
                Map.entry("userTask_recordLeads", this::recordLeads),
                Map.entry("userTask_sendReportBacks", this::sendReportBacks),
                Map.entry("userTask_actOnReportBack", this::actOnReportBack),
                Map.entry("userTask_decideOnEscalation", this::decideOnEscalation),
                Map.entry("userTask_reportStaffAtRisk", this::reportStaffAtRisk),
                Map.entry("userTask_agreeDeal", this::agreeDeal),
                Map.entry("userTask_recordPlacements", this::recordPlacements),
                Map.entry("userTask_publishResults", this::publishResults));
        return Objects.requireNonNull(all.get(task), task).get();
    }

    /** How many answers the tables hold. */
    public long kept(Open open) {
        return jdbc.sql(open.rows())
                .param("key", open.businessKey())
                .query(Long.class)
                .single();
    }

    /** Id of the answer that such a task is about. */
    public long reportBack(Open open) {
        return meetings.answer(open.businessKey());
    }

    /** How many drafts the person has. */
    public long drafts(Open open) {
        return jdbc.sql("select count(*) from ruggespraak.link_draft where person = :person and subject in (:subjects)")
                .param("person", open.person())
                .param(
                        "subjects",
                        List.of(
                                open.businessKey(),
                                jdbc.sql(
                                                "select coalesce(max(id), 0)::text from ruggespraak.report_back where cycle = :key")
                                        .param("key", open.businessKey())
                                        .query(String.class)
                                        .single()))
                .query(Long.class)
                .single();
    }

    private Open announceMeeting() {
        String cycle = meetings.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        return open(
                "lnv-representative",
                cycle,
                "userTask_announceMeeting",
                "{\"announcement\": {\"value\": \"What shall I take along?\", \"type\": \"String\"}}",
                "select count(*) from ruggespraak.meeting_cycle where key = :key and status = 'ANNOUNCED'");
    }

    private Open giveAsks() {
        return open(
                "lnv-adviser-1",
                meetings.anAnnouncedMeeting("lnv"),
                "userTask_giveAsks",
                list("asks", "[{\\\"kind\\\": \\\"QUESTION\\\", \\\"title\\\": \\\"Who trains inspectors?\\\"}]"),
                "select count(*) from ruggespraak.ask where cycle = :key");
    }

    private Open prepareBriefing() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        engine.complete(
                "lnv-adviser-1",
                cycle,
                "userTask_giveAsks",
                Map.of("asks", json("[{\"kind\": \"QUESTION\", \"title\": \"Who trains inspectors?\"}]")));
        engine.fire(cycle, "timer_asksClose");
        return open(
                "lnv-representative",
                cycle,
                "userTask_prepareBriefing",
                list("carriedAsks", "[" + meetings.ask(cycle) + "]"),
                "select count(*) from ruggespraak.meeting_cycle where key = :key and status = 'BRIEFED'");
    }

    private Open recordLeads() {
        return open(
                "lnv-representative",
                meetings.aStartedMeeting("lnv"),
                "userTask_recordLeads",
                "{\"attended\": {\"value\": true, \"type\": \"Boolean\"}, \"leads\": {\"type\": \"Json\", \"value\":"
                        + " \"[{\\\"kind\\\": \\\"STAFF_DEMAND\\\", \\\"title\\\": \\\"25 road inspectors\\\", \\\"organisation\\\": \\\"rws\\\"}]\"}}",
                "select count(*) from ruggespraak.lead where cycle = :key");
    }

    private Open sendReportBacks() {
        String cycle = meetings.aStartedMeeting("lnv");
        engine.complete(
                "lnv-representative",
                cycle,
                "userTask_recordLeads",
                Map.of(
                        "attended",
                        true,
                        "leads",
                        json(
                                "[{\"kind\": \"TALK_ARRANGED\", \"title\": \"A talk\", \"organisation\": \"rws\", \"answersAsk\": %d}]"
                                        .formatted(meetings.ask(cycle)))));
        String reportBacks = jdbc.sql(
                        "select json_agg(json_build_object('reportBack', id, 'text', 'Call them', 'send', true))::text from ruggespraak.report_back where cycle = ?")
                .param(cycle)
                .query(String.class)
                .single();
        return open(
                "lnv-representative",
                cycle,
                "userTask_sendReportBacks",
                list("reportBacks", reportBacks.replace("\"", "\\\"")),
                "select count(*) from ruggespraak.meeting_cycle where key = :key and status = 'REPORTED'");
    }

    private Open actOnReportBack() {
        String cycle = meetings.aReportedMeeting("lnv");
        return open(
                "lnv-adviser-1",
                cycle,
                "userTask_actOnReportBack",
                "{\"outcome\": {\"value\": \"TALK_HELD\", \"type\": \"String\"}}",
                "select count(*) from ruggespraak.follow_up where report_back in (select id from ruggespraak.report_back where cycle = :key)");
    }

    private Open decideOnEscalation() {
        return open(
                "lnv-director",
                meetings.aReportedMeeting("lnv"),
                "userTask_decideOnEscalation",
                "{\"decision\": {\"value\": \"askDepartments\"}, \"reason\": {\"value\": \"We have inspectors\"}}",
                "select count(*) " + OF_ESCALATION + " and decision is not null");
    }

    private Open reportStaffAtRisk() {
        Open decision = decideOnEscalation();
        engine.complete(
                "lnv-director",
                decision.businessKey(),
                "userTask_decideOnEscalation",
                Map.of("decision", "askDepartments", "reason", "We have inspectors"));
        return open(
                "lnv-department-head-1",
                decision.businessKey(),
                "userTask_reportStaffAtRisk",
                list("staffAtRisk", "[{\\\"occupation\\\": \\\"meat-inspector\\\", \\\"headcount\\\": 30}]"),
                "select count(*) from ruggespraak.staff_at_risk where inquiry in (select id from ruggespraak.staff_inquiry where escalation in (select id "
                        + OF_ESCALATION + "))");
    }

    private Open agreeDeal() {
        Open decision = decideOnEscalation();
        engine.complete(
                "lnv-director",
                decision.businessKey(),
                "userTask_decideOnEscalation",
                Map.of("decision", "seekDeal", "reason", "We have inspectors"));
        return open(
                "lnv-director",
                decision.businessKey(),
                "userTask_agreeDeal",
                "{\"agreed\": {\"value\": true}, \"headcount\": {\"value\": 20, \"type\": \"Long\"}, \"terms\": {\"value\": \"Trained by both\"}}",
                "select count(*) from ruggespraak.deal where escalation in (select id " + OF_ESCALATION + ")");
    }

    private Open recordPlacements() {
        Open deal = agreeDeal();
        engine.complete(
                "lnv-director",
                deal.businessKey(),
                "userTask_agreeDeal",
                Map.of("agreed", true, "headcount", 20L, "terms", "Trained by both"));
        return open(
                "lnv-director",
                deal.businessKey(),
                "userTask_recordPlacements",
                "{\"placed\": {\"value\": 18, \"type\": \"Long\"}}",
                "select count(*) from ruggespraak.deal where placed = 18 and escalation in (select id " + OF_ESCALATION
                        + ")");
    }

    private Open publishResults() {
        String key = meetings.aPlannedMeeting();
        engine.fire(key, "timer_meetingEnded");
        engine.fire(key, "timer_reportPeriodEnded");
        return open(
                "chair",
                key,
                "userTask_publishResults",
                "{}",
                "select count(*) from ruggespraak.meeting where key = :key and status = 'PUBLISHED'");
    }

    private Open open(String person, String businessKey, String task, String answer, String rows) {
        return new Open(engine.task(person, businessKey, task), person, businessKey, answer, rows);
    }

    private static String list(String field, String json) {
        return "{\"%s\": {\"type\": \"Json\", \"value\": \"%s\"}}".formatted(field, json);
    }
}
