package nl.ruggespraak.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class AskDirectorTests {

    @Autowired
    private AskDirector askDirector;

    @Autowired
    private Escalations escalations;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private CycleRows rows;

    @AfterEach
    void putTheClockBack() {
        ClockUtil.reset();
    }

    @Test
    void asksTheDirectorOncePerLead() {
        String cycle = rows.anAttendedCycle();
        long lead = rows.aLead(cycle, "STAFF_DEMAND", null, null);

        askDirector.ask(lead, "25 people are needed");
        askDirector.ask(lead, "25 people are needed, again");

        assertThat(escalations.of(cycle)).singleElement().satisfies(asked -> {
            assertThat(asked.director()).isEqualTo("lnv-director");
            assertThat(asked.reason()).isEqualTo("25 people are needed");
            assertThat(asked.status()).isEqualTo(EscalationStatus.ASKED);
        });
        assertThat(instances(cycle)).hasSize(1);
        assertThat(instances(cycle).get(0).getTenantId()).isEqualTo("lnv");
    }

    @Test
    void asksTheManagerWhereThereIsNoDirectorAndElseTheRepresentative() {
        String cycle = rows.anAttendedCycle();
        rows.change("update ruggespraak.person set active = false where key = 'lnv-director'");
        askDirector.ask(rows.aLead(cycle, "STAFF_DEMAND", null, null), "Many");
        rows.change("update ruggespraak.person set active = false where key = 'lnv-manager'");
        askDirector.ask(rows.aLead(cycle, "STAFF_DEMAND", null, null), "Many");
        assertThat(escalations.of(cycle))
                .extracting(Escalation::director)
                .containsExactly("lnv-manager", "lnv-representative");
    }

    @Test
    void asksTheDeputyOfADirectorWhoIsAway() {
        String cycle = rows.anAttendedCycle();
        rows.change("update ruggespraak.person set deputy = 'lnv-adviser-2' where key = 'lnv-director'");
        rows.change("update ruggespraak.person set away_from = now()::date - 1, away_until = now()::date + 1"
                + " where key = 'lnv-director'");
        askDirector.ask(rows.aLead(cycle, "STAFF_DEMAND", null, null), "Many");
        rows.change("update ruggespraak.person set away_until = away_from where key = 'lnv-director'");
        askDirector.ask(rows.aLead(cycle, "STAFF_DEMAND", null, null), "Many");
        assertThat(escalations.of(cycle))
                .extracting(Escalation::director)
                .containsExactly("lnv-adviser-2", "lnv-director");
    }

    @Test
    void expectsADecisionAfterThreeWorkingDays() {
        String cycle = rows.anAttendedCycle();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-23T12:00:00Z")));

        askDirector.ask(rows.aLead(cycle, "STAFF_DEMAND", null, null), "Many");

        // The 25th is Christmas, the 26th and 27th are the weekend.
        String instance = instances(cycle).get(0).getId();
        assertThat(runtime.getVariable(instance, "decisionDueAt"))
                .isEqualTo(Date.from(Instant.parse("2026-12-29T16:00:00Z")));
        assertThat(runtime.getVariable(instance, "decisionOverdueAt"))
                .isEqualTo(Date.from(Instant.parse("2026-12-30T16:00:00Z")));
    }

    private List<ProcessInstance> instances(String cycle) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(cycle)
                .processDefinitionKey("director-escalation")
                .list();
    }
}
