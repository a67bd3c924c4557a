package nl.ruggespraak.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of candidates: in the asks themselves, and in what was written about them afterwards. */
@Repository
class JdbcCandidates {

    /** Stands where a text was; one that every language reads. */
    static final String ERASED = "—";

    private final JdbcClient jdbc;

    JdbcCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next asks about candidates whose time is over: that long after the date of the cycle's evaluation. */
    List<Long> due(Instant evaluatedBefore, int atMost) {
        return jdbc.sql("""
                        select a.id from ruggespraak.ask a
                        join ruggespraak.meeting_cycle c on c.key = a.cycle
                        join ruggespraak.meeting m on m.key = c.meeting
                        where a.kind = 'CANDIDATE' and a.erased_at is null and m.evaluate_at <= :before
                        order by a.id limit :atMost for update of a skip locked
                        """)
                .param("before", evaluatedBefore.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query(Long.class)
                .list();
    }

    /** The asks that are about this person: by name, or because they mention it. */
    List<Long> about(Wanted name) {
        return jdbc.sql("""
                        select id from ruggespraak.ask
                        where kind = 'CANDIDATE' and concat_ws(' ', candidate, title, details, pitch) ~* :name
                        order by id for update
                        """).param("name", name.inText()).query(Long.class).list();
    }

    /** The cycles of these asks. */
    List<String> cycles(Collection<Long> asks) {
        return jdbc.sql("select distinct cycle from ruggespraak.ask where id = any(:asks) order by cycle")
                .param("asks", ids(asks))
                .query(String.class)
                .list();
    }

    /** Takes the words out of asks, and out of what was written about them. Kinds, numbers and dates of what happened stay. */
    void erase(Collection<Long> asks, Instant at) {
        update("""
                update ruggespraak.ask
                set title = :erased, details = '', candidate = null, pitch = '', available_from = null, erased_at = :at
                where id = any(:asks)
                """, asks, at);
        update("""
                update ruggespraak.lead l
                set title = case when exists (select 1 from ruggespraak.escalation e where e.lead = l.id) then title else :erased end,
                    details = '', contact = ''
                where answers_ask = any(:asks)
                """, asks, at);
        update("update ruggespraak.report_back b set text = :erased where " + ABOUT, asks, at);
        update(
                "update ruggespraak.follow_up f set details = '' from ruggespraak.report_back b where b.id = f.report_back and "
                        + ABOUT,
                asks,
                at);
        update(
                "update ruggespraak.result r set details = '' from ruggespraak.report_back b where b.id = r.report_back and "
                        + ABOUT,
                asks,
                at);
        update("""
                delete from ruggespraak.link_draft d using ruggespraak.ask a
                where a.id = any(:asks) and (d.subject = a.cycle
                    or d.purpose = 'ACT_ON_REPORT_BACK' and d.subject in (
                        select b.id::text from ruggespraak.report_back b where b.cycle = a.cycle))
                """, asks, at);
        update("""
                update ruggespraak.mail m set subject = :erased, text_body = :erased, html_body = :erased,
                    status = case when m.status in ('POSTED', 'FAILED') then 'KEPT' else m.status end
                from ruggespraak.report_back b
                where m.cycle = b.cycle and m.kind in ('report-back', 'report-back-reminder', 'silence')
                    and split_part(m.key, '/', 2) = b.id::text and
                """ + ABOUT, asks, at);
        update("""
                update ruggespraak.mail m set subject = :erased, text_body = :erased, html_body = :erased,
                    status = case when m.status in ('POSTED', 'FAILED') then 'KEPT' else m.status end
                from ruggespraak.ask a
                where a.id = any(:asks) and a.carried and m.cycle = a.cycle and m.kind = 'briefing'
                """, asks, at);
    }

    /** A report-back that is about one of these asks, as {@code b}. */
    private static final String ABOUT = """
            (b.ask = any(:asks) or b.lead in (select l.id from ruggespraak.lead l where l.answers_ask = any(:asks)))
            """;

    private void update(String sql, Collection<Long> asks, Instant at) {
        jdbc.sql(sql)
                .param("asks", ids(asks))
                .param("erased", ERASED)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Long[] ids(Collection<Long> asks) {
        return asks.toArray(Long[]::new);
    }
}
