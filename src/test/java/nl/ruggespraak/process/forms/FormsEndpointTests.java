package nl.ruggespraak.process.forms;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class FormsEndpointTests {

    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture meetings;

    @LocalServerPort
    private int port;

    @Test
    void tellsWhatTheTaskIsAbout() {
        String cycle = meetings.anAnnouncedMeeting("lnv");

        JsonNode form = form("lnv-adviser-1", cycle, "userTask_giveAsks");

        assertThat(form.at("/task/name").asText()).isEqualTo("Give asks");
        assertThat(form.at("/task/dueInWords").asText()).matches("\\w+day \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d");
        assertThat(form.at("/meeting/title").asText()).isEqualTo("Inspectors in the region");
        assertThat(form.at("/meeting/when").asText()).endsWith("14:00 – 16:00");
        assertThat(form.at("/organisation/key").asText()).isEqualTo("lnv");
        assertThat(form.at("/asker/name").asText()).isNotBlank();
        assertThat(values(form.at("/choices/askKinds"))).contains("CANDIDATE", "QUESTION");
        assertThat(values(form.at("/choices/organisations"))).contains("rws").doesNotContain("lnv");
        assertThat(form.at("/words/due").asText()).isNotBlank();
        assertThat(form.at("/content/announcement").asText()).contains("Inspectors in the region");
        assertThat(form.at("/content/late").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnv-adviser-2", "rws-adviser-1", "rws-representative", "rws-director", "chair"})
    void keepsATaskFromWhoeverMayNotReadIt(String other) {
        Task task = engine.task("lnv-adviser-1", meetings.anAnnouncedMeeting("lnv"), "userTask_giveAsks");

        assertThat(get(other, task.getId()).statusCode()).isEqualTo(404);
        assertThat(get("lnv-adviser-1", task.getId()).statusCode()).isEqualTo(200);
    }

    @Test
    void knowsNoTaskThatIsNotThere() {
        assertThat(get("chair", "no-such-task").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsInWhichNetworkAMeetingCanBePlanned() {
        JsonNode form = read(Visitor.signedIn(port, "chair").getJson("/forms/start/network-meeting"));

        assertThat(values(form.at("/content/networks"))).contains("sam");
        assertThat(values(form.at("/content/networks/0/members"))).contains("lnv", "rws");
        assertThat(form.at("/content/networks/0/leadTimeDays").asInt()).isEqualTo(14);
    }

    @Test
    void fillsEveryFormOnTheWayOfTheStory() {
        String meeting = meetings.aPlannedMeeting();
        String cycle = meeting + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        JsonNode announce = form("lnv-representative", cycle, "userTask_announceMeeting");
        assertThat(values(announce.at("/content/colleagues"), "key")).contains("lnv-adviser-1", "lnv-manager");
        engine.complete("lnv-representative", cycle, "userTask_announceMeeting", Map.of());

        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("asks", json("""
                        [{"kind": "CANDIDATE", "title": "Twelve meat inspectors", "occupation": "meat-inspector", "headcount": 12,
                          "agreedOn": "2026-01-15"}]
                        """)));
        engine.fire(cycle, "timer_asksClose");
        JsonNode briefing = form("lnv-representative", cycle, "userTask_prepareBriefing");
        assertThat(briefing.at("/content/answered").asInt()).isOne();
        assertThat(briefing.at("/content/asks/0/kindLabel").asText()).isEqualTo("Candidate");
        assertThat(briefing.at("/content/asks/0/headcount").asInt()).isEqualTo(12);
        long ask = briefing.at("/content/asks/0/id").asLong();
        engine.complete(
                "lnv-representative", cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[" + ask + "]")));

        engine.fire(cycle, "timer_meetingStarts");
        JsonNode leads = form("lnv-representative", cycle, "userTask_recordLeads");
        assertThat(leads.at("/content/carriedAsks/0/title").asText()).isEqualTo("Twelve meat inspectors");
        engine.complete(
                "lnv-representative",
                cycle,
                "userTask_recordLeads",
                Map.of("attended", true, "leads", json("""
                        [{"kind": "STAFF_DEMAND", "title": "25 road inspectors", "occupation": "road-inspector", "headcount": 25,
                          "organisation": "rws", "contact": "Director Z", "answersAsk": %d}]
                        """.formatted(ask))));

        JsonNode reportBacks = form("lnv-representative", cycle, "userTask_sendReportBacks");
        assertThat(reportBacks.at("/content/reportBacks/0/text").asText()).contains("Twelve meat inspectors");
        engine.complete(
                "lnv-representative",
                cycle,
                "userTask_sendReportBacks",
                Map.of(
                        "reportBacks",
                        json(reportBacks.at("/content/reportBacks").toString())));

        JsonNode act = form("lnv-adviser-1", cycle, "userTask_actOnReportBack");
        assertThat(act.at("/content/ask/title").asText()).isEqualTo("Twelve meat inspectors");
        assertThat(act.at("/content/text").asText()).isNotBlank();

        JsonNode brief = form("lnv-director", cycle, "userTask_decideOnEscalation");
        assertThat(brief.at("/content/reason").asText()).contains("25");
        assertThat(brief.at("/content/lead/title").asText()).isEqualTo("25 road inspectors");
        assertThat(brief.at("/content/ourAsks").findValuesAsText("title")).contains("Twelve meat inspectors");
        assertThat(brief.at("/content/departmentHeads").size()).isPositive();
        engine.complete("lnv-director", cycle, "userTask_decideOnEscalation", Map.of("decision", "askDepartments"));

        Task inquiry = engine.tasks(cycle, "userTask_reportStaffAtRisk").get(0);
        String head = inquiry.getAssignee();
        JsonNode staff = read(get(head, inquiry.getId()));
        assertThat(staff.at("/content/director").asText()).isNotBlank();
        engine.complete(head, cycle, "userTask_reportStaffAtRisk", Map.of("staffAtRisk", json("""
                        [{"occupation": "meat-inspector", "headcount": 30}]""")));
        engine.tasks(cycle, "userTask_reportStaffAtRisk")
                .forEach(task -> engine.complete(
                        task.getAssignee(), cycle, "userTask_reportStaffAtRisk", Map.of("staffAtRisk", json("[]"))));

        JsonNode deal = form("lnv-director", cycle, "userTask_agreeDeal");
        assertThat(deal.at("/content/staffAtRisk/0/headcount").asInt()).isEqualTo(30);
        engine.complete("lnv-director", cycle, "userTask_agreeDeal", Map.of("agreed", true, "headcount", 25L));

        JsonNode placements = form("lnv-director", cycle, "userTask_recordPlacements");
        assertThat(placements.at("/content/agreed").asInt()).isEqualTo(25);

        engine.fire(meeting, "timer_meetingEnded");
        engine.fire(meeting, "timer_reportPeriodEnded");
        JsonNode results = form("chair", meeting, "userTask_publishResults");
        assertThat(results.at("/content/cycles").size()).isGreaterThan(1);
        assertThat(results.at("/content/missing").asText()).contains("have not reported");
    }

    private static List<String> values(JsonNode choices) {
        return values(choices, "value");
    }

    private static List<String> values(JsonNode rows, String field) {
        return rows.findValuesAsText(field);
    }

    private JsonNode form(String person, String businessKey, String task) {
        return read(get(person, engine.task(person, businessKey, task).getId()));
    }

    private HttpResponse<String> get(String person, String task) {
        return Visitor.signedIn(port, person).getJson("/forms/tasks/" + task);
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
