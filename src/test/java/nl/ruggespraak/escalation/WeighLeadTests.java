package nl.ruggespraak.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.lead.LeadKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class WeighLeadTests {

    @Autowired
    private WeighLead weighLead;

    @Autowired
    private CycleRows rows;

    @Test
    void countsThePeopleAndTheMonthsUntilTheStart() {
        long lead = rows.aLead(rows.anAttendedCycle(), "STAFF_DEMAND", null, null);
        assertThat(weighLead.weigh(lead)).isEqualTo(new WeighLead.Weight(LeadKind.STAFF_DEMAND, 25, 6, false));

        rows.change(
                "update ruggespraak.lead set starts_on = ?::date where id = ?",
                rows.today().plusDays(20).toString(),
                lead);
        assertThat(weighLead.weigh(lead).monthsUntilStart()).isZero();

        rows.change("update ruggespraak.lead set starts_on = null where id = ?", lead);
        assertThat(weighLead.weigh(lead).monthsUntilStart()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "STAFF_DEMAND, CANDIDATE, true",
        "STAFF_DEMAND, UPCOMING_CHANGE, true",
        "STAFF_DEMAND, VACANCY, false",
        "STAFF_SURPLUS, VACANCY, true",
        "STAFF_SURPLUS, UPCOMING_CHANGE, true",
        "STAFF_SURPLUS, CANDIDATE, false",
        "WORK_EXPERIENCE_PLACE, CANDIDATE, true",
        "WORK_EXPERIENCE_PLACE, VACANCY, false"
    })
    void knowsWhichAsksAreOnTheOtherSide(String leadKind, String askKind, boolean here) {
        CycleRows.Occupations occupations = rows.occupations();
        String cycle = rows.anAttendedCycle();
        rows.aCarriedAsk(cycle, "lnv-adviser-1", askKind, occupations.other());
        assertThat(weighLead
                        .weigh(rows.aLead(cycle, leadKind, occupations.one(), null))
                        .otherSideHere())
                .isEqualTo(here);
    }

    @Test
    void takesStaffAtRiskForTheOtherSideOfADemandOnly() {
        CycleRows.Occupations occupations = rows.occupations();
        String cycle = rows.anAttendedCycle();
        long escalation = rows.anEscalation(cycle, rows.aLead(cycle, "STAFF_DEMAND", null, null), "BOOKED");
        rows.staffAtRisk(escalation, "lnv-department-head-1", occupations.other(), 30);
        assertThat(weighLead
                        .weigh(rows.aLead(cycle, "STAFF_DEMAND", occupations.one(), null))
                        .otherSideHere())
                .isTrue();
        assertThat(weighLead
                        .weigh(rows.aLead(cycle, "STAFF_SURPLUS", occupations.one(), null))
                        .otherSideHere())
                .isFalse();
    }
}
