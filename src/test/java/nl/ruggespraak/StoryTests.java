package nl.ruggespraak;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The story itself, told as its people live it: each signs in with their own name, and everything goes over the engine's REST interface. */
@RuggespraakTest
class StoryTests {

    private static final String KEY = "sam-the-story";
    private static final String LNV = KEY + "/lnv";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void preventsTheRedundancyOfTwentyTwoMeatInspectors() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        planAMeeting(today.plusDays(40));
        assertThat(one("select count(*) from ruggespraak.meeting_cycle where meeting = '" + KEY + "'"))
                .isEqualTo(4L);

        // Two weeks ahead, the representative announces the meeting in her own words.
        fire(LNV, "timer_announcementDue");
        complete(
                "lnv-representative",
                "userTask_announceMeeting",
                Map.of("announcement", text("We meet at the Meierij. What shall I take along?")));

        // One colleague gives three asks, one a single one, one says that there is nothing; one does nothing at all.
        complete("lnv-adviser-1", "userTask_giveAsks", Map.of("asks", json("""
                                [{"kind": "CANDIDATE", "title": "Meat inspector, twenty years", "details": "Wants to be seen in this region",
                                  "occupation": "meat-inspector", "region": "den-bosch", "headcount": 1, "availableFrom": "%s", "candidate": "Willem Hendriks",
                                  "pitch": "Twenty years of inspecting, wants to stay in the region", "agreedOn": "%s"},
                                 {"kind": "VACANCY", "title": "Policy adviser on soil", "occupation": "policy-adviser", "headcount": 1},
                                 {"kind": "UPCOMING_CHANGE", "title": "Our slaughterhouse inspection shrinks", "occupation": "meat-inspector",
                                  "headcount": 30}]
                                """.formatted(
                        today.plusMonths(3), today.minusDays(2)))));
        complete(
                "lnv-adviser-2",
                "userTask_giveAsks",
                Map.of("asks", json("[{\"kind\": \"QUESTION\", \"title\": \"Who trains inspectors?\"}]")));
        complete("lnv-manager", "userTask_giveAsks", Map.of("nothingToAsk", flag(true)));
        fire(LNV, "timer_reminderDue");
        assertThat(list("select recipient from ruggespraak.mail where kind = 'reminder' and cycle = '" + LNV + "'"))
                .containsExactly("lnv-adviser-3");

        // The representative carries three of the four asks, and goes.
        fire(LNV, "timer_asksClose");
        List<Long> asks = ids("select id from ruggespraak.ask where cycle = '" + LNV + "' order by id");
        assertThat(asks).hasSize(4);
        complete(
                "lnv-representative",
                "userTask_prepareBriefing",
                Map.of(
                        "carriedAsks",
                        json(List.of(asks.get(0), asks.get(2), asks.get(3)).toString())));
        fire(LNV, "timer_meetingStarts");

        // She brings back that the road authority recruits, and a talk for the candidate.
        complete(
                "lnv-representative",
                "userTask_recordLeads",
                Map.of("attended", flag(true), "leads", json("""
                                [{"kind": "STAFF_DEMAND", "title": "rws recruits 25 road inspectors in six months", "occupation": "road-inspector",
                                  "region": "den-bosch", "headcount": 25, "startsOn": "%s", "organisation": "rws", "contact": "Karin Smit"},
                                 {"kind": "TALK_ARRANGED", "title": "A talk at the municipality", "organisation": "meierij",
                                  "contact": "Femke Hoekstra, 0411-555 010", "answersAsk": %d}]
                                """.formatted(today.plusMonths(6), asks.get(0)))));

        // Every carried ask gets exactly one answer, drafted and sent as it is.
        assertThat(ids("select r.ask from ruggespraak.report_back r where r.cycle = '" + LNV
                        + "' and r.ask is not null order by r.ask"))
                .containsExactly(asks.get(0), asks.get(2), asks.get(3));
        complete("lnv-representative", "userTask_sendReportBacks", Map.of("reportBacks", json(drafts())));
        assertThat(one("select count(*) from ruggespraak.report_back where status = 'SENT' and cycle = '" + LNV + "'"))
                .isEqualTo(one(
                        "select count(*) from ruggespraak.mail where kind = 'report-back' and cycle = '" + LNV + "'"));

        // The director is asked because of the numbers, and asks the departments.
        assertThat(list("select reason from ruggespraak.escalation where cycle = '" + LNV + "'"))
                .singleElement()
                .asString()
                .contains("25");
        complete(
                "lnv-director",
                "userTask_decideOnEscalation",
                Map.of("decision", text("askDepartments"), "reason", text("Could our inspectors do this?")));
        complete(
                "lnv-department-head-1",
                "userTask_reportStaffAtRisk",
                Map.of(
                        "staffAtRisk",
                        json(
                                "[{\"occupation\": \"meat-inspector\", \"headcount\": 30, \"region\": \"den-bosch\", \"from\": \"%s\"}]"
                                        .formatted(today.plusMonths(4)))));
        complete("lnv-department-head-2", "userTask_reportStaffAtRisk", Map.of("staffAtRisk", json("[]")));

        // A deal over 25; 22 are placed.
        complete(
                "lnv-director",
                "userTask_agreeDeal",
                Map.of("agreed", flag(true), "headcount", number(25), "terms", text("Training at the cost of rws")));
        complete(
                "lnv-director",
                "userTask_recordPlacements",
                Map.of("placed", number(22), "details", text("Three found work nearer home")));
        assertThat(one("select headcount from ruggespraak.result where escalation is not null and cycle = '" + LNV
                        + "'"))
                .isEqualTo(22L);

        // The candidate had the talk, and was placed.
        complete(
                "lnv-adviser-1",
                "userTask_actOnReportBack",
                Map.of("outcome", text("PLACED"), "headcount", number(1), "details", text("Starts on the first")));
        assertThat(one("select sum(headcount) from ruggespraak.result where outcome = 'PLACED' and cycle = '" + LNV
                        + "'"))
                .isEqualTo(23L);

        // A month later it is counted, and everybody with a stake hears of it.
        fire(LNV, "timer_evaluationDue");
        assertThat(list("select status from ruggespraak.meeting_cycle where key = '" + LNV + "'"))
                .containsExactly("EVALUATED");
        assertThat(list("select recipient from ruggespraak.mail where kind = 'evaluation' and cycle = '" + LNV + "'"))
                .contains("lnv-director", "lnv-manager", "lnv-adviser-1");

        // The network's results are published, though three organisations did not report.
        fire(KEY, "timer_meetingEnded");
        fire(KEY, "timer_reportPeriodEnded");
        complete("chair", "userTask_publishResults", Map.of());
        assertThat(list("select status from ruggespraak.meeting where key = '" + KEY + "'"))
                .containsExactly("PUBLISHED");
    }

    private void planAMeeting(LocalDate day) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("title", text("Inspectors in the region"));
        fields.put("network", text("sam"));
        fields.put("startsAt", text(day + "T14:00"));
        fields.put("endsAt", text(day + "T15:30"));
        fields.put("location", text("Town hall of De Meierij"));
        fields.put("region", text("den-bosch"));
        fields.put("host", text("meierij"));
        fields.put("topic", text("Who inspects tomorrow?"));
        fields.put("statements", json("[\"An inspector can inspect anything\"]"));
        fields.put("leadTimeDays", number(14));
        post("chair", "/process-definition/key/network-meeting/start", Map.of("businessKey", KEY, "variables", fields));
        work();
    }

    /** The drafted report-backs of the representative's form, all to be sent as they are. */
    private String drafts() {
        return list("select json_build_object('reportBack', id, 'text', text, 'send', true)::text from ruggespraak.report_back"
                        + " where cycle = '" + LNV + "' order by id")
                .toString();
    }

    private void complete(String person, String task, Map<String, Object> variables) {
        List<JsonNode> open = new ArrayList<>();
        get(person, "/task?taskDefinitionKey=" + task + "&processInstanceBusinessKeyLike=" + KEY + "%25")
                .forEach(found -> {
                    String assignee = found.path("assignee").asText("");
                    if (found.path("assignee").isNull() || assignee.equals(person)) {
                        open.add(found);
                    }
                });
        assertThat(open).as("%s of %s", task, person).isNotEmpty();
        post(person, "/task/" + open.get(0).path("id").asText() + "/complete", Map.of("variables", variables));
        work();
    }

    /** Fires a timer by executing its job, whatever the time is. */
    private void fire(String businessKey, String timer) {
        get("admin", "/process-instance?businessKey=" + businessKey)
                .forEach(instance -> get(
                                "admin",
                                "/job?processInstanceId=" + instance.path("id").asText() + "&activityId=" + timer)
                        .forEach(job -> post("admin", "/job/" + job.path("id").asText() + "/execute", Map.of())));
        work();
    }

    /** Executes what need not wait for a timer, until there is nothing left. */
    private void work() {
        boolean worked;
        do {
            worked = false;
            for (JsonNode instance : get("admin", "/process-instance?businessKeyLike=" + KEY + "%25")) {
                for (JsonNode job : get(
                        "admin",
                        "/job?messages=true&withRetriesLeft=true&processInstanceId="
                                + instance.path("id").asText())) {
                    post("admin", "/job/" + job.path("id").asText() + "/execute", Map.of());
                    worked = true;
                }
            }
        } while (worked);
    }

    private JsonNode get(String person, String path) {
        ResponseEntity<JsonNode> answer = http.withBasicAuth(person, person)
                .getForEntity(URI.create(http.getRootUri() + "/engine-rest" + path), JsonNode.class);
        assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
        return requireNonNull(answer.getBody());
    }

    private void post(String person, String path, Map<String, Object> body) {
        ResponseEntity<String> answer =
                http.withBasicAuth(person, person).postForEntity("/engine-rest" + path, body, String.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s by %s: %s", path, person, answer.getBody())
                .isTrue();
    }

    private long one(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private List<Long> ids(String sql) {
        return jdbc.sql(sql).query(Long.class).list();
    }

    private static Map<String, Object> text(String value) {
        return Map.of("type", "String", "value", value);
    }

    private static Map<String, Object> number(long value) {
        return Map.of("type", "Long", "value", value);
    }

    private static Map<String, Object> flag(boolean value) {
        return Map.of("type", "Boolean", "value", value);
    }

    private static Map<String, Object> json(String value) {
        return Map.of("type", "Json", "value", value);
    }
}
