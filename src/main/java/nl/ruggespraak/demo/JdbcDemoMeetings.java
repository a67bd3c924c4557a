package nl.ruggespraak.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetings of the demo network, and who takes part. */
@Repository
public class JdbcDemoMeetings {

    private final JdbcClient jdbc;

    JdbcDemoMeetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each part of each meeting that is not called off, the network's own first, the meeting that was planned last first. */
    public List<Part> parts() {
        return jdbc.sql("""
                        select m.key as meeting, m.title, m.starts_at, m.planned_at, m.key, null as organisation, null as name from ruggespraak.meeting m
                        where m.network = 'sam' and m.status <> 'CANCELLED'
                        union all
                        select m.key, m.title, m.starts_at, m.planned_at, m.key || '/' || o.key, o.key, o.name from ruggespraak.meeting m
                        join ruggespraak.membership s on s.network = m.network join ruggespraak.organisation o on o.key = s.organisation
                        where m.network = 'sam' and m.status <> 'CANCELLED'
                        order by planned_at desc, meeting, name nulls first
                        """)
                .query((row, index) -> new Part(
                        row.getString("meeting"),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getString("key"),
                        row.getString("organisation"),
                        row.getString("name")))
                .list();
    }

    /**
     * A part of a meeting: the network's own, or one organisation's.
     *
     * @param key of the meeting or the cycle
     * @param organisation its key; null for the network's own part
     * @param name of the organisation; null for the network's own part
     */
    public record Part(
            String meeting,
            String title,
            Instant startsAt,
            String key,
            @Nullable String organisation,
            @Nullable String name) {}
}
