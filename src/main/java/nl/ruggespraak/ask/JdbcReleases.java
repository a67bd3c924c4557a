package nl.ruggespraak.ask;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReleases {

    private final JdbcClient jdbc;

    JdbcReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The releases of these asks that last, in their order. */
    List<NameRelease> lasting(Collection<Long> asks) {
        return jdbc.sql("""
                        select * from ruggespraak.name_release where ask = any(:asks) and ended_at is null order by id
                        """)
                .param("asks", asks.toArray(Long[]::new))
                .query((row, index) -> new NameRelease(
                        row.getLong("id"),
                        row.getLong("ask"),
                        row.getString("counterpart"),
                        row.getString("released_by"),
                        row.getObject("released_at", OffsetDateTime.class).toInstant(),
                        null))
                .list();
    }

    /** Adds a release; false when there is one already. */
    boolean add(long ask, String counterpart, String by, Instant at) {
        return jdbc.sql("""
                        insert into ruggespraak.name_release (ask, counterpart, released_by, released_at)
                        values (:ask, :counterpart, :by, :at)
                        on conflict (ask, counterpart) where ended_at is null do nothing
                        """)
                        .param("ask", ask)
                        .param("counterpart", counterpart)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Ends all releases of an ask: what was agreed is agreed no more. */
    void endAll(long ask, Instant at) {
        jdbc.sql("update ruggespraak.name_release set ended_at = :at where ask = :ask and ended_at is null")
                .param("ask", ask)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a release of an ask; empty when there is none that lasts. */
    Optional<String> end(long release, long ask, Instant at) {
        return jdbc.sql("""
                        update ruggespraak.name_release set ended_at = :at where id = :release and ask = :ask and ended_at is null
                        returning counterpart
                        """)
                .param("release", release)
                .param("ask", ask)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
