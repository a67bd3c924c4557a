package nl.ruggespraak.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRepresentativeRequests implements RepresentativeRequests {

    private final JdbcClient jdbc;

    JdbcRepresentativeRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RepresentativeRequest> find(String key) {
        return jdbc.sql("select * from ruggespraak.representative_request where key = :key")
                .param("key", key)
                .query(JdbcRepresentativeRequests::request)
                .optional();
    }

    @Override
    public List<RepresentativeRequest> open(String meeting) {
        return jdbc.sql("""
                        select * from ruggespraak.representative_request where meeting = :meeting and ended_at is null order by organisation
                        """)
                .param("meeting", meeting)
                .query(JdbcRepresentativeRequests::request)
                .list();
    }

    @Override
    public List<RepresentativeRequest> openOfAsked(String person, Instant now) {
        return jdbc.sql("""
                        select r.* from ruggespraak.representative_request r join ruggespraak.meeting m on m.key = r.meeting
                        where r.asked = :person and r.ended_at is null and m.status = 'PLANNED' and m.starts_at > :now
                        order by m.starts_at, r.key
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .query(JdbcRepresentativeRequests::request)
                .list();
    }

    /** Keys of those of an organisation that are open. */
    List<String> openOf(String organisation) {
        return jdbc.sql(
                        "select key from ruggespraak.representative_request where organisation = :organisation and ended_at is null")
                .param("organisation", organisation)
                .query(String.class)
                .list();
    }

    /** The meetings for which one of these persons is asked. */
    List<String> meetingsOfAsked(Collection<String> persons) {
        return jdbc.sql("""
                        select distinct meeting from ruggespraak.representative_request
                        where asked = any(:persons) and ended_at is null order by meeting
                        """)
                .param("persons", persons.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Notes who is asked from now on, also where somebody else was before. */
    RepresentativeRequest ask(Meeting meeting, String organisation, @Nullable String asked, Instant at) {
        return jdbc.sql("""
                        insert into ruggespraak.representative_request (key, meeting, organisation, asked, asked_at)
                        values (:key, :meeting, :organisation, :asked, :at)
                        on conflict (key) do update set asked = excluded.asked, asked_at = excluded.asked_at, ended_at = null
                        returning *
                        """)
                .param("key", MeetingCycle.key(meeting.key(), organisation))
                .param("meeting", meeting.key())
                .param("organisation", organisation)
                .param("asked", asked)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(JdbcRepresentativeRequests::request)
                .single();
    }

    /** Ends those of these that are open; answers their keys. */
    List<String> end(Collection<String> keys, Instant at) {
        return jdbc.sql("""
                        update ruggespraak.representative_request set ended_at = :at where key = any(:keys) and ended_at is null returning key
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    private static RepresentativeRequest request(ResultSet row, int index) throws SQLException {
        return new RepresentativeRequest(
                row.getString("key"),
                row.getString("meeting"),
                row.getString("organisation"),
                row.getString("asked"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at") == null);
    }
}
