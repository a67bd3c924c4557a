package nl.ruggespraak.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class DecideOnEscalationTests {

    @Autowired
    private DecideOnEscalation decideOnEscalation;

    @Autowired
    private Escalations escalations;

    @Autowired
    private CycleRows rows;

    @Autowired
    private Clock clock;

    private long escalation;

    @BeforeEach
    void ask() {
        String cycle = rows.anAttendedCycle();
        escalation = rows.anEscalation(cycle, rows.aLead(cycle, "STAFF_DEMAND", null, null), "ASKED");
    }

    @ParameterizedTest
    @CsvSource({"decline, We have nobody, DECLINED", "askDepartments, , INQUIRY", "seekDeal, Call them, SEEKING_DEAL"})
    void takesEachDecision(String decision, @Nullable String reason, EscalationStatus status) {
        decideOnEscalation.decide(escalation, decision, reason, "lnv-director");
        assertThat(escalations.get(escalation)).satisfies(decided -> {
            assertThat(decided.status()).isEqualTo(status);
            assertThat(decided.decidedBy()).isEqualTo("lnv-director");
            assertThat(decided.decisionReason()).isEqualTo(reason == null ? "" : reason);
        });
    }

    @Test
    void givesADealTheTimeOfTheNetworkAndMoreWhenTheDepartmentsAreAskedFirst() {
        Instant atOnce = decideOnEscalation.decide(escalation, "seekDeal", "", "lnv-director");
        ask();
        Instant afterAnInquiry = decideOnEscalation.decide(escalation, "askDepartments", "", "lnv-director");

        ZoneId zone = ZoneId.of("Europe/Amsterdam");
        assertThat(atOnce).isEqualTo(new WorkingDays().eveningAfter(clock.instant(), 10, zone));
        assertThat(afterAnInquiry).isEqualTo(new WorkingDays().eveningAfter(clock.instant(), 15, zone));
    }

    @Test
    void refusesWhatIsNoDecision() {
        assertThat(problems(null, "")).extracting(Problem::message).containsExactly("refusal.decision.missing");
        assertThat(problems("sleepOnIt", "")).extracting(Problem::message).containsExactly("refusal.decision.unknown");
        assertThat(problems("decline", " ")).extracting(Problem::message).containsExactly("refusal.reason.missing");
        assertThat(problems("seekDeal", "x".repeat(4_001)))
                .extracting(Problem::message)
                .containsExactly("refusal.reason.tooLong");
    }

    @Test
    void refusesToAskDepartmentsThatHaveNoHeads() {
        rows.change("update ruggespraak.person set active = false where key like 'lnv-department-head-%'");
        assertThat(problems("askDepartments", ""))
                .extracting(Problem::message)
                .containsExactly("refusal.decision.noDepartmentHeads");
    }

    @Test
    void isTakenOnce() {
        decideOnEscalation.decide(escalation, "seekDeal", "", "lnv-director");
        assertThatThrownBy(() -> decideOnEscalation.decide(escalation, "decline", "Too late", "lnv-director"))
                .isInstanceOf(Refusal.class);
    }

    private List<Problem> problems(@Nullable String decision, String reason) {
        return catchThrowableOfType(
                        Refusal.class, () -> decideOnEscalation.decide(escalation, decision, reason, "lnv-director"))
                .problems();
    }
}
