package nl.ruggespraak.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the demo network was told in this database, and is still there. */
@Repository
class JdbcDemo {

    private final JdbcClient jdbc;

    JdbcDemo(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isThere() {
        return jdbc.sql("select exists (select 1 from ruggespraak.demo_network where removed_at is null)")
                .query(Boolean.class)
                .single();
    }
}
