package nl.ruggespraak.audit;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the trail tells of a meeting, from its plan to what it brought. */
@RuggespraakTest
class TrailOfACycleTests {

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private long before;

    @BeforeEach
    void lookWhereItBegins() {
        before = jdbc.sql("select coalesce(max(id), 0) from ruggespraak.audit")
                .query(Long.class)
                .single();
    }

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    @Test
    void tellsWhoAskedBroughtBackAnsweredAndDecided() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String meeting = cycle.substring(0, cycle.indexOf('/'));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("asks", json("""
                        [{"kind": "VACANCY", "title": "Policy adviser on soil"},
                         {"kind": "QUESTION", "title": "Who trains inspectors?"}]
                        """)));
        engine.complete("lnv-adviser-2", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        engine.fire(cycle, "timer_asksClose");
        String asked = jdbc.sql("select min(id) from ruggespraak.ask where cycle = ?")
                .param(cycle)
                .query(String.class)
                .single();
        engine.complete(
                "lnv-representative",
                cycle,
                "userTask_prepareBriefing",
                Map.of("carriedAsks", json("[" + asked + "]")));
        engine.fire(cycle, "timer_meetingStarts");
        engine.complete(
                "lnv-representative",
                cycle,
                "userTask_recordLeads",
                Map.of("attended", true, "leads", json("""
                        [{"kind": "STAFF_DEMAND", "title": "rws recruits 25 road inspectors", "occupation": "road-inspector",
                          "headcount": 25, "startsOn": "%s", "organisation": "rws"},
                         {"kind": "TALK_ARRANGED", "title": "A talk", "organisation": "meierij", "answersAsk": %s}]
                        """.formatted(today.plusMonths(6), asked))));
        engine.complete(
                "lnv-representative", cycle, "userTask_sendReportBacks", Map.of("reportBacks", json(edits(cycle))));
        engine.complete("lnv-director", cycle, "userTask_decideOnEscalation", Map.of("decision", "askDepartments"));
        engine.complete(
                "lnv-department-head-1",
                cycle,
                "userTask_reportStaffAtRisk",
                Map.of("staffAtRisk", json("[{\"occupation\": \"meat-inspector\", \"headcount\": 30}]")));
        engine.complete("lnv-department-head-2", cycle, "userTask_reportStaffAtRisk", Map.of());
        engine.complete("lnv-director", cycle, "userTask_agreeDeal", Map.of("agreed", true, "headcount", 25L));
        engine.complete("lnv-director", cycle, "userTask_recordPlacements", Map.of("placed", 22L));
        engine.complete(
                "lnv-adviser-1",
                cycle,
                "userTask_actOnReportBack",
                Map.of("outcome", "PLACED", "headcount", 1L, "details", "Starts on the first"));

        assertThat(recorded())
                .containsExactly(
                        "chair MEETING_PLANNED meeting/" + meeting + " - " + day(meeting) + "T14:00",
                        "(system) ORGANISATIONS_INVITED meeting/" + meeting + " - organisations: 4",
                        "lnv-representative MEETING_ANNOUNCED cycle/" + cycle + " lnv colleagues: 4, standard text",
                        "lnv-adviser-1 ASK_GIVEN ask lnv ",
                        "lnv-adviser-1 ASK_GIVEN ask lnv ",
                        "lnv-adviser-2 NOTHING_TO_ASK ask-round lnv ",
                        "lnv-representative ASK_CARRIED ask lnv chosen",
                        "lnv-representative ATTENDANCE_RECORDED cycle/" + cycle + " lnv attended",
                        "lnv-representative LEAD_RECORDED lead lnv ",
                        "lnv-representative LEAD_RECORDED lead lnv ",
                        "lnv-representative REPORT_BACK_SENT report-back lnv ",
                        "lnv-representative REPORT_BACK_WITHHELD report-back lnv ",
                        "(system) DIRECTOR_ASKED escalation lnv lead",
                        "lnv-director ESCALATION_DECIDED escalation lnv ASK_DEPARTMENTS",
                        "(system) STAFF_INQUIRY_OPENED escalation lnv department heads: 2",
                        "lnv-department-head-1 STAFF_AT_RISK_REPORTED escalation lnv people: 30",
                        "lnv-department-head-2 STAFF_AT_RISK_REPORTED escalation lnv people: 0",
                        "lnv-director DEAL_RECORDED escalation lnv agreed, people: 25",
                        "lnv-director PLACEMENTS_RECORDED escalation lnv people: 22",
                        "lnv-adviser-1 OUTCOME_RECORDED report-back lnv PLACED, people: 1");
        assertThat(jdbc.sql("select subject from ruggespraak.audit where id > ? and action = 'ASK_CARRIED'")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("ask/" + asked);
    }

    @Test
    void tellsWhatTheEngineDidWhenNobodyDid() {
        String meeting = fixture.aPlannedMeeting();
        String cycle = meeting + "/rws";
        engine.fire(cycle, "timer_announcementDue");
        engine.fire(cycle, "timer_announcementOverdue");
        engine.complete(
                "rws-adviser-1",
                cycle,
                "userTask_giveAsks",
                Map.of("asks", json("[{\"kind\": \"VACANCY\", \"title\": \"Road inspector\"}]")));
        engine.fire(cycle, "timer_asksClose");
        engine.fire(cycle, "timer_meetingStartsUnprepared");

        assertThat(recorded())
                .contains(
                        "(system) MEETING_ANNOUNCED cycle/" + cycle + " rws colleagues: 4, standard text",
                        "(system) ASK_CARRIED ask rws all that may be shared");
    }

    @Test
    void tellsWhoMovedAndWhoCalledOff() {
        String meeting = fixture.aPlannedMeeting();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(90);
        engine.as("chair", () -> {
            runtime.createMessageCorrelation("ruggespraak.meetingRescheduled")
                    .processInstanceBusinessKey(meeting)
                    .setVariables(Map.of("startsAt", day + "T10:00", "endsAt", day + "T12:00"))
                    .correlate();
            return meeting;
        });
        engine.work(meeting);
        engine.as("chair", () -> {
            runtime.createMessageCorrelation("ruggespraak.meetingCancelled")
                    .processInstanceBusinessKey(meeting)
                    .correlate();
            return meeting;
        });
        engine.work(meeting);

        assertThat(recorded())
                .contains("chair MEETING_RESCHEDULED meeting/" + meeting + " - " + day + "T10:00")
                .endsWith("chair MEETING_CANCELLED meeting/" + meeting + " - ");
    }

    @Test
    void tellsWhoPublishedTheResults() {
        String meeting = fixture.aPlannedMeeting();
        engine.fire(meeting, "timer_meetingEnded");
        engine.fire(meeting, "timer_reportPeriodEnded");
        engine.complete("chair", meeting, "userTask_publishResults", Map.of());

        assertThat(recorded()).endsWith("chair RESULTS_PUBLISHED meeting/" + meeting + " - ");
    }

    private String day(String meeting) {
        return jdbc.sql(
                        "select (starts_at at time zone 'Europe/Amsterdam')::date::text from ruggespraak.meeting where key = ?")
                .param(meeting)
                .query(String.class)
                .single();
    }

    private String edits(String cycle) {
        return jdbc.sql("""
                        select json_build_object('reportBack', id, 'text', text, 'send', ask is not null)::text
                        from ruggespraak.report_back where cycle = ? order by id
                        """).param(cycle).query(String.class).list().toString();
    }

    /** What was recorded, without the numbers that the database gave. */
    private List<String> recorded() {
        return jdbc.sql("""
                        select actor || ' ' || action || ' ' || subject || ' ' || coalesce(organisation, '-') || ' ' || details
                        from ruggespraak.audit where id > ? order by id
                        """).param(before).query(String.class).list().stream()
                .map(line -> line.replaceAll("(ask|ask-round|lead|report-back|escalation)/[0-9]+", "$1"))
                .toList();
    }
}
