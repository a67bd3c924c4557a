package nl.ruggespraak.database;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class EngineTablesTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void haveTheIndexesThatTheEngineLacks() {
        assertThat(jdbc.sql("select indexname from pg_indexes where indexname like 'ruggespraak%' order by indexname")
                        .query(String.class)
                        .list())
                .containsExactly("ruggespraak_job_due", "ruggespraak_job_locked", "ruggespraak_task_parent");
    }

    @Test
    void areAnalysedEarly() {
        assertThat(jdbc.sql(
                                "select relname from pg_class where 'autovacuum_analyze_scale_factor=0.02' = any(reloptions)")
                        .query(String.class)
                        .list())
                .contains("act_ru_task", "act_ru_job", "act_ru_execution", "act_ru_variable");
    }

    @Test
    void areAskedWithoutCompilingPlans() {
        assertThat(jdbc.sql("show jit").query(String.class).single()).isEqualTo("off");
        assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
    }
}
