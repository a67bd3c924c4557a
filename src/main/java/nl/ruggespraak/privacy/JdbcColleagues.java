package nl.ruggespraak.privacy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a colleague who is erased leaves to others. */
@Repository
class JdbcColleagues {

    private final JdbcClient jdbc;

    JdbcColleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What this person decides of what has not ended is decided by the successor. */
    void handOver(String person, String successor) {
        jdbc.sql("""
                        update ruggespraak.escalation set director = :other
                        where director = :person and status in ('ASKED', 'INQUIRY', 'SEEKING_DEAL', 'AGREED')
                        """).param("person", person).param("other", successor).update();
    }
}
