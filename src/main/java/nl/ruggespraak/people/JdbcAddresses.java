package nl.ruggespraak.people;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mail addresses of all persons who have one. */
@Repository
class JdbcAddresses {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcAddresses(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Kept> all() {
        return jdbc.sql("select key as person, email, email_usable as usable from ruggespraak.person where email <> ''")
                .query(Kept.class)
                .list();
    }

    /** Leaves alone who got another address meanwhile, or was erased. */
    void change(List<Change> changes) {
        batches.batchUpdate(
                "update ruggespraak.person set email = ?, email_usable = ? where key = ? and email = ?",
                changes,
                ROWS_AT_ONCE,
                (row, change) -> {
                    row.setString(1, change.now().email());
                    row.setBoolean(2, change.now().usable());
                    row.setString(3, change.before().person());
                    row.setString(4, change.before().email());
                });
    }

    /**
     * A person's address.
     *
     * @param usable whether the mail server can be given it
     */
    record Kept(String person, String email, boolean usable) {}

    /** Of one person. */
    record Change(Kept before, Kept now) {}
}
