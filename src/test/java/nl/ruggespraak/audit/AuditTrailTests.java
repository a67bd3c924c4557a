package nl.ruggespraak.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@RuggespraakTest
class AuditTrailTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private AuditTrail audit;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String subject = "test/" + NUMBER.incrementAndGet();

    @Test
    void recordsWhoIsSignedIn() {
        engine.as("lnv-adviser-1", () -> {
            transaction.executeWithoutResult(
                    status -> audit.record(Action.OUTCOME_RECORDED, subject, "lnv", "PLACED, people: 22"));
            return subject;
        });

        assertThat(recorded()).containsExactly("lnv-adviser-1 OUTCOME_RECORDED lnv PLACED, people: 22");
    }

    @Test
    void saysSoWhenTheEngineWorkedByItself() {
        transaction.executeWithoutResult(status -> audit.record(Action.MEETING_ANNOUNCED, subject, null, ""));

        assertThat(recorded()).containsExactly("(system) MEETING_ANNOUNCED - ");
    }

    @Test
    void recordsNothingOfWhatDidNotHappen() {
        transaction.executeWithoutResult(status -> {
            audit.record(Action.ASK_GIVEN, List.of(subject, subject), "lnv", "");
            status.setRollbackOnly();
        });

        assertThat(recorded()).isEmpty();
    }

    @Test
    void refusesToRecordOutsideOfTheDeed() {
        assertThatThrownBy(() -> audit.record(Action.ASK_GIVEN, subject, "lnv", ""))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ruggespraak.audit set details = ''",
                "update ruggespraak.audit set details = '' where false",
                "delete from ruggespraak.audit",
                "truncate ruggespraak.audit",
                "set session_replication_role = replica; delete from ruggespraak.audit",
                "insert into ruggespraak.audit (id, at, actor, action, subject) overriding system value"
                        + " select id, at, actor, action, subject from ruggespraak.audit on conflict (id) do update set details = ''"
            })
    void refusesToChangeWhatWasRecordedEvenForASuperuser(String change) {
        assertThat(jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(change).update()))
                .hasStackTraceContaining("ruggespraak.audit is append-only");
    }

    private List<String> recorded() {
        return jdbc.sql("""
                        select actor || ' ' || action || ' ' || coalesce(organisation, '-') || ' ' || details
                        from ruggespraak.audit where subject = :subject order by id
                        """).param("subject", subject).query(String.class).list();
    }
}
