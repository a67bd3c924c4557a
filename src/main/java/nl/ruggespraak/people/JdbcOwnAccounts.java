package nl.ruggespraak.people;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOwnAccounts {

    private final JdbcClient jdbc;

    JdbcOwnAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OwnAccount> find(String person) {
        return jdbc.sql("select language, away_from, away_until, reminders from ruggespraak.person where key = ?")
                .param(person)
                .query(OwnAccount.class)
                .optional();
    }

    /** Keeps it; returns whether anything is another now. */
    boolean keep(String person, OwnAccount chosen) {
        return jdbc.sql("""
                                update ruggespraak.person p set language = n.language, away_from = n.away_from, away_until = n.away_until, reminders = n.reminders
                                from (values (:language, :awayFrom::date, :awayUntil::date, :reminders)) as n (language, away_from, away_until, reminders)
                                where p.key = :person and (p.language, p.away_from, p.away_until, p.reminders)
                                    is distinct from (n.language, n.away_from, n.away_until, n.reminders)
                                """)
                        .param("person", person)
                        .param("language", chosen.language())
                        .param("awayFrom", chosen.awayFrom())
                        .param("awayUntil", chosen.awayUntil())
                        .param("reminders", chosen.reminders())
                        .update()
                > 0;
    }
}
