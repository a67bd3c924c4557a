package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.reportback.ReportBackStatus;
import nl.ruggespraak.reportback.ReportBacks;
import nl.ruggespraak.reportback.StartReportBacks;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The model report-back: every path, both ways at each gateway. */
@RuggespraakTest
class ReportBackProcessTests {

    private static final String ACT = "userTask_actOnReportBack";
    private static final String ADVISER = "lnv-adviser-1";

    @Autowired
    private EngineByHand engine;

    @Autowired
    private CycleRows rows;

    @Autowired
    private StartReportBacks startReportBacks;

    @Autowired
    private ReportBacks reportBacks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private String cycle = "";

    @BeforeEach
    void attend() {
        cycle = rows.aCycle("lnv", "REPORTED");
    }

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    @Test
    void endsWithItsMailWhenNoActionIsAsked() {
        long id = aStartedReportBack("OTHER", false);

        assertThat(engine.passed(cycle, "endEvent_reportedBack")).isTrue();
        assertThat(engine.instances(cycle)).isEmpty();
        assertThat(reportBacks.get(id).status()).isEqualTo(ReportBackStatus.SENT);
        assertThat(reportBacks.get(id).sentAt()).isNotNull();
        assertThat(mails("report-back")).containsExactly(ADVISER);
    }

    @Test
    void belongsToItsOrganisationAndWaitsForItsColleague() {
        long id = aStartedReportBack("TALK_ARRANGED", true);

        ProcessInstance instance = engine.instances(cycle).get(0);
        assertThat(instance.getTenantId()).isEqualTo("lnv");
        assertThat(instance.getBusinessKey()).isEqualTo(cycle);
        assertThat(runtime.getVariables(instance.getId()))
                .containsEntry("reportBack", id)
                .containsEntry("colleague", ADVISER)
                .containsEntry("organisation", "lnv")
                .containsOnlyKeys("reportBack", "colleague", "organisation", "meeting", "asksForAction", "actDueAt");
        Task task = engine.task(ADVISER, cycle, ACT);
        assertThat(task.getAssignee()).isEqualTo(ADVISER);
        assertThat(task.getPriority()).isEqualTo(50);
        assertThat(task.getDueDate()).isAfter(Date.from(rows.now().plus(Duration.ofDays(4))));
    }

    @Test
    void endsWhenTheOutcomeIsKnown() {
        long id = aStartedReportBack("TALK_ARRANGED", true);

        engine.complete(ADVISER, cycle, ACT, form("PLACED", "Starts in May", 1L, null));

        assertThat(engine.passed(cycle, "endEvent_outcomeKnown")).isTrue();
        assertThat(engine.instances(cycle)).isEmpty();
        assertThat(reportBacks.get(id).status()).isEqualTo(ReportBackStatus.OUTCOME_KNOWN);
        assertThat(rows.value(
                        Integer.class,
                        "select headcount from ruggespraak.result where report_back = ? and outcome = 'PLACED'",
                        id))
                .isEqualTo(1);
    }

    @Test
    void comesBackOnTheNextDateUntilTheOutcomeIsKnown() {
        long id = aStartedReportBack("TALK_ARRANGED", true);
        String next = rows.today().plusDays(20).toString();

        engine.complete(ADVISER, cycle, ACT, form("NOT_YET", "The talk is planned", null, next));

        assertThat(engine.tasks(cycle, ACT)).isEmpty();
        assertThat(engine.due(cycle, "timer_nextStep")
                        .atZone(ZoneId.of("Europe/Amsterdam"))
                        .toLocalDate())
                .isAfterOrEqualTo(rows.today().plusDays(20));
        assertThat(runtime.getVariables(engine.instances(cycle).get(0).getId()))
                .doesNotContainKeys("outcome", "details", "headcount", "nextStepOn");

        engine.fire(cycle, "timer_nextStep");
        assertThat(engine.task(ADVISER, cycle, ACT).getDueDate()).isAfter(Date.from(rows.now()));
        engine.complete(ADVISER, cycle, ACT, form("TALK_HELD", "A good talk", null, null));

        assertThat(engine.instances(cycle)).isEmpty();
        assertThat(reportBacks.followUps(id)).hasSize(2);
        assertThat(rows.value(Integer.class, "select count(*) from ruggespraak.result where report_back = ?", id))
                .isEqualTo(1);
    }

    @Test
    void remindsTheColleagueThreeTimesAtMost() {
        aStartedReportBack("TALK_ARRANGED", true);
        for (int times = 1; times <= 3; times++) {
            engine.fire(cycle, "timer_actReminder");
            assertThat(mails("report-back-reminder")).hasSize(times).containsOnly(ADVISER);
        }
        assertThat(engine.instances(cycle)).hasSize(1);
        assertThat(jobs("timer_actReminder")).isZero();
        assertThat(engine.tasks(cycle, ACT)).hasSize(1);
    }

    @Test
    void tellsTheRepresentativeAfterThirtyDaysOfSilenceAndStaysOpen() {
        aStartedReportBack("TALK_ARRANGED", true);

        engine.fire(cycle, "timer_silence");

        assertThat(engine.passed(cycle, "endEvent_representativeTold")).isTrue();
        assertThat(mails("silence")).containsExactly("lnv-representative");
        engine.complete(ADVISER, cycle, ACT, form("NO_RESULT", "The candidate found work", null, null));
        assertThat(engine.instances(cycle)).isEmpty();
    }

    @Test
    void keepsTheTaskOpenWhenItIsToldWhatCannotBe() {
        long id = aStartedReportBack("TALK_ARRANGED", true);
        refuses(form(null, null, null, null), "refusal.outcome.missing");
        refuses(form("WONDERFUL", "", null, null), "refusal.outcome.unknown");
        refuses(form("NO_RESULT", "  ", null, null), "refusal.details.reasonMissing");
        refuses(form("PLACED", "", -1L, null), "refusal.headcount.outOfRange");
        refuses(form("NOT_YET", "", null, null), "refusal.nextStepOn.missing");
        refuses(form("NOT_YET", "", null, "2020-01-01"), "refusal.nextStepOn.past");
        refuses(form("NOT_YET", "", null, "next week"), "refusal.date.notADate");
        assertThat(engine.tasks(cycle, ACT)).hasSize(1);
        assertThat(reportBacks.followUps(id)).isEmpty();
    }

    private long aStartedReportBack(String leadKind, boolean asksForAction) {
        long lead = rows.aLead(cycle, leadKind, null, null);
        long id = rows.aReportBack(cycle, ADVISER, lead, asksForAction, "APPROVED");
        startReportBacks.start(cycle);
        assertThat(reportBacks.get(id).status()).isEqualTo(ReportBackStatus.STARTED);
        engine.work(cycle);
        return id;
    }

    private void refuses(Map<String, Object> form, String message) {
        assertThat(catchThrowableOfType(Refusal.class, () -> engine.submit(ADVISER, cycle, ACT, form))
                        .problems())
                .extracting(Problem::message)
                .containsExactly(message);
    }

    private List<String> mails(String kind) {
        return jdbc.sql("select recipient from ruggespraak.mail where cycle = ? and kind = ? order by id")
                .params(cycle, kind)
                .query(String.class)
                .list();
    }

    private int jobs(String timer) {
        return rows.value(
                Integer.class,
                "select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ join act_ru_jobdef d on d.id_ = j.job_def_id_ where e.business_key_ = ? and d.act_id_ = ?",
                cycle,
                timer);
    }

    private static Map<String, Object> form(
            @Nullable String outcome, @Nullable String details, @Nullable Long headcount, @Nullable String nextStepOn) {
        Map<String, Object> fields = new HashMap<>();
        put(fields, "outcome", outcome);
        put(fields, "details", details);
        put(fields, "headcount", headcount);
        put(fields, "nextStepOn", nextStepOn);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
