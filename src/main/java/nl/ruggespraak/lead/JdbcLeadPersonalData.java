package nl.ruggespraak.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.ruggespraak.personal.CandidateAsk;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.WrittenRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was brought back, perhaps for a candidate. */
@Repository
class JdbcLeadPersonalData implements PersonalData {

    private static final String LEAD = "ruggespraak.lead";

    private final JdbcClient jdbc;
    private final EscalatedLeads escalated;

    JdbcLeadPersonalData(JdbcClient jdbc, EscalatedLeads escalated) {
        this.jdbc = jdbc;
        this.escalated = escalated;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of(LEAD)
                .ofCycle("t.cycle")
                .references("recorded_by")
                .texts("title", "details", "contact")
                .nothing("keys of no person", "cycle", "occupation", "region", "organisation")
                .nothing("a constant", "kind"));
    }

    @Override
    public List<WrittenRow> writtenAbout(Collection<CandidateAsk> asks) {
        return jdbc.sql("""
                        select :table as "table", id::text as key, cycle, concat_ws(' · ', title, details, contact) as text,
                            false as also_about_others
                        from ruggespraak.lead where answers_ask = any(:asks)
                        """)
                .param("table", LEAD)
                .param("asks", asks.stream().map(CandidateAsk::id).toArray(Long[]::new))
                .query(WrittenRow.class)
                .list();
    }

    @Override
    public void empty(String table, Collection<String> keys, Instant at) {
        List<Long> leads = keys.stream().map(Long::valueOf).toList();
        jdbc.sql("""
                        update ruggespraak.lead
                        set title = case when id = any(:escalated) then title else :erased end, details = '', contact = ''
                        where id = any(:leads)
                        """)
                .param("escalated", escalated.among(leads).toArray(Long[]::new))
                .param("erased", ERASED)
                .param("leads", leads.toArray(Long[]::new))
                .update();
    }
}
