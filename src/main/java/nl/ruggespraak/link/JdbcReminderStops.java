package nl.ruggespraak.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReminderStops {

    private final JdbcClient jdbc;

    JdbcReminderStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these report-backs that are this person's. */
    List<String> ownReportBacks(String person, Collection<String> ids) {
        return jdbc.sql("""
                        select id::text from ruggespraak.report_back where recipient = :person and id::text = any(:ids) order by id
                        """)
                .param("person", person)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Those of these subjects of which the person wants no reminders. */
    Set<String> stopped(String person, Purpose purpose, Collection<String> subjects) {
        return new TreeSet<>(jdbc.sql("""
                        select subject from ruggespraak.reminder_stop
                        where person = :person and purpose = :purpose and subject = any(:subjects)
                        """)
                .param("person", person)
                .param("purpose", purpose.name())
                .param("subjects", subjects.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Keeps that the person wants no reminders of these; returns how many were new. */
    int stop(String person, Purpose purpose, Collection<String> subjects, Instant at) {
        return jdbc.sql("""
                        insert into ruggespraak.reminder_stop (person, purpose, subject, stopped_at)
                        select :person, :purpose, subject, :at from unnest(:subjects) as s (subject)
                        on conflict (person, purpose, subject) do nothing
                        """)
                .param("person", person)
                .param("purpose", purpose.name())
                .param("subjects", subjects.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets that the person wanted no reminders of these; returns how many that were. */
    int resume(String person, Purpose purpose, Collection<String> subjects) {
        return jdbc.sql("""
                        delete from ruggespraak.reminder_stop
                        where person = :person and purpose = :purpose and subject = any(:subjects)
                        """)
                .param("person", person)
                .param("purpose", purpose.name())
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }
}
