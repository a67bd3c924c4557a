package nl.ruggespraak.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.matching.StaffHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class BriefsTests {

    @Autowired
    private Briefs briefs;

    @Autowired
    private CycleRows rows;

    private CycleRows.Occupations occupations = new CycleRows.Occupations("", "");
    private String cycle = "";
    private long escalation;

    @BeforeEach
    void ask() {
        occupations = rows.occupations();
        cycle = rows.anAttendedCycle();
        escalation = rows.anEscalation(cycle, rows.aLead(cycle, "STAFF_DEMAND", occupations.one(), null), "ASKED");
    }

    @Test
    void showsWhatWeHaveOnOurSide() {
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", occupations.other());
        long earlier = rows.anEscalation(cycle, rows.aLead(cycle, "STAFF_DEMAND", null, null), "BOOKED");
        rows.staffAtRisk(earlier, "lnv-department-head-1", occupations.other(), 30);

        Brief brief = briefs.of(escalation);

        assertThat(brief.broughtBy()).isEqualTo("lnv-representative");
        assertThat(brief.lead().headcount()).isEqualTo(25);
        assertThat(brief.ourAsks()).extracting(Ask::id).containsExactly(ask);
        assertThat(brief.ourStaff()).containsExactly(new StaffHere(occupations.other(), 30));
        assertThat(brief.departmentHeads()).containsExactly("lnv-department-head-1", "lnv-department-head-2");
        assertThat(brief.similarCases()).isEmpty();
    }

    @Test
    void tellsOfSimilarCasesWithoutWhatOtherOrganisationsWrote() {
        decided(rows.anAttendedCycle(), "STAFF_DEMAND", occupations.other());
        String theirs = rows.aCycle("odbn", "ATTENDED");
        long deal = decided(theirs, "STAFF_DEMAND", occupations.one());
        rows.change(
                "insert into ruggespraak.deal (escalation, agreed, headcount, agreed_by, agreed_at, placed) values (?, true, 25, 'odbn-director', now(), 22)",
                deal);
        decided(theirs, "STAFF_SURPLUS", occupations.one());
        decided(theirs, "STAFF_DEMAND", rows.occupations().one());
        rows.anEscalation(theirs, rows.aLead(theirs, "STAFF_DEMAND", occupations.one(), null), "ASKED");

        assertThat(briefs.of(escalation).similarCases())
                .hasSize(2)
                .satisfiesExactlyInAnyOrder(
                        ours -> {
                            assertThat(ours.title()).isEqualTo("Lead 1");
                            assertThat(ours.decision()).isEqualTo(Decision.SEEK_DEAL);
                            assertThat(ours.agreed()).isNull();
                        },
                        other -> {
                            assertThat(other.title()).isNull();
                            assertThat(other.agreed()).isEqualTo(25);
                            assertThat(other.placed()).isEqualTo(22);
                        });
    }

    private long decided(String cycle, String kind, String occupation) {
        long id = rows.anEscalation(cycle, rows.aLead(cycle, kind, occupation, null), "SEEKING_DEAL");
        rows.change("update ruggespraak.escalation set decision = 'seekDeal', decided_at = now() where id = ?", id);
        return id;
    }
}
