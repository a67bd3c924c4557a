package nl.ruggespraak.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.reportback.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class EvaluateCycleTests {

    @Autowired
    private EvaluateCycle evaluateCycle;

    @Autowired
    private TellStakeholders tellStakeholders;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Meetings meetings;

    @Autowired
    private CycleRows rows;

    @Test
    void countsWhatTheCycleBrought() {
        String cycle = rows.aCycle("lnv", "REPORTED");
        rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);
        rows.anAsk(cycle, "lnv-adviser-1", "VACANCY", null, false, rows.now());
        rows.change(
                "insert into ruggespraak.ask_round (cycle, colleague, status) values (?, 'lnv-adviser-2', 'CLOSED')",
                cycle);
        rows.change(
                "insert into ruggespraak.ask_round (cycle, colleague, status) values (?, 'lnv-adviser-3', 'PLANNED')",
                cycle);
        long lead = rows.aLead(cycle, "STAFF_DEMAND", null, null);
        long talk = rows.aLead(cycle, "TALK_ARRANGED", null, null);
        long placed = rows.aReportBack(cycle, "lnv-adviser-1", talk, true, "OUTCOME_KNOWN");
        rows.aReportBack(cycle, "lnv-adviser-2", lead, false, "SENT");
        rows.aReportBack(cycle, "lnv-adviser-3", lead, true, "WITHHELD");
        long escalation = rows.anEscalation(cycle, lead, "BOOKED");
        rows.change(
                "insert into ruggespraak.result (cycle, report_back, outcome, headcount, booked_at) values (?, ?, 'SECONDED', 2, now())",
                cycle,
                placed);
        rows.change(
                "insert into ruggespraak.result (cycle, escalation, outcome, headcount, booked_at) values (?, ?, 'PLACED', 22, now())",
                cycle,
                escalation);

        assertThat(evaluations.of(cycle))
                .isEqualTo(new Evaluation(
                        cycle, 2, 1, 2, 1, 2, 2, 1, Map.of(Outcome.SECONDED, 1, Outcome.PLACED, 1), 1, 24));
    }

    @Test
    void countsACycleInWhichNothingHappened() {
        String cycle = rows.aCycle("lnv", "REPORTED");
        assertThat(evaluations.of(cycle)).isEqualTo(new Evaluation(cycle, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0));
    }

    @Test
    void countsThoseWhoWerePlacedOnceWhoeverSaysSo() {
        String cycle = rows.aCycle("lnv", "REPORTED");
        long lead = rows.aLead(cycle, "STAFF_DEMAND", null, null);
        long escalation = rows.anEscalation(cycle, lead, "BOOKED");
        rows.change(
                "insert into ruggespraak.result (cycle, escalation, outcome, headcount, booked_at) values (?, ?, 'PLACED', 22, now())",
                cycle,
                escalation);
        for (String colleague : new String[] {"lnv-adviser-1", "lnv-adviser-2"}) {
            rows.change(
                    "insert into ruggespraak.result (cycle, report_back, outcome, headcount, booked_at) values (?, ?, 'PLACED', 5, now())",
                    cycle,
                    rows.aReportBack(cycle, colleague, lead, true, "OUTCOME_KNOWN"));
        }
        assertThat(evaluations.of(cycle).placed()).isEqualTo(22);
    }

    @Test
    void tellsEverybodyWithAStakeOnce() {
        String cycle = rows.aCycle("lnv", "REPORTED");
        rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);
        long lead = rows.aLead(cycle, "STAFF_DEMAND", null, null);
        rows.aReportBack(cycle, "lnv-adviser-2", lead, true, "SENT");
        rows.staffAtRisk(rows.anEscalation(cycle, lead, "BOOKED"), "lnv-department-head-2", "meat-inspector", 30);

        assertThat(evaluateCycle.evaluate(cycle)).isEqualTo(1);
        assertThat(evaluateCycle.evaluate(cycle)).isEqualTo(1);

        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.EVALUATED);
        assertThat(tellStakeholders.tellNext(cycle))
                .containsExactlyInAnyOrder(
                        "lnv-adviser-1",
                        "lnv-adviser-2",
                        "lnv-department-head-2",
                        "lnv-director",
                        "lnv-manager",
                        "lnv-representative");
        assertThat(tellStakeholders.tellNext(cycle)).isEmpty();
    }
}
