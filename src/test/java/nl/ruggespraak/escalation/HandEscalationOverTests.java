package nl.ruggespraak.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class HandEscalationOverTests {

    @Autowired
    private HandEscalationOver handEscalationOver;

    @Autowired
    private Escalations escalations;

    @Autowired
    private CycleRows rows;

    private String cycle = "";
    private long escalation;

    @BeforeEach
    void ask() {
        cycle = rows.anAttendedCycle();
        escalation = rows.anEscalation(cycle, rows.aLead(cycle, "STAFF_DEMAND", null, null), "ASKED");
    }

    @Test
    void handsOverToTheDirectorsDeputy() {
        assertHandedOverTo("lnv-manager");
    }

    @Test
    void handsOverToAnotherDirectorWhereNoDeputyIsNamed() {
        rows.change("update ruggespraak.person set deputy = null where key = 'lnv-director'");
        rows.change("insert into ruggespraak.person_role (person, role) values ('lnv-adviser-3', 'DIRECTOR')");
        assertHandedOverTo("lnv-adviser-3");
    }

    @Test
    void handsOverToTheManagerWhenTheDeputyHasLeft() {
        rows.change("update ruggespraak.person set deputy = 'lnv-adviser-1' where key = 'lnv-director'");
        rows.change("update ruggespraak.person set active = false where key = 'lnv-adviser-1'");
        assertHandedOverTo("lnv-manager");
    }

    @Test
    void leavesItWhereItIsWhenNobodyElseCanDecide() {
        rows.change("update ruggespraak.person set active = false where key = 'lnv-manager'");
        assertHandedOverTo("lnv-director");
    }

    @Test
    void leavesADecisionThatWasTakenMeanwhile() {
        rows.change("update ruggespraak.escalation set status = 'SEEKING_DEAL' where id = ?", escalation);
        assertHandedOverTo("lnv-director");
    }

    private void assertHandedOverTo(String deputy) {
        handEscalationOver.overdue(escalation);
        assertThat(escalations.get(escalation).director()).isEqualTo(deputy);
    }
}
