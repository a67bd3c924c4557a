package nl.ruggespraak.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what has not arrived by the partial indexes over it, so that it does not matter how much has. */
@Repository
class JdbcDeliveries implements Deliveries {

    /**
     * Whose address no mail server can be given; and the newest answer about the present address of a person of whom some mail was refused, which
     * counts when it is a no. An address was the same when only capitals behind the @ were others.
     */
    private static final String REFUSED = """
            select p.key, p.first_name || ' ' || p.last_name as name, o.name as organisation, p.email, p.email_usable, m.id, m.last_error, m.failed_at
            from ruggespraak.person p
            left join ruggespraak.organisation o on o.key = p.organisation
            left join lateral (
                select id, status, last_error, failed_at from ruggespraak.mail
                where recipient = p.key and status in ('SENT', 'REFUSED')
                    and substring(address from '^.*@') || lower(substring(address from '[^@]*$')) = p.email
                order by coalesce(sent_at, failed_at) desc, id desc limit 1) m on p.email_usable
            where p.email <> '' and (m.status = 'REFUSED' or not p.email_usable and p.active)
                and p.key in (
                    select recipient from ruggespraak.mail where status = 'REFUSED'
                    union select key from ruggespraak.person where not email_usable)
            """;

    private final JdbcClient jdbc;

    JdbcDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Undelivered> undelivered(String cycle, int most) {
        return jdbc.sql("""
                        select id, subject, recipient, recipient_name, address, status, last_error, failed_at from ruggespraak.mail
                        where cycle = :cycle and status in ('FAILED', 'REFUSED')
                        order by id desc limit :most
                        """)
                .param("cycle", cycle)
                .param("most", most)
                .query((row, index) -> new Undelivered(
                        row.getLong("id"),
                        row.getString("subject"),
                        row.getString("recipient"),
                        row.getString("recipient_name"),
                        row.getString("address"),
                        MailStatus.valueOf(row.getString("status")),
                        row.getString("last_error"),
                        row.getObject("failed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public int countUndelivered(String cycle) {
        return jdbc.sql(
                        "select count(*) from ruggespraak.mail where cycle = :cycle and status in ('FAILED', 'REFUSED')")
                .param("cycle", cycle)
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<String, RefusedAddress> refused(Collection<String> persons) {
        Map<String, RefusedAddress> found = new LinkedHashMap<>();
        jdbc.sql(REFUSED + "and p.key = any(:persons)")
                .param("persons", persons.toArray(String[]::new))
                .query(JdbcDeliveries::refusedAddress)
                .list()
                .forEach(refused -> found.put(refused.person(), refused));
        return found;
    }

    @Override
    public List<RefusedAddress> refused(String sought, @Nullable String after, int most) {
        return jdbc.sql(REFUSED + """
                                and p.key > :after
                                and strpos(lower(p.key || ' ' || p.first_name || ' ' || p.last_name || ' ' || p.email), lower(:sought)) > 0
                                order by p.key limit :most
                                """)
                .param("after", after == null ? "" : after)
                .param("sought", sought.strip())
                .param("most", most)
                .query(JdbcDeliveries::refusedAddress)
                .list();
    }

    @Override
    public Optional<Cycle> cycle(String meeting, String organisation) {
        return jdbc.sql("""
                        select c.key, m.title, c.representative
                        from ruggespraak.meeting_cycle c join ruggespraak.meeting m on m.key = c.meeting
                        where c.meeting = :meeting and c.organisation = :organisation
                        """)
                .param("meeting", meeting)
                .param("organisation", organisation)
                .query(Cycle.class)
                .optional();
    }

    private static RefusedAddress refusedAddress(ResultSet row, int index) throws SQLException {
        return new RefusedAddress(
                row.getString("key"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("email"),
                row.getBoolean("email_usable")
                        ? new RefusedAddress.Answer(
                                row.getLong("id"),
                                row.getString("last_error"),
                                row.getObject("failed_at", OffsetDateTime.class).toInstant())
                        : null);
    }
}
