package nl.ruggespraak.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class DealTests {

    @Autowired
    private AgreeDeal agreeDeal;

    @Autowired
    private RecordPlacements recordPlacements;

    @Autowired
    private BookResult bookResult;

    @Autowired
    private Escalations escalations;

    @Autowired
    private CycleRows rows;

    private long escalation;

    @BeforeEach
    void seekADeal() {
        String cycle = rows.anAttendedCycle();
        escalation = rows.anEscalation(cycle, rows.aLead(cycle, "STAFF_DEMAND", null, null), "SEEKING_DEAL");
    }

    @Test
    void bringsItsPlacementsAsAResultOnce() {
        agreeDeal.agree(escalation, true, 25L, "Training together", "lnv-director");
        recordPlacements.record(escalation, 22L, "Three chose otherwise");
        bookResult.book(escalation);
        bookResult.book(escalation);

        assertThat(escalations.deal(escalation))
                .contains(new Deal(true, 25, "Training together", "lnv-director", 22, "Three chose otherwise"));
        assertThat(escalations.get(escalation).status()).isEqualTo(EscalationStatus.BOOKED);
        assertThat(rows.value(
                        Integer.class,
                        "select sum(headcount) from ruggespraak.result where escalation = ? and outcome = 'PLACED'",
                        escalation))
                .isEqualTo(22);
    }

    @Test
    void isAResultTooWhenNobodyWasPlaced() {
        agreeDeal.agree(escalation, true, 1L, null, "lnv-director");
        recordPlacements.record(escalation, 0L, null);
        bookResult.book(escalation);
        assertThat(rows.value(String.class, "select outcome from ruggespraak.result where escalation = ?", escalation))
                .isEqualTo("NO_RESULT");
    }

    @Test
    void mayFail() {
        agreeDeal.agree(escalation, false, 99L, "They recruit elsewhere", "lnv-director");
        assertThat(escalations.get(escalation).status()).isEqualTo(EscalationStatus.NOT_AGREED);
        assertThat(escalations.deal(escalation).orElseThrow().headcount()).isZero();
        assertThatThrownBy(() -> recordPlacements.record(escalation, 1L, "")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bookResult.book(escalation)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNotOverNobodyNorOverMoreThanTheLead() {
        assertThat(agreeing(null)).extracting(Problem::message).containsExactly("refusal.headcount.missing");
        assertThat(agreeing(0L)).extracting(Problem::message).containsExactly("refusal.headcount.tooFew");
        assertThat(agreeing(-1L)).extracting(Problem::message).containsExactly("refusal.headcount.tooFew");
        assertThat(agreeing(26L)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("refusal.headcount.moreThanLead");
            assertThat(problem.arguments()).containsExactly(25, 26L);
        });
        assertThat(agreeing(1_000_000_000_000L)).hasSize(1);
        assertThat(escalations.deal(escalation)).isEmpty();
    }

    @Test
    void isAgreedOnce() {
        agreeDeal.agree(escalation, true, 25L, "", "lnv-director");
        assertThat(agreeing(25L)).extracting(Problem::message).containsExactly("refusal.agreed.recorded");
    }

    @Test
    void placesNoMoreThanWereAgreed() {
        agreeDeal.agree(escalation, true, 20L, "", "lnv-director");
        assertThat(placing(null)).extracting(Problem::message).containsExactly("refusal.placed.missing");
        assertThat(placing(-1L)).extracting(Problem::message).containsExactly("refusal.placed.negative");
        assertThat(placing(21L)).extracting(Problem::message).containsExactly("refusal.placed.moreThanAgreed");
        recordPlacements.record(escalation, 20L, "");
        assertThat(placing(20L)).extracting(Problem::message).containsExactly("refusal.placed.recorded");
    }

    private List<Problem> agreeing(@Nullable Long headcount) {
        return catchThrowableOfType(
                        Refusal.class, () -> agreeDeal.agree(escalation, true, headcount, "", "lnv-director"))
                .problems();
    }

    private List<Problem> placing(@Nullable Long placed) {
        return catchThrowableOfType(Refusal.class, () -> recordPlacements.record(escalation, placed, ""))
                .problems();
    }
}
