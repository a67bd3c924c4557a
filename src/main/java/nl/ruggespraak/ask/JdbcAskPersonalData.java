package nl.ruggespraak.ask;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import nl.ruggespraak.personal.CandidateAsk;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.Sought;
import nl.ruggespraak.personal.WrittenRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks, the candidates in them, and to whom names were released. */
@Repository
class JdbcAskPersonalData implements PersonalData {

    private static final String ASK = "ruggespraak.ask";

    private final JdbcClient jdbc;

    JdbcAskPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("ruggespraak.ask_round")
                        .references("colleague")
                        .nothing("key of a cycle", "cycle")
                        .nothing("a constant", "status"),
                PersonalTable.of(ASK)
                        .ofCycle("t.cycle")
                        .references("colleague")
                        .texts("candidate", "title", "details", "pitch")
                        .nothing("keys of no person", "cycle", "occupation", "region")
                        .nothing("a constant", "kind"),
                PersonalTable.of("ruggespraak.name_release").references("counterpart", "released_by"));
    }

    @Override
    public List<CandidateAsk> asksEvaluatedBefore(Instant moment, int atMost) {
        return jdbc.sql("""
                        select a.id, a.cycle from ruggespraak.ask a
                        join ruggespraak.meeting_cycle c on c.key = a.cycle
                        join ruggespraak.meeting m on m.key = c.meeting
                        where a.kind = 'CANDIDATE' and a.erased_at is null and m.evaluate_at <= :moment
                        order by a.id limit :atMost for update of a skip locked
                        """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query(CandidateAsk.class)
                .list();
    }

    @Override
    public List<CandidateAsk> asksAbout(Sought candidate) {
        record Named(long id, String cycle, String name) {}
        List<String> anchors = candidate.anchors();
        return jdbc
                .sql("""
                        select id, cycle, coalesce(nullif(candidate, ''), title) as name from ruggespraak.ask
                        where kind = 'CANDIDATE' and erased_at is null
                            and (:anchors::text[] is null or coalesce(nullif(candidate, ''), title) ilike any(:anchors))
                        order by id
                        """)
                .param(
                        "anchors",
                        anchors == null
                                ? null
                                : anchors.stream()
                                        .map(anchor -> "%" + anchor + "%")
                                        .toArray(String[]::new))
                .query(Named.class)
                .stream()
                .filter(named -> candidate.isAllOf(named.name()))
                .map(named -> new CandidateAsk(named.id(), named.cycle()))
                .toList();
    }

    @Override
    public List<WrittenRow> writtenAbout(Collection<CandidateAsk> asks) {
        return jdbc.sql("""
                        select :table as "table", id::text as key, cycle, concat_ws(' · ', candidate, title, details, pitch) as text,
                            false as also_about_others
                        from ruggespraak.ask where id = any(:asks)
                        """)
                .param("table", ASK)
                .param("asks", asks.stream().map(CandidateAsk::id).toArray(Long[]::new))
                .query(WrittenRow.class)
                .list();
    }

    @Override
    public void empty(String table, Collection<String> keys, Instant at) {
        jdbc.sql("""
                        update ruggespraak.ask
                        set title = :erased, details = '', candidate = null, pitch = '', available_from = null, erased_at = :at
                        where id::text = any(:keys)
                        """)
                .param("erased", ERASED)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("update ruggespraak.name_release set ended_at = :at where counterpart = :former and ended_at is null")
                .param("at", leaver.at().atOffset(ZoneOffset.UTC))
                .param("former", leaver.former())
                .update();
    }
}
