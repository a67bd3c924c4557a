package nl.ruggespraak.ask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members bring to a meeting. Title and details of a candidate's ask do not leave the table this way, nor does the name, but to whom it was released. */
@Repository
class JdbcSharedAsks {

    private static final String SHARED = """
            select a.id, c.organisation, a.kind, a.occupation, a.region, a.headcount, a.available_from,
                case when a.kind = 'CANDIDATE' then a.pitch else a.title end as title,
                case when a.kind = 'CANDIDATE' then '' else a.details end as details,
                case when a.kind = 'CANDIDATE' and exists (select 1 from ruggespraak.name_release r
                    where r.ask = a.id and r.counterpart = :reader and r.ended_at is null) then a.candidate end as name
            from ruggespraak.ask a join ruggespraak.meeting_cycle c on c.key = a.cycle
            where c.meeting = :meeting and c.status <> 'CANCELLED' and a.carried
            """;

    private final JdbcClient jdbc;

    JdbcSharedAsks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SharedAsk> after(String meeting, long after, String reader, int limit) {
        return jdbc.sql(SHARED + "and a.id > :after order by a.id limit :limit")
                .param("meeting", meeting)
                .param("after", after)
                .param("reader", reader)
                .param("limit", limit)
                .query(JdbcSharedAsks::shared)
                .list();
    }

    Optional<SharedAsk> find(String meeting, long ask, String reader) {
        return jdbc.sql(SHARED + "and a.id = :ask")
                .param("meeting", meeting)
                .param("ask", ask)
                .param("reader", reader)
                .query(JdbcSharedAsks::shared)
                .optional();
    }

    /** Keys of the meetings of these networks that are not off, the newest first. */
    List<String> meetings(List<String> networks, int limit) {
        return jdbc.sql("""
                        select key from ruggespraak.meeting where network = any(:networks) and status <> 'CANCELLED'
                        order by starts_at desc, key limit :limit
                        """)
                .param("networks", networks.toArray(String[]::new))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private static SharedAsk shared(ResultSet row, int index) throws SQLException {
        return new SharedAsk(
                row.getLong("id"),
                row.getString("organisation"),
                AskKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("details"),
                row.getString("occupation"),
                row.getString("region"),
                row.getInt("headcount"),
                row.getObject("available_from", LocalDate.class),
                row.getString("name"));
    }
}
