package nl.ruggespraak.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAudit {

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one row for each subject, in one statement. */
    void add(
            Instant at,
            String actor,
            Action action,
            Collection<String> subjects,
            @Nullable String organisation,
            String details) {
        if (subjects.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ruggespraak.audit (at, actor, action, subject, organisation, details)
                        select :at, :actor, :action, subject, :organisation, :details from unnest(:subjects) as s (subject)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action.name())
                .param("organisation", organisation)
                .param("details", details)
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }
}
