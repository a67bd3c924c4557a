package nl.ruggespraak.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPersonalLinks {

    private final JdbcClient jdbc;

    JdbcPersonalLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] hash, Purpose purpose, String subject, String person, Instant now, Instant expiresAt) {
        jdbc.sql("""
                        insert into ruggespraak.access_link (token_hash, purpose, person, subject, issued_at, expires_at)
                        values (:hash, :purpose, :person, :subject, :now, :expiresAt)
                        """)
                .param("hash", hash)
                .param("purpose", purpose.name())
                .param("person", person)
                .param("subject", subject)
                .param("now", utc(now))
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    /** The link, and how its purpose stands now. */
    Optional<PersonalLink> find(byte[] hash, Purpose purpose, Instant now) {
        return jdbc.sql("""
                        select l.*, p.active, w.cycle, coalesce(w.standing, 'OVER') as standing, w.since, l.expires_at <= :now as expired
                        from ruggespraak.access_link l
                        join ruggespraak.person p on p.key = l.person
                        left join lateral (
                            select r.cycle,
                                case r.status when 'ANSWERED' then 'ANSWERED' when 'CLOSED' then 'OVER' else 'OPEN' end as standing,
                                r.answered_at as since
                            from ruggespraak.ask_round r
                            where l.purpose = 'GIVE_ASKS' and r.cycle = l.subject and r.colleague = l.person
                            union all
                            select b.cycle,
                                case
                                    when b.status = 'OUTCOME_KNOWN' then 'ANSWERED'
                                    when b.status = 'WITHHELD' then 'OVER'
                                    when b.next_step_on > (:now at time zone n.zone)::date then 'LATER'
                                    else 'OPEN'
                                end,
                                case
                                    when b.status = 'OUTCOME_KNOWN'
                                        then (select max(f.recorded_at) from ruggespraak.follow_up f where f.report_back = b.id)
                                    else b.next_step_on::timestamp at time zone n.zone
                                end
                            from ruggespraak.report_back b
                            join ruggespraak.meeting_cycle c on c.key = b.cycle
                            join ruggespraak.meeting m on m.key = c.meeting
                            join ruggespraak.network n on n.key = m.network
                            where b.id = case l.purpose when 'ACT_ON_REPORT_BACK' then l.subject::bigint end
                                and l.person = case when b.with_representative then c.representative else b.recipient end
                            union all
                            select c.key,
                                case
                                    when c.status in ('ATTENDED', 'REPORTED', 'EVALUATED') then 'ANSWERED'
                                    when c.status = 'CANCELLED' then 'OVER'
                                    when m.starts_at > :now then 'LATER'
                                    else 'OPEN'
                                end,
                                case
                                    when c.status in ('ATTENDED', 'REPORTED', 'EVALUATED')
                                        then (select max(d.recorded_at) from ruggespraak.lead d where d.cycle = c.key)
                                    else m.starts_at
                                end
                            from ruggespraak.meeting_cycle c
                            join ruggespraak.meeting m on m.key = c.meeting
                            where l.purpose = 'RECORD_LEADS' and c.key = l.subject and c.representative = l.person
                        ) w on true
                        where l.token_hash = :hash and l.purpose = :purpose
                        """)
                .param("hash", hash)
                .param("purpose", purpose.name())
                .param("now", utc(now))
                .query(JdbcPersonalLinks::link)
                .optional();
    }

    OptionalLong number(byte[] hash, Purpose purpose) {
        return jdbc.sql("select id from ruggespraak.access_link where token_hash = :hash and purpose = :purpose")
                .param("hash", hash)
                .param("purpose", purpose.name())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    void revoke(long id, Instant at) {
        jdbc.sql("update ruggespraak.access_link set revoked_at = :at where id = :id and revoked_at is null")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    Optional<Typed> draft(PersonalLink link) {
        return jdbc.sql("""
                        select typed from ruggespraak.link_draft
                        where person = :person and purpose = :purpose and subject = :subject
                        """)
                .param("person", link.person())
                .param("purpose", link.purpose().name())
                .param("subject", link.subject())
                .query(String.class)
                .optional()
                .map(Typed::of);
    }

    void keep(PersonalLink link, String typed, Instant at) {
        jdbc.sql("""
                        insert into ruggespraak.link_draft (person, purpose, subject, typed, saved_at)
                        values (:person, :purpose, :subject, :typed, :at)
                        on conflict (person, purpose, subject) do update set typed = :typed, saved_at = :at
                        """)
                .param("person", link.person())
                .param("purpose", link.purpose().name())
                .param("subject", link.subject())
                .param("typed", typed)
                .param("at", utc(at))
                .update();
    }

    void forgetDraft(PersonalLink link) {
        jdbc.sql("""
                        delete from ruggespraak.link_draft
                        where person = :person and purpose = :purpose and subject = :subject
                        """)
                .param("person", link.person())
                .param("purpose", link.purpose().name())
                .param("subject", link.subject())
                .update();
    }

    /** Forgets the drafts that nobody has touched since. */
    void forgetDrafts(Instant since) {
        jdbc.sql("delete from ruggespraak.link_draft where saved_at < :since")
                .param("since", utc(since))
                .update();
    }

    private static PersonalLink link(ResultSet row, int index) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new PersonalLink(
                row.getLong("id"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("person"),
                row.getString("subject"),
                row.getString("cycle"),
                standing(row),
                since == null ? null : since.toInstant());
    }

    /** A link that was stopped says nothing more; one that has expired still says that its purpose has ended. */
    private static Standing standing(ResultSet row) throws SQLException {
        Standing purpose = Standing.valueOf(row.getString("standing"));
        @Nullable Object revokedAt = row.getObject("revoked_at");
        if (revokedAt != null || !row.getBoolean("active")) {
            return Standing.REVOKED;
        }
        boolean ended = purpose == Standing.ANSWERED || purpose == Standing.OVER;
        return row.getBoolean("expired") && !ended ? Standing.EXPIRED : purpose;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
