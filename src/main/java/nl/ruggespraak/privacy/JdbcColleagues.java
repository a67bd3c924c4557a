package nl.ruggespraak.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Colleagues who are no longer to be known: their rows stay, as those of somebody without a name. */
@Repository
class JdbcColleagues {

    private final JdbcClient jdbc;

    JdbcColleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who takes over from somebody: the deputy, or another representative, manager or director of the organisation. */
    Optional<String> successor(String person) {
        return jdbc.sql("""
                        select s.key from ruggespraak.person p
                        join ruggespraak.person s on s.active and s.key <> p.key and (s.organisation = p.organisation or s.key = p.deputy)
                        left join ruggespraak.person_role r on r.person = s.key and r.role in ('REPRESENTATIVE', 'MANAGER', 'DIRECTOR')
                        where p.key = :person and (r.role is not null or s.key = p.deputy)
                        order by (s.key = p.deputy) is true desc, array_position(array['REPRESENTATIVE', 'MANAGER', 'DIRECTOR'], r.role), s.key
                        limit 1
                        """).param("person", person).query(String.class).optional();
    }

    /** What this person leads of what has not ended is led by the successor. */
    void handOver(String person, String successor) {
        update("""
                update ruggespraak.meeting_cycle set representative = :other
                where representative = :person and status not in ('EVALUATED', 'CANCELLED')
                """, person, successor);
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
