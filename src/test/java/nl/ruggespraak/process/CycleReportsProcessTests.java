package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.reportback.Draft;
import nl.ruggespraak.reportback.ReportBacks;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second half of the model meeting-cycle: from the leads to the results. */
@RuggespraakTest
class CycleReportsProcessTests {

    private static final String REPRESENTATIVE = "lnv-representative";
    private static final String LEADS = "userTask_recordLeads";
    private static final String REPORT_BACKS = "userTask_sendReportBacks";

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private CycleRows rows;

    @Autowired
    private Asks asks;

    @Autowired
    private Leads leads;

    @Autowired
    private ReportBacks reportBacks;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Meetings meetings;

    @Autowired
    private JdbcClient jdbc;

    private String cycle = "";
    private long ask;

    @BeforeEach
    void goToTheMeetingWithAnAsk() {
        cycle = fixture.anAnnouncedMeeting("lnv");
        engine.complete(
                "lnv-adviser-1",
                cycle,
                "userTask_giveAsks",
                Map.of(
                        "asks",
                        json(
                                "[{\"kind\": \"CANDIDATE\", \"title\": \"A meat inspector\", \"agreedOn\": \"2026-01-15\"}]")));
        ask = asks.of(cycle).get(0).id();
        engine.fire(cycle, "timer_asksClose");
        engine.complete(
                REPRESENTATIVE, cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[" + ask + "]")));
        engine.fire(cycle, "timer_meetingStarts");
    }

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    @Test
    void reportsBackAsksTheDirectorAndShowsTheWorth() {
        CycleRows.Occupations occupations = rows.occupations();
        record("""
                [{"kind": "STAFF_DEMAND", "title": "Road inspectors", "occupation": "%s", "headcount": 25, "startsOn": "%s",
                  "organisation": "rws", "contact": "Ingrid van den Berg"},
                 {"kind": "TALK_ARRANGED", "title": "A talk on Monday", "organisation": "odbn", "answersAsk": %d}]
                """.formatted(occupations.one(), rows.today().plusMonths(6).plusDays(1), ask));
        List<Draft> drafts = reportBacks.drafts(cycle);
        assertThat(drafts).extracting(Draft::recipient).containsExactly("lnv-adviser-1", "lnv-manager");
        engine.complete(REPRESENTATIVE, cycle, REPORT_BACKS, Map.of("reportBacks", edits(drafts)));

        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.REPORTED);
        assertThat(mails("report-back")).containsExactlyInAnyOrder("lnv-adviser-1", "lnv-manager");
        assertThat(engine.tasks(cycle, "userTask_actOnReportBack")).hasSize(2);
        assertThat(escalations.of(cycle))
                .extracting(Escalation::reason)
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("25 people").contains("in 6 months"));
        assertThat(engine.tasks(cycle, "userTask_decideOnEscalation")).hasSize(1);

        engine.fire(cycle, "timer_evaluationDue");

        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.EVALUATED);
        assertThat(engine.passed(cycle, "endEvent_resultsSent")).isTrue();
        assertThat(mails("evaluation"))
                .containsExactlyInAnyOrder("lnv-adviser-1", "lnv-director", "lnv-manager", REPRESENTATIVE);
    }

    @Test
    void leavesToTheAdvisersWhatTheyCanHandle() {
        record("""
                [{"kind": "STAFF_DEMAND", "title": "Two clerks", "headcount": 2, "organisation": "rws"},
                 {"kind": "WORK_EXPERIENCE_PLACE", "title": "A place", "headcount": 30}]
                """);
        engine.complete(REPRESENTATIVE, cycle, REPORT_BACKS, Map.of("reportBacks", edits(reportBacks.drafts(cycle))));

        assertThat(engine.passed(cycle, "serviceTask_askDirector")).isFalse();
        assertThat(engine.passed(cycle, "endEvent_leadSettled")).isTrue();
        assertThat(escalations.of(cycle)).isEmpty();
    }

    @Test
    void answersTheAsksAlsoWhenNobodyCouldBeAtTheMeeting() {
        engine.complete(REPRESENTATIVE, cycle, LEADS, Map.of("attended", false, "leads", json("[]")));
        assertThat(meetings.cycle(cycle).attended()).isFalse();
        List<Draft> drafts = reportBacks.drafts(cycle);
        assertThat(drafts)
                .singleElement()
                .satisfies(draft -> assertThat(draft.text()).contains("I could not be at the meeting"));
        engine.complete(REPRESENTATIVE, cycle, REPORT_BACKS, Map.of("reportBacks", edits(drafts)));
        assertThat(engine.passed(cycle, "endEvent_reportedBack")).isTrue();
        assertThat(engine.tasks(cycle, "userTask_actOnReportBack")).isEmpty();
        engine.fire(cycle, "timer_evaluationDue");
        assertThat(engine.passed(cycle, "endEvent_resultsSent")).isTrue();
    }

    @Test
    void remindsTheRepresentativeAndThenTellsTheManager() {
        record("[]");
        engine.fire(cycle, "timer_reportBacksDue");
        assertThat(mails("report-backs-due")).containsExactly(REPRESENTATIVE);
        assertThat(mails("report-backs-overdue")).isEmpty();

        engine.fire(cycle, "timer_reportBacksOverdue");

        assertThat(mails("report-backs-overdue")).containsExactly("lnv-manager");
        assertThat(engine.passed(cycle, "endEvent_reportBacksOverdue")).isTrue();
        engine.complete(REPRESENTATIVE, cycle, REPORT_BACKS, Map.of("reportBacks", edits(reportBacks.drafts(cycle))));
        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.REPORTED);
    }

    @Test
    void keepsTheTaskOpenWhenLeadsAreToldThatCannotBe() {
        refuses(LEADS, Map.of("attended", false, "leads", json("[{}]")), "refusal.leads.notAttended");
        refuses(LEADS, Map.of("attended", true, "leads", "no JSON"), "refusal.list.unreadable");
        refuses(LEADS, Map.of("attended", "perhaps"), "refusal.flag.notYesOrNo");
        refuses(
                LEADS,
                Map.of("attended", true, "leads", json("[" + "{},".repeat(200) + "{}]")),
                "refusal.list.tooLong");
        refuses(
                LEADS,
                Map.of("attended", true, "leads", json("[{\"kind\": \"OTHER\", \"title\": 7}]")),
                "refusal.text.notText");
        refuses(
                LEADS,
                Map.of(
                        "attended",
                        true,
                        "leads",
                        json("[{\"kind\": \"OTHER\", \"title\": \"Fine\"}, {\"kind\": \"GOSSIP\", \"title\": \" \"}]")),
                "refusal.kind.unknown",
                "refusal.title.missing");
        assertThat(leads.of(cycle)).isEmpty();
        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.BRIEFED);
    }

    @Test
    void keepsTheTaskOpenWhenReportBacksAreSentThatCannotBe() {
        record("[]");
        long reportBack = reportBacks.drafts(cycle).get(0).reportBack();
        refuses(REPORT_BACKS, Map.of(), "refusal.reportBacks.incomplete");
        refuses(
                REPORT_BACKS,
                Map.of("reportBacks", json("[{\"reportBack\": " + reportBack + ", \"send\": false}]")),
                "refusal.send.askNeedsAnswer");
        refuses(
                REPORT_BACKS,
                Map.of("reportBacks", json("[{\"reportBack\": " + reportBack + ", \"text\": \"\"}]")),
                "refusal.text.missing");
        refuses(
                REPORT_BACKS,
                Map.of("reportBacks", json("[{\"reportBack\": -1, \"text\": \"Hello\"}]")),
                "refusal.reportBack.unknown",
                "refusal.reportBacks.incomplete");
        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.ATTENDED);
        assertThat(reportBacks.drafts(cycle)).hasSize(1);
    }

    private void record(String leadsAsJson) {
        engine.complete(REPRESENTATIVE, cycle, LEADS, Map.of("attended", true, "leads", json(leadsAsJson)));
    }

    private void refuses(String task, Map<String, Object> form, String... messages) {
        assertThat(catchThrowableOfType(Refusal.class, () -> engine.submit(REPRESENTATIVE, cycle, task, form))
                        .problems())
                .extracting(Problem::message)
                .containsExactly(messages);
        assertThat(engine.task(REPRESENTATIVE, cycle, task)).isNotNull();
    }

    private static JsonValue edits(List<Draft> drafts) {
        try {
            return json(new ObjectMapper()
                    .writeValueAsString(drafts.stream()
                            .map(draft -> Map.of("reportBack", draft.reportBack(), "text", draft.text(), "send", true))
                            .toList()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> mails(String kind) {
        return jdbc.sql("select recipient from ruggespraak.mail where cycle = ? and kind = ? order by id")
                .params(cycle, kind)
                .query(String.class)
                .list();
    }
}
