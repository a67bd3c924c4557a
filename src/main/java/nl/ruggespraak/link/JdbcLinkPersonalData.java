package nl.ruggespraak.link;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.ruggespraak.personal.CandidateAsk;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.WrittenRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links, what was typed behind them, and whom they no longer remind: gone with the person. */
@Repository
class JdbcLinkPersonalData implements PersonalData {

    private static final String DRAFT = "ruggespraak.link_draft";

    private final JdbcClient jdbc;

    JdbcLinkPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("ruggespraak.access_link")
                        .references("person")
                        .nothing("a hash of chance", "token_hash")
                        .nothing("a constant, and a key of no person", "purpose", "subject"),
                PersonalTable.of(DRAFT)
                        .foundBy("t.person || '/' || t.purpose || '/' || t.subject")
                        .ofOrganisation("(select p.organisation from ruggespraak.person p where p.key = t.person)")
                        .addressedTo("t.person")
                        .goingAlong()
                        .references("person")
                        .texts("typed")
                        .nothing("a constant, and a key of no person", "purpose", "subject"),
                PersonalTable.of("ruggespraak.reminder_stop")
                        .references("person")
                        .nothing("a constant, and a key of no person", "purpose", "subject"));
    }

    /** What is typed in a cycle may be about any of its asks; what is about an answer is found by whoever knows answers. */
    @Override
    public List<WrittenRow> writtenAbout(Collection<CandidateAsk> asks) {
        return jdbc.sql("""
                        select :table as "table", person || '/' || purpose || '/' || subject as key, subject as cycle, typed as text,
                            true as also_about_others
                        from ruggespraak.link_draft where subject = any(:cycles)
                        """)
                .param("table", DRAFT)
                .param(
                        "cycles",
                        asks.stream().map(CandidateAsk::cycle).distinct().toArray(String[]::new))
                .query(WrittenRow.class)
                .list();
    }

    @Override
    public void empty(String table, Collection<String> keys, Instant at) {
        jdbc.sql("delete from ruggespraak.link_draft where person || '/' || purpose || '/' || subject = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    @Override
    public void forget(Leaver leaver) {
        for (String table : List.of("access_link", "link_draft", "reminder_stop")) {
            jdbc.sql("delete from ruggespraak." + table + " where person = :former")
                    .param("former", leaver.former())
                    .update();
        }
    }
}
