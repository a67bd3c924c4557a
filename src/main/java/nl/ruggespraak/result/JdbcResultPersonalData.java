package nl.ruggespraak.result;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.ruggespraak.personal.CandidateAsk;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.WrittenRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What it all brought. */
@Repository
class JdbcResultPersonalData implements PersonalData {

    private static final String RESULT = "ruggespraak.result";

    private final JdbcClient jdbc;

    JdbcResultPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(RESULT)
                        .ofCycle("t.cycle")
                        .texts("details")
                        .nothing("key of a cycle", "cycle")
                        .nothing("a constant", "outcome"),
                PersonalTable.of("ruggespraak.stakeholder").references("person").nothing("key of a cycle", "cycle"));
    }

    @Override
    public List<WrittenRow> writtenAbout(Collection<CandidateAsk> asks) {
        return jdbc.sql("""
                        select :table as "table", r.id::text as key, r.cycle, r.details as text, false as also_about_others
                        from ruggespraak.result r join ruggespraak.report_back b on b.id = r.report_back
                        where b.ask = any(:asks) or b.lead in (select l.id from ruggespraak.lead l where l.answers_ask = any(:asks))
                        """)
                .param("table", RESULT)
                .param("asks", asks.stream().map(CandidateAsk::id).toArray(Long[]::new))
                .query(WrittenRow.class)
                .list();
    }

    @Override
    public void empty(String table, Collection<String> keys, Instant at) {
        jdbc.sql("update ruggespraak.result set details = '' where id::text = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .update();
    }
}
