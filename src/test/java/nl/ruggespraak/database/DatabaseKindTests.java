package nl.ruggespraak.database;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class DatabaseKindTests {

    @Autowired
    private DatabaseKind kind;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isEmbeddedInTests() {
        assertThat(kind).isEqualTo(DatabaseKind.EMBEDDED);
    }

    @Test
    void holdsOurTablesAndTheEngines() {
        assertThat(jdbc.sql("select count(*) from ruggespraak.person")
                        .query(Long.class)
                        .single())
                .isNotNegative();
        assertThat(jdbc.sql("select count(*) from act_ru_task")
                        .query(Long.class)
                        .single())
                .isNotNegative();
    }
}
