package nl.ruggespraak.reportback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.ruggespraak.personal.CandidateAsk;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.WrittenRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers to colleagues and what came of them. An answer is about an ask, or about a lead that answers one. */
@Repository
class JdbcReportBackPersonalData implements PersonalData {

    private static final String ANSWER = "ruggespraak.report_back";
    private static final String FOLLOW_UP = "ruggespraak.follow_up";

    private final JdbcClient jdbc;

    JdbcReportBackPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(ANSWER)
                        .ofCycle("t.cycle")
                        .addressedTo("t.recipient")
                        .references("recipient")
                        .texts("text")
                        .nothing("key of a cycle", "cycle")
                        .nothing("a constant", "status"),
                PersonalTable.of(FOLLOW_UP)
                        .ofCycle("(select b.cycle from ruggespraak.report_back b where b.id = t.report_back)")
                        .references("recorded_by")
                        .texts("details")
                        .nothing("a constant", "outcome"));
    }

    @Override
    public List<WrittenRow> writtenAbout(Collection<CandidateAsk> asks) {
        return jdbc.sql("""
                        with about as (
                            select b.* from ruggespraak.report_back b
                            where b.ask = any(:asks) or b.lead in (select l.id from ruggespraak.lead l where l.answers_ask = any(:asks)))
                        select :answer as "table", id::text as key, cycle, text, false as also_about_others from about
                        union all
                        select :followUp, f.id::text, b.cycle, f.details, false
                        from about b join ruggespraak.follow_up f on f.report_back = b.id
                        union all
                        select 'ruggespraak.link_draft', d.person || '/' || d.purpose || '/' || d.subject, b.cycle, d.typed, true
                        from ruggespraak.report_back b join ruggespraak.link_draft d
                            on d.purpose = 'ACT_ON_REPORT_BACK' and d.subject = b.id::text
                        where b.cycle = any(:cycles)
                        """)
                .param("asks", asks.stream().map(CandidateAsk::id).toArray(Long[]::new))
                .param(
                        "cycles",
                        asks.stream().map(CandidateAsk::cycle).distinct().toArray(String[]::new))
                .param("answer", ANSWER)
                .param("followUp", FOLLOW_UP)
                .query(WrittenRow.class)
                .list();
    }

    @Override
    public void empty(String table, Collection<String> keys, Instant at) {
        String sql = table.equals(ANSWER)
                ? "update ruggespraak.report_back set text = '" + ERASED + "' where id::text = any(:keys)"
                : "update ruggespraak.follow_up set details = '' where id::text = any(:keys)";
        jdbc.sql(sql).param("keys", keys.toArray(String[]::new)).update();
    }
}
