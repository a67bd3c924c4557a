package nl.ruggespraak.notice;

import java.util.Collection;
import java.util.List;
import nl.ruggespraak.personal.CandidateAsk;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.WrittenRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Has no table. Knows which mails are about an answer, for it writes their keys; and that a briefing holds all that is carried. */
@Repository
class JdbcNoticePersonalData implements PersonalData {

    private final JdbcClient jdbc;

    JdbcNoticePersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of();
    }

    @Override
    public List<WrittenRow> writtenAbout(Collection<CandidateAsk> asks) {
        return jdbc.sql("""
                        select 'ruggespraak.mail' as "table", m.id::text as key, m.cycle, m.subject || ' · ' || m.text_body as text,
                            m.kind = 'report-back-reminder' as also_about_others
                        from ruggespraak.mail m join ruggespraak.report_back b
                            on b.cycle = m.cycle and split_part(m.key, '/', 2) = b.id::text
                        where m.kind in ('report-back', 'report-back-reminder', 'silence') and (b.ask = any(:asks)
                            or b.lead in (select l.id from ruggespraak.lead l where l.answers_ask = any(:asks)))
                        union
                        select 'ruggespraak.mail', m.id::text, m.cycle, m.subject || ' · ' || m.text_body, true
                        from ruggespraak.mail m join ruggespraak.ask a on a.cycle = m.cycle and a.carried
                        where m.kind = 'briefing' and a.id = any(:asks)
                        """)
                .param("asks", asks.stream().map(CandidateAsk::id).toArray(Long[]::new))
                .query(WrittenRow.class)
                .list();
    }
}
