package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.escalation.AskDirector;
import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.escalation.EscalationStatus;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.escalation.StaffAtRisk;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The model director-escalation: every path, both ways at each gateway. */
@RuggespraakTest
class DirectorEscalationProcessTests {

    private static final String DIRECTOR = "lnv-director";
    private static final String DEPUTY = "lnv-manager";
    private static final String HEAD_1 = "lnv-department-head-1";
    private static final String HEAD_2 = "lnv-department-head-2";
    private static final String DECIDE = "userTask_decideOnEscalation";
    private static final String REPORT = "userTask_reportStaffAtRisk";
    private static final String AGREE = "userTask_agreeDeal";
    private static final String RECORD = "userTask_recordPlacements";

    @Autowired
    private EngineByHand engine;

    @Autowired
    private CycleRows rows;

    @Autowired
    private AskDirector askDirector;

    @Autowired
    private Escalations escalations;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private CycleRows.Occupations occupations = new CycleRows.Occupations("", "");
    private String cycle = "";

    @BeforeEach
    void askTheDirector() {
        occupations = rows.occupations();
        cycle = rows.aCycle("lnv", "REPORTED");
        askDirector.ask(rows.aLead(cycle, "STAFF_DEMAND", occupations.one(), null), "25 people are needed in 6 months");
        engine.work(cycle);
    }

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    @Test
    void bringsTheMeatInspectorsToTheRoads() {
        assertThat(mails("brief")).containsExactly(DIRECTOR);
        Task decide = engine.task(DIRECTOR, cycle, DECIDE);
        assertThat(decide.getTenantId()).isEqualTo("lnv");
        assertThat(decide.getPriority()).isEqualTo(90);
        assertThat(decide.getDueDate()).isNotNull();
        engine.complete(DIRECTOR, cycle, DECIDE, Map.of("decision", "askDepartments", "reason", ""));

        assertThat(mails("inquiry")).containsExactlyInAnyOrder(HEAD_1, HEAD_2);
        assertThat(engine.tasks(cycle, REPORT)).hasSize(2).allMatch(task -> task.getDueDate() != null);
        engine.complete(HEAD_1, cycle, REPORT, staff(30));
        assertThat(engine.tasks(cycle, AGREE)).isEmpty();
        engine.complete(HEAD_2, cycle, REPORT, Map.of("staffAtRisk", json("[]")));

        assertThat(escalations.staffAtRisk(escalation().id()))
                .extracting(StaffAtRisk::headcount, StaffAtRisk::matched)
                .containsExactly(tuple(30, 30));
        engine.complete(DIRECTOR, cycle, AGREE, Map.of("agreed", true, "headcount", 25L, "terms", "Trained by both"));
        engine.complete(DIRECTOR, cycle, RECORD, Map.of("placed", 22L, "details", "Three chose otherwise"));

        assertThat(engine.passed(cycle, "endEvent_resultBooked")).isTrue();
        assertThat(engine.instances(cycle)).isEmpty();
        assertThat(escalation().status()).isEqualTo(EscalationStatus.BOOKED);
        assertThat(rows.value(
                        Integer.class,
                        "select headcount from ruggespraak.result where escalation = ? and outcome = 'PLACED'",
                        escalation().id()))
                .isEqualTo(22);
        assertThat(mails("result")).contains(DIRECTOR, "lnv-representative").doesNotHaveDuplicates();
    }

    @Test
    void tellsTheRepresentativeWhenTheDirectorDeclines() {
        engine.complete(DIRECTOR, cycle, DECIDE, Map.of("decision", "decline", "reason", "We have nobody to offer"));

        assertThat(engine.passed(cycle, "endEvent_declined")).isTrue();
        assertThat(engine.instances(cycle)).isEmpty();
        assertThat(escalation().status()).isEqualTo(EscalationStatus.DECLINED);
        assertThat(escalation().decidedBy()).isEqualTo(DIRECTOR);
        assertThat(mails("decline")).containsExactly("lnv-representative");
    }

    @Test
    void endsWithoutADeal() {
        engine.complete(DIRECTOR, cycle, DECIDE, Map.of("decision", "seekDeal"));
        assertThat(engine.tasks(cycle, REPORT)).isEmpty();
        ProcessInstance instance = engine.instances(cycle).get(0);
        assertThat(runtime.getVariables(instance.getId()))
                .containsEntry("decision", "seekDeal")
                .doesNotContainKeys("reason", "agreed", "headcount", "terms");

        engine.complete(DIRECTOR, cycle, AGREE, Map.of("agreed", false, "terms", "They recruit elsewhere"));

        assertThat(engine.passed(cycle, "endEvent_noDeal")).isTrue();
        assertThat(engine.instances(cycle)).isEmpty();
        assertThat(escalation().status()).isEqualTo(EscalationStatus.NOT_AGREED);
        assertThat(rows.value(
                        Integer.class,
                        "select count(*) from ruggespraak.result where escalation = ?",
                        escalation().id()))
                .isZero();
    }

    @Test
    void goesOnWithWhatIsKnownWhenTheInquiryEnds() {
        engine.complete(DIRECTOR, cycle, DECIDE, Map.of("decision", "askDepartments"));
        engine.complete(HEAD_1, cycle, REPORT, staff(7));

        engine.fire(cycle, "timer_inquiryEnded");

        assertThat(engine.tasks(cycle, REPORT)).isEmpty();
        assertThat(engine.tasks(cycle, AGREE)).hasSize(1);
        assertThat(escalation().status()).isEqualTo(EscalationStatus.SEEKING_DEAL);
        assertThat(escalations.staffAtRisk(escalation().id()))
                .extracting(StaffAtRisk::matched)
                .containsExactly(7);
    }

    @Test
    void remindsTheDirectorAndThenLetsTheDeputyDecide() {
        engine.fire(cycle, "timer_decisionDue");
        assertThat(mails("decision-due")).containsExactly(DIRECTOR);
        assertThat(engine.task(DIRECTOR, cycle, DECIDE).getAssignee()).isEqualTo(DIRECTOR);

        engine.fire(cycle, "timer_decisionOverdue");

        assertThat(engine.task(DEPUTY, cycle, DECIDE).getAssignee()).isEqualTo(DEPUTY);
        assertThat(escalation().director()).isEqualTo(DEPUTY);
        assertThat(mails("handover")).containsExactly(DEPUTY);
        assertThat(mails("handed-over")).containsExactly(DIRECTOR);
        engine.complete(DEPUTY, cycle, DECIDE, Map.of("decision", "seekDeal"));
        assertThat(escalation().decidedBy()).isEqualTo(DEPUTY);
        engine.complete(DEPUTY, cycle, AGREE, Map.of("agreed", true, "headcount", 1L));
        engine.complete(DEPUTY, cycle, RECORD, Map.of("placed", 0L));
        assertThat(rows.value(
                        String.class,
                        "select outcome from ruggespraak.result where escalation = ?",
                        escalation().id()))
                .isEqualTo("NO_RESULT");
    }

    @Test
    void handsOverOnlyWhatIsOverdue() {
        askDirector.ask(rows.aLead(cycle, "STAFF_DEMAND", null, null), "Another one");
        engine.work(cycle);
        Escalation second = escalations.of(cycle).get(1);
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(cycle)
                .variableValueEquals("escalation", second.id())
                .singleResult()
                .getId();

        engine.fireIn(instance, "timer_decisionOverdue");

        assertThat(engine.tasks(cycle, DECIDE))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder(DIRECTOR, DEPUTY);
        assertThat(escalations.get(second.id()).director()).isEqualTo(DEPUTY);
        assertThat(escalation().director()).isEqualTo(DIRECTOR);
    }

    @Test
    void keepsEachTaskOpenWhenItIsToldWhatCannotBe() {
        refuses(DIRECTOR, DECIDE, Map.of(), "refusal.decision.missing");
        refuses(DIRECTOR, DECIDE, Map.of("decision", "sleepOnIt"), "refusal.decision.unknown");
        refuses(DIRECTOR, DECIDE, Map.of("decision", "decline", "reason", " "), "refusal.reason.missing");
        engine.complete(DIRECTOR, cycle, DECIDE, Map.of("decision", "askDepartments"));

        refuses(HEAD_1, REPORT, Map.of("staffAtRisk", "no JSON"), "refusal.list.unreadable");
        refuses(HEAD_1, REPORT, Map.of("staffAtRisk", json("{}")), "refusal.list.notAList");
        refuses(
                HEAD_1,
                REPORT,
                Map.of("staffAtRisk", json("[{\"occupation\": \" \", \"headcount\": -1}]")),
                "refusal.occupation.missing",
                "refusal.headcount.outOfRange");
        refuses(HEAD_1, REPORT, Map.of("staffAtRisk", json("[" + "{},".repeat(200) + "{}]")), "refusal.list.tooLong");
        assertThat(escalations.staffAtRisk(escalation().id())).isEmpty();
        engine.complete(HEAD_1, cycle, REPORT, Map.of());
        engine.complete(HEAD_2, cycle, REPORT, Map.of());

        refuses(DIRECTOR, AGREE, Map.of("agreed", true), "refusal.headcount.missing");
        refuses(DIRECTOR, AGREE, Map.of("agreed", true, "headcount", 26L), "refusal.headcount.moreThanLead");
        refuses(DIRECTOR, AGREE, Map.of("agreed", true, "headcount", "many"), "refusal.number.notWhole");
        assertThat(escalations.deal(escalation().id())).isEmpty();
        engine.complete(DIRECTOR, cycle, AGREE, Map.of("agreed", true, "headcount", 25L));

        refuses(DIRECTOR, RECORD, Map.of(), "refusal.placed.missing");
        refuses(DIRECTOR, RECORD, Map.of("placed", 26L), "refusal.placed.moreThanAgreed");
        refuses(DIRECTOR, RECORD, Map.of("placed", -1L), "refusal.placed.negative");
        assertThat(engine.tasks(cycle, RECORD)).hasSize(1);
    }

    private Escalation escalation() {
        return escalations.of(cycle).get(0);
    }

    private Map<String, Object> staff(int headcount) {
        return Map.of(
                "staffAtRisk",
                json("[{\"occupation\": \"%s\", \"headcount\": %d, \"region\": \"den-bosch\", \"from\": \"%s\"}]"
                        .formatted(occupations.other(), headcount, rows.today().plusMonths(2))));
    }

    private void refuses(String person, String task, Map<String, Object> form, String... messages) {
        assertThat(catchThrowableOfType(Refusal.class, () -> engine.submit(person, cycle, task, form))
                        .problems())
                .extracting(Problem::message)
                .containsExactly(messages);
        assertThat(engine.task(person, cycle, task)).isNotNull();
    }

    private List<String> mails(String kind) {
        return jdbc.sql("select recipient from ruggespraak.mail where cycle = ? and kind = ? order by id")
                .params(cycle, kind)
                .query(String.class)
                .list();
    }
}
