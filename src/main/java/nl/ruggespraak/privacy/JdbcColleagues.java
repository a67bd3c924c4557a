package nl.ruggespraak.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Colleagues who are no longer to be known: their rows stay, as those of somebody without a name. */
@Repository
class JdbcColleagues {

    private final JdbcClient jdbc;

    JdbcColleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What this person decides of what has not ended is decided by the successor. */
    void handOver(String person, String successor) {
        update("""
                update ruggespraak.escalation set director = :other
                where director = :person and status in ('ASKED', 'INQUIRY', 'SEEKING_DEAL', 'AGREED')
                """, person, successor);
    }

    /** Gives a person another key, with which all rows follow, and takes away everything else that tells who it was. */
    void anonymise(String person, String key, String firstName, String lastName, Instant at) {
        update("delete from ruggespraak.access_link where person = :person", person, key);
        update("delete from ruggespraak.link_draft where person = :person", person, key);
        update("delete from ruggespraak.reminder_stop where person = :person", person, key);
        update("update ruggespraak.person set key = :other where key = :person", person, key);
        jdbc.sql("""
                        update ruggespraak.person
                        set first_name = :first, last_name = :last, email = '', phone = null, deputy = null, active = false
                        where key = :key
                        """)
                .param("first", firstName)
                .param("last", lastName)
                .param("key", key)
                .update();
        update("update ruggespraak.person set deputy = null where deputy = :other", person, key);
        update("delete from ruggespraak.person_role where person = :other", person, key);
        update("delete from ruggespraak.network_chair where person = :other", person, key);
        jdbc.sql("update ruggespraak.name_release set ended_at = :at where counterpart = :key and ended_at is null")
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Mails to this person say nothing any more, and answers do not call by the first name. */
    void forgetLetters(String key, String firstName) {
        jdbc.sql("""
                        update ruggespraak.mail set recipient_name = :erased, address = '', subject = :erased, text_body = :erased,
                            html_body = :erased, calendar = null, calendar_method = null, last_error = null,
                            status = case when status in ('POSTED', 'FAILED', 'REFUSED') then 'KEPT' else status end
                        where recipient = :key
                        """).param("key", key).param("erased", JdbcCandidates.ERASED).update();
        jdbc.sql("""
                        update ruggespraak.report_back set text = regexp_replace(text, :name, :erased, 'g')
                        where recipient = :key and text ~ :name
                        """)
                .param("key", key)
                .param("name", Wanted.words(List.of(firstName)).inText())
                .param("erased", JdbcCandidates.ERASED)
                .update();
    }

    private void update(String sql, String person, String other) {
        jdbc.sql(sql).param("person", person).param("other", other).update();
    }
}
