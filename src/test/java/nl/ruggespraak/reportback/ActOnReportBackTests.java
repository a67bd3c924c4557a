package nl.ruggespraak.reportback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class ActOnReportBackTests {

    @Autowired
    private ActOnReportBack actOnReportBack;

    @Autowired
    private ReportBacks reportBacks;

    @Autowired
    private CycleRows rows;

    private String cycle = "";
    private long reportBack;

    @BeforeEach
    void sendOne() {
        cycle = rows.anAttendedCycle();
        reportBack =
                rows.aReportBack(cycle, "lnv-adviser-1", rows.aLead(cycle, "TALK_ARRANGED", null, null), true, "SENT");
    }

    @ParameterizedTest
    @CsvSource({
        "PLACED, 2, 2",
        "SECONDED, 1, 1",
        "WORK_EXPERIENCE, 3, 3",
        "TALK_HELD, , 0",
        "TALK_HELD, 1, 1",
        "NO_RESULT, 7, 0"
    })
    void booksAKnownOutcomeAsAResult(String outcome, @Nullable Long headcount, int booked) {
        ActOnReportBack.Followed followed = act(outcome, "Because", headcount, null);

        assertThat(followed.outcomeKnown()).isTrue();
        assertThat(followed.again()).isEmpty();
        assertThat(reportBacks.get(reportBack).status()).isEqualTo(ReportBackStatus.OUTCOME_KNOWN);
        assertThat(rows.value(
                        Integer.class,
                        "select headcount from ruggespraak.result where report_back = ? and outcome = ? and cycle = ?",
                        reportBack,
                        outcome,
                        cycle))
                .isEqualTo(booked);
    }

    @Test
    void comesBackOnTheNextDateWhenItIsNotYetKnown() {
        LocalDate next = rows.today().plusDays(14);

        ActOnReportBack.Again again =
                act("NOT_YET", "Talk is planned", null, next).again().orElseThrow();

        assertThat(LocalDate.ofInstant(again.askAt(), ZoneId.of("Europe/Amsterdam")))
                .isAfterOrEqualTo(next);
        assertThat(again.dueAt()).isAfter(again.askAt());
        assertThat(reportBacks.get(reportBack).status()).isEqualTo(ReportBackStatus.SENT);
        assertThat(reportBacks.get(reportBack).nextStepOn()).isEqualTo(next);
        act("TALK_HELD", "", null, null);
        assertThat(reportBacks.followUps(reportBack))
                .extracting(FollowUp::outcome)
                .containsExactly(Outcome.NOT_YET, Outcome.TALK_HELD);
        assertThat(reportBacks.get(reportBack).nextStepOn()).isNull();
        assertThat(rows.value(
                        Integer.class, "select count(*) from ruggespraak.result where report_back = ?", reportBack))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("impossibleOutcomes")
    void refusesWhatCannotBe(
            String message,
            @Nullable String outcome,
            @Nullable String details,
            @Nullable Long headcount,
            @Nullable Integer nextStepInDays) {
        LocalDate nextStepOn = nextStepInDays == null ? null : rows.today().plusDays(nextStepInDays);
        assertThat(catchThrowableOfType(Refusal.class, () -> act(outcome, details, headcount, nextStepOn))
                        .problems())
                .extracting(Problem::message)
                .containsExactly("refusal." + message);
        assertThat(reportBacks.followUps(reportBack)).isEmpty();
        assertThat(reportBacks.get(reportBack).status()).isEqualTo(ReportBackStatus.SENT);
    }

    static Stream<Arguments> impossibleOutcomes() {
        return Stream.of(
                Arguments.of("outcome.missing", null, "", null, null),
                Arguments.of("outcome.unknown", "WONDERFUL", "", null, null),
                Arguments.of("details.tooLong", "TALK_HELD", "x".repeat(4_001), null, null),
                Arguments.of("details.reasonMissing", "NO_RESULT", " ", null, null),
                Arguments.of("headcount.missing", "PLACED", "", null, null),
                Arguments.of("headcount.outOfRange", "PLACED", "", 0L, null),
                Arguments.of("headcount.outOfRange", "SECONDED", "", -1L, null),
                Arguments.of("headcount.outOfRange", "WORK_EXPERIENCE", "", 1_000_000_000L, null),
                Arguments.of("nextStepOn.missing", "NOT_YET", "", null, null),
                Arguments.of("nextStepOn.past", "NOT_YET", "", null, 0),
                Arguments.of("nextStepOn.past", "NOT_YET", "", null, -1),
                Arguments.of("nextStepOn.tooFar", "NOT_YET", "", null, 400));
    }

    @Test
    void hasNothingToSayOnceTheOutcomeIsKnown() {
        act("PLACED", "", 1L, null);
        assertThatThrownBy(() -> act("PLACED", "", 1L, null)).isInstanceOf(IllegalStateException.class);
    }

    private ActOnReportBack.Followed act(
            @Nullable String outcome,
            @Nullable String details,
            @Nullable Long headcount,
            @Nullable LocalDate nextStepOn) {
        return actOnReportBack.act(reportBack, outcome, details, headcount, nextStepOn, "lnv-adviser-1");
    }
}
