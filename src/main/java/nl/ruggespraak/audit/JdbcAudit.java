package nl.ruggespraak.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAudit implements AuditEntries {

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AuditEntry> newest(AuditFilter filter, @Nullable Long olderThan, int atMost) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("atMost", atMost);
        List<String> conditions = conditions(filter, parameters);
        if (olderThan != null) {
            Optional<OffsetDateTime> at = jdbc.sql("select at from ruggespraak.audit where id = :id")
                    .param("id", olderThan)
                    .query(OffsetDateTime.class)
                    .optional();
            if (at.isEmpty()) {
                return List.of();
            }
            conditions.add("(at, id) < (:olderAt, :olderId)");
            parameters.put("olderAt", at.get());
            parameters.put("olderId", olderThan);
        }
        // The page first, by an index; the names of fifty rows are found one by one.
        return jdbc.sql("""
                        select e.*, p.first_name || ' ' || p.last_name as actor_name, o.name as organisation_name
                        from (select * from ruggespraak.audit where %s order by at desc, id desc limit :atMost) e
                        left join ruggespraak.person p on p.key = e.actor
                        left join ruggespraak.organisation o on o.key = e.organisation
                        order by e.at desc, e.id desc
                        """.formatted(conditions.isEmpty() ? "true" : String.join(" and ", conditions)))
                .params(parameters)
                .query(JdbcAudit::entry)
                .list();
    }

    private static List<String> conditions(AuditFilter filter, Map<String, Object> parameters) {
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
        wanted.put("actor = :actor", filter.actor());
        wanted.put("organisation = :organisation", filter.organisation());
        wanted.put(
                "action = :action",
                filter.action() == null ? null : filter.action().name());
        wanted.put("subject = :subject", filter.subject());
        wanted.put("at >= :from", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
        wanted.put("at < :until", filter.until() == null ? null : filter.until().atOffset(ZoneOffset.UTC));
        List<String> conditions = new ArrayList<>();
        wanted.forEach((condition, value) -> {
            if (value != null) {
                conditions.add(condition);
                parameters.put(condition.substring(condition.indexOf(':') + 1), value);
            }
        });
        return conditions;
    }

    @Override
    public Map<String, String> peopleCalled(String text, int atMost) {
        Map<String, String> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select key, first_name || ' ' || last_name as name from ruggespraak.person
                        where key = lower(:text) or strpos(lower(first_name || ' ' || last_name), lower(:text)) > 0
                        order by key <> lower(:text), key limit :atMost
                        """).param("text", text).param("atMost", atMost).query((RowCallbackHandler)
                row -> found.put(row.getString("key"), row.getString("name")));
        return found;
    }

    @Override
    public Map<String, String> organisations() {
        Map<String, String> found = new LinkedHashMap<>();
        jdbc.sql("select key, name from ruggespraak.organisation order by name")
                .query((RowCallbackHandler) row -> found.put(row.getString("key"), row.getString("name")));
        return found;
    }

    private static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                Action.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getString("organisation"),
                row.getString("organisation_name"),
                row.getString("details"));
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

    /** Adds one row for each person, in one statement. */
    void addOfPersons(Instant at, String actor, Action action, Collection<String> persons, String details) {
        if (persons.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ruggespraak.audit (at, actor, action, subject, organisation, details)
                        select :at, :actor, :action, 'person/' || s.person, p.organisation, :details
                        from unnest(:persons) as s (person) left join ruggespraak.person p on p.key = s.person
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action.name())
                .param("details", details)
                .param("persons", persons.toArray(String[]::new))
                .update();
    }
}
