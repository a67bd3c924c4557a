package nl.ruggespraak.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class StaffInquiryTests {

    private static final String HEAD = "lnv-department-head-1";

    @Autowired
    private OpenStaffInquiry openStaffInquiry;

    @Autowired
    private ReportStaffAtRisk reportStaffAtRisk;

    @Autowired
    private MatchPeople matchPeople;

    @Autowired
    private Escalations escalations;

    @Autowired
    private CycleRows rows;

    private CycleRows.Occupations occupations = new CycleRows.Occupations("", "");
    private long escalation;

    @BeforeEach
    void decideToAsk() {
        occupations = rows.occupations();
        String cycle = rows.anAttendedCycle();
        escalation = rows.anEscalation(cycle, rows.aLead(cycle, "STAFF_DEMAND", occupations.one(), null), "INQUIRY");
    }

    @AfterEach
    void putTheClockBack() {
        ClockUtil.reset();
    }

    @Test
    void asksEveryDepartmentHeadForFiveWorkingDays() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-25T12:00:00Z")));

        OpenStaffInquiry.Inquiry inquiry = openStaffInquiry.open(escalation);

        assertThat(inquiry.departmentHeads()).containsExactly("lnv-department-head-1", "lnv-department-head-2");
        assertThat(inquiry.endsAt()).isEqualTo("2026-12-02T16:00:00Z");
        assertThat(openStaffInquiry.open(escalation).departmentHeads()).hasSize(2);
    }

    @Test
    void matchesThoseOfTheSameField() {
        openStaffInquiry.open(escalation);
        reportStaffAtRisk.report(
                escalation,
                HEAD,
                List.of(
                        new StaffAtRiskDraft(occupations.other(), 30L, "den-bosch", rows.today()),
                        new StaffAtRiskDraft(rows.occupations().one(), 4L, null, null)));
        reportStaffAtRisk.report(escalation, "lnv-department-head-2", List.of());

        matchPeople.match(escalation);

        assertThat(escalations.staffAtRisk(escalation))
                .extracting(StaffAtRisk::headcount, StaffAtRisk::matched)
                .containsExactly(tuple(30, 30), tuple(4, 0));
        assertThat(escalations.get(escalation).status()).isEqualTo(EscalationStatus.SEEKING_DEAL);
    }

    @Test
    void takesEverybodyWhenTheLeadNamesNoOccupation() {
        rows.change(
                "update ruggespraak.lead set occupation = null where id = (select lead from ruggespraak.escalation where id = ?)",
                escalation);
        openStaffInquiry.open(escalation);
        reportStaffAtRisk.report(
                escalation,
                HEAD,
                List.of(new StaffAtRiskDraft(rows.occupations().one(), 4L, null, null)));
        matchPeople.match(escalation);
        assertThat(escalations.staffAtRisk(escalation))
                .extracting(StaffAtRisk::matched)
                .containsExactly(4);
    }

    @Test
    void refusesWhatCannotBe() {
        openStaffInquiry.open(escalation);
        String fits = occupations.one();
        assertRefused("occupation.missing", null, 1L, null, null);
        assertRefused("occupation.tooLong", "w".repeat(121), 1L, null, null);
        assertRefused("headcount.missing", fits, null, null, null);
        assertRefused("headcount.outOfRange", fits, 0L, null, null);
        assertRefused("headcount.outOfRange", fits, -1L, null, null);
        assertRefused("headcount.outOfRange", fits, 1_000_000_000L, null, null);
        assertRefused("region.tooLong", fits, 1L, "m".repeat(121), null);
        assertRefused("from.past", fits, 1L, null, rows.today().minusDays(1));
        assertRefused("from.tooFar", fits, 1L, null, rows.today().plusYears(6));
        assertThat(problems(Collections.nCopies(101, new StaffAtRiskDraft(fits, 1L, null, null))))
                .extracting(Problem::message)
                .containsExactly("refusal.staffAtRisk.tooMany");
        assertThat(escalations.staffAtRisk(escalation)).isEmpty();
    }

    @Test
    void takesOneAnswerOfEachAndNoneAfterItsEnd() {
        openStaffInquiry.open(escalation);
        reportStaffAtRisk.report(escalation, HEAD, List.of());
        assertThat(problems(List.of())).extracting(Problem::message).containsExactly("refusal.staffAtRisk.closed");
        matchPeople.match(escalation);
        assertThatThrownBy(() -> reportStaffAtRisk.report(escalation, "lnv-department-head-2", List.of()))
                .isInstanceOf(Refusal.class);
    }

    private void assertRefused(
            String message,
            @Nullable String occupation,
            @Nullable Long headcount,
            @Nullable String region,
            @Nullable LocalDate from) {
        assertThat(problems(List.of(new StaffAtRiskDraft(occupation, headcount, region, from))))
                .extracting(Problem::message)
                .containsExactly("refusal." + message);
    }

    private List<Problem> problems(List<StaffAtRiskDraft> drafts) {
        return catchThrowableOfType(Refusal.class, () -> reportStaffAtRisk.report(escalation, HEAD, drafts))
                .problems();
    }
}
