package nl.ruggespraak.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

/** A candidate is shared on a ground, or not at all. */
@RuggespraakTest
@Transactional
class GroundTests {

    private static final String ADVISER = "lnv-adviser-1";

    @Autowired
    private GiveAsks giveAsks;

    @Autowired
    private CarryAsks carryAsks;

    @Autowired
    private Asks asks;

    @Autowired
    private CycleRows rows;

    private String cycle = "";

    @BeforeEach
    void askAColleague() {
        cycle = rows.aCycle("lnv", "ANNOUNCED");
        rows.change(
                "insert into ruggespraak.ask_round (cycle, colleague, status) values (?, ?, 'OPEN')", cycle, ADVISER);
    }

    @Test
    void keepsWhoTheCandidateIsWhatIsToldAndWhenItWasAgreed() {
        give(aDraft("CANDIDATE", "Jan de Vries", " An inspector who works outdoors ", rows.today()));
        Ask ask = asks.of(cycle).get(0);
        assertThat(ask.candidate()).isEqualTo("Jan de Vries");
        assertThat(ask.pitch()).isEqualTo("An inspector who works outdoors");
        assertThat(ask.agreedOn()).isEqualTo(rows.today());
        assertThat(ask.hasGround()).isTrue();
    }

    @Test
    void keepsACandidateWithoutAGround() {
        give(aDraft("CANDIDATE", null, null, null));
        assertThat(asks.of(cycle)).singleElement().satisfies(ask -> {
            assertThat(ask.candidate()).isNull();
            assertThat(ask.hasGround()).isFalse();
        });
    }

    @Test
    void keepsNoPersonOfAnAskThatIsAboutNone() {
        give(aDraft("VACANCY", "Jan de Vries", "Jan de Vries, of all people", LocalDate.of(2999, 1, 1)));
        assertThat(asks.of(cycle)).singleElement().satisfies(ask -> {
            assertThat(ask.candidate()).isNull();
            assertThat(ask.pitch()).isEmpty();
            assertThat(ask.agreedOn()).isNull();
            assertThat(ask.hasGround()).isTrue();
        });
    }

    @Test
    void refusesAnAgreementThatIsStillToCome() {
        assertThat(refused(
                        () -> give(aDraft("CANDIDATE", null, null, rows.today().plusDays(1)))))
                .containsExactly("refusal.agreedOn.future");
    }

    @ParameterizedTest
    @CsvSource({
        "Jan de Vries,      Jan has inspected for twenty years,        Jan",
        "Jan de Vries,      An inspector (DE VRIES) of twenty years,   Vries",
        "Zoë van 't Hof,    ZOË looks for work in town,                Zoë"
    })
    void refusesAPitchThatTellsTheName(String name, String pitch, String told) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> give(aDraft("CANDIDATE", name, pitch, rows.today())));
        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("refusal.pitch.namesCandidate");
            assertThat(problem.arguments()).containsExactly(told);
        });
    }

    @ParameterizedTest
    @CsvSource({"Jan de Vries, De markt in januari", "Jo van den Berg, Van den beginne bergaf"})
    void acceptsAPitchWithWordsThatOnlyLookLikeTheName(String name, String pitch) {
        give(aDraft("CANDIDATE", name, pitch, rows.today()));
        assertThat(asks.of(cycle)).hasSize(1);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThat(refused(() -> give(aDraft("CANDIDATE", "x".repeat(201), "x".repeat(1_001), null))))
                .containsExactly("refusal.candidate.tooLong", "refusal.pitch.tooLong");
    }

    @Test
    void refusesToCarryACandidateWhoHasNotAgreedAndNamesTheAsk() {
        give(aDraft("CANDIDATE", null, null, null), aDraft("QUESTION", null, null, null));
        List<Long> all = asks.of(cycle).stream().map(Ask::id).toList();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> carryAsks.carry(cycle, all));
        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("refusal.carriedAsk.noGround");
            assertThat(problem.arguments()).containsExactly("About a CANDIDATE");
            assertThat(problem.row()).isOne();
        });
        assertThat(asks.carried(cycle)).isEmpty();

        carryAsks.carry(cycle, all.subList(1, 2));
        assertThat(asks.carried(cycle)).extracting(Ask::kind).containsExactly(AskKind.QUESTION);
    }

    @Test
    void carriesACandidateWhoHasAgreed() {
        give(aDraft("CANDIDATE", null, null, rows.today()));
        carryAsks.carry(cycle, List.of(asks.of(cycle).get(0).id()));
        assertThat(asks.carried(cycle)).hasSize(1);
    }

    @Test
    void leavesCandidatesWithoutAGroundBehindWhenNobodyChooses() {
        give(
                aDraft("CANDIDATE", null, null, null),
                aDraft("CANDIDATE", null, null, rows.today()),
                aDraft("VACANCY", null, null, null));
        carryAsks.carryAll(cycle);
        assertThat(asks.carried(cycle)).extracting(Ask::place).containsExactly(2, 3);
    }

    @Test
    void leavesThemBehindWhenTheyComeAfterTheBriefing() {
        carryAsks.carry(cycle, List.of());
        give(aDraft("CANDIDATE", null, null, null), aDraft("CANDIDATE", null, null, rows.today()));
        assertThat(asks.carried(cycle)).extracting(Ask::place).containsExactly(2);
    }

    @Test
    void isDemandedByTheTableItself() {
        give(aDraft("CANDIDATE", null, null, null));
        assertThatThrownBy(() -> rows.change("update ruggespraak.ask set carried = true where cycle = ?", cycle))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ask_ground");
    }

    private void give(AskDraft... drafts) {
        giveAsks.give(cycle, ADVISER, List.of(drafts), false);
    }

    private static AskDraft aDraft(
            String kind, @Nullable String candidate, @Nullable String pitch, @Nullable LocalDate agreedOn) {
        return new AskDraft(kind, "About a " + kind, null, null, null, null, null, candidate, pitch, agreedOn);
    }

    private static List<String> refused(ThrowingCallable giving) {
        return catchThrowableOfType(Refusal.class, giving).problems().stream()
                .map(Problem::message)
                .toList();
    }
}
