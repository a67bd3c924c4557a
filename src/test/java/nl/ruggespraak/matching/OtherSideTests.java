package nl.ruggespraak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class OtherSideTests {

    @Autowired
    private OtherSide otherSide;

    @Autowired
    private CycleRows rows;

    private CycleRows.Occupations occupations = new CycleRows.Occupations("", "");
    private Instant since = Instant.EPOCH;

    @BeforeEach
    void makeOccupations() {
        occupations = rows.occupations();
        since = rows.longAgo().plusSeconds(1);
    }

    @Test
    void findsThoseWhoAskedForAnOccupationOfTheField() {
        String cycle = rows.anAttendedCycle();
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", occupations.other());
        rows.aCarriedAsk(cycle, "lnv-adviser-2", "CANDIDATE", rows.occupations().one());
        rows.aCarriedAsk(cycle, "lnv-adviser-3", "VACANCY", occupations.one());
        rows.aCarriedAsk(cycle, "lnv-manager", "CANDIDATE", null);

        assertThat(otherSide.askers("lnv", occupations.one(), List.of("CANDIDATE"), since))
                .containsExactly("lnv-adviser-1");
        assertThat(otherSide.asks("lnv", occupations.one(), List.of("CANDIDATE"), since, 10))
                .containsExactly(ask);
    }

    @Test
    void leavesOutWhatIsOverOrOfOthers() {
        rows.aCarriedAsk(rows.aCycle("odbn", "ATTENDED"), "odbn-adviser-1", "CANDIDATE", occupations.one());
        rows.aCarriedAsk(rows.aCycle("lnv", "CANCELLED"), "lnv-adviser-1", "CANDIDATE", occupations.one());
        rows.anAsk(rows.anAttendedCycle(), "lnv-adviser-2", "CANDIDATE", occupations.one(), true, rows.longAgo());
        rows.aCarriedAsk(rows.anAttendedCycle(), "lnv-adviser-3", "CANDIDATE", occupations.one());
        rows.change("update ruggespraak.person set active = false where key = 'lnv-adviser-3'");

        assertThat(otherSide.askers("lnv", occupations.one(), List.of("CANDIDATE"), since))
                .isEmpty();
    }

    @Test
    void countsWhatEachDepartmentLastReported() {
        staff(
                30,
                occupations.other(),
                "STAFF_DEMAND",
                "lnv-department-head-1",
                rows.longAgo().plusSeconds(9));
        staff(12, occupations.other(), "STAFF_DEMAND", "lnv-department-head-1", rows.now());
        staff(5, occupations.one(), "STAFF_DEMAND", "lnv-department-head-2", rows.now());
        staff(7, rows.occupations().one(), "STAFF_DEMAND", "lnv-director", rows.now());
        staff(9, occupations.one(), "STAFF_SURPLUS", "lnv-manager", rows.now());

        assertThat(otherSide.staffAtRisk("lnv", occupations.one(), since))
                .containsExactly(new StaffHere(occupations.other(), 12), new StaffHere(occupations.one(), 5));
        assertThat(otherSide.staffAtRisk("odbn", occupations.one(), since)).isEmpty();
    }

    private void staff(int headcount, String occupation, String leadKind, String departmentHead, Instant at) {
        String cycle = rows.anAttendedCycle();
        long escalation = rows.anEscalation(cycle, rows.aLead(cycle, leadKind, null, null), "BOOKED");
        rows.change(
                "insert into ruggespraak.staff_inquiry (escalation, department_head, answered_at) values (?, ?, ?)",
                escalation,
                departmentHead,
                at.atOffset(ZoneOffset.UTC));
        rows.change(
                "insert into ruggespraak.staff_at_risk (inquiry, place, occupation, headcount) select max(id), 1, ?, ? from ruggespraak.staff_inquiry",
                occupation,
                headcount);
    }
}
