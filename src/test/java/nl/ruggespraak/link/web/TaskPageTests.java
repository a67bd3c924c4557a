package nl.ruggespraak.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The link in a mail that leads straight to a task in Tasklist. */
@RuggespraakTest
class TaskPageTests {

    private static final String JOOST = "lnv-adviser-1";
    private static final String NOT_OPEN = "This task is not open for you now";

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private JdbcClient jdbc;

    private String cycle = "";
    private String link = "";

    @BeforeEach
    void aMailToJoost() {
        cycle = meetings.anAnnouncedMeeting("lnv");
        link = "/task/give-asks?of=" + cycle;
    }

    @Test
    void leadsToOnesOwnTask() {
        Visitor joost = Visitor.signedIn(port, JOOST);

        assertThat(joost.location(joost.get(link))).isEqualTo(inTasklist(JOOST, "userTask_giveAsks"));
    }

    @Test
    void leadsThereThroughTheSignInPage() {
        Visitor joost = Visitor.stranger(port);
        assertThat(joost.location(joost.get(link))).isEqualTo("/sign-in");

        assertThat(joost.location(joost.signIn(JOOST, JOOST))).isEqualTo(link);
    }

    @Test
    void leadsEverybodyToTheirOwn() {
        Visitor fatima = Visitor.signedIn(port, "lnv-adviser-2");

        assertThat(fatima.location(fatima.get(link))).isEqualTo(inTasklist("lnv-adviser-2", "userTask_giveAsks"));
    }

    @Test
    void saysKindlyThatTheTaskIsDone() {
        Visitor joost = Visitor.signedIn(port, JOOST);
        engine.complete(JOOST, cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));

        HttpResponse<String> done = joost.get(link);

        assertThat(done.statusCode()).isEqualTo(404);
        assertThat(done.body()).contains(NOT_OPEN, "Perhaps you have done it already", "Open my task list");
    }

    @Test
    void saysTheSameOfAnothersTaskAndOfNone() {
        Visitor other = Visitor.signedIn(port, "rws-adviser-1");
        String about = link.substring(0, link.indexOf('=') + 1);

        assertThat(withoutToken(other.get(link)))
                .contains(NOT_OPEN)
                .isEqualTo(withoutToken(other.get(about + "none/lnv")));
        Visitor representative = Visitor.signedIn(port, "lnv-representative");
        assertThat(representative.get(link).body()).contains(NOT_OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/give-asks",
                "/task/give-asks?of=%3Cscript%3E",
                "/task/drop-table?of=1",
                "/task/act-on-report-back?of=one",
                "/task/act-on-report-back?of=99999999999999999999",
                "/task/decide-on-escalation?of=-1"
            })
    void findsNothingByWhatSomebodyMadeUp(String madeUp) {
        HttpResponse<String> answer = Visitor.signedIn(port, JOOST).get(madeUp);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(NOT_OPEN).doesNotContain("<script>");
    }

    @Test
    void findsEveryTaskThatAMailLeadsTo() {
        cycle = meetings.aStartedMeeting("lnv");
        assertLeads("lnv-representative", "record-leads", cycle, "userTask_recordLeads");
        cycle = meetings.aReportedMeeting("lnv");
        assertLeads(JOOST, "act-on-report-back", String.valueOf(meetings.answer(cycle)), "userTask_actOnReportBack");
        String escalation = String.valueOf(number("select id from ruggespraak.escalation where cycle = ?"));
        assertLeads("lnv-director", "decide-on-escalation", escalation, "userTask_decideOnEscalation");
        engine.complete(
                "lnv-director",
                cycle,
                "userTask_decideOnEscalation",
                Map.of("decision", "askDepartments", "reason", "Who could go?"));
        assertLeads("lnv-department-head-1", "report-staff-at-risk", escalation, "userTask_reportStaffAtRisk");
        assertLeads("lnv-department-head-2", "report-staff-at-risk", escalation, "userTask_reportStaffAtRisk");
    }

    @Test
    void leadsTheRepresentativeToTheReportBacks() {
        cycle = meetings.aStartedMeeting("lnv");
        engine.complete(
                "lnv-representative",
                cycle,
                "userTask_recordLeads",
                Map.of("attended", false, "leads", EngineByHand.json("[]")));

        assertLeads("lnv-representative", "send-report-backs", cycle, "userTask_sendReportBacks");
    }

    private void assertLeads(String person, String page, String of, String task) {
        Visitor reader = Visitor.signedIn(port, person);
        String about = URLEncoder.encode(of, StandardCharsets.UTF_8);
        assertThat(reader.location(reader.get("/task/" + page + "?of=" + about)))
                .as(page)
                .isEqualTo(inTasklist(person, task));
    }

    /** Each page has a token of its own against forged requests. */
    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private String inTasklist(String person, String task) {
        return "/camunda/app/tasklist/default/#/?task="
                + engine.task(person, cycle, task).getId();
    }

    private long number(String sql) {
        return jdbc.sql(sql).param(cycle).query(Long.class).single();
    }
}
