package nl.ruggespraak.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPasswordLinks {

    private final JdbcClient jdbc;

    JdbcPasswordLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] hash, String person, PasswordPurpose purpose, Instant now, Instant until) {
        jdbc.sql("""
                        insert into ruggespraak.password_link (token_hash, person, purpose, made_at, ends_at)
                        values (:hash, :person, :purpose, :now, :until)
                        """)
                .param("hash", hash)
                .param("person", person)
                .param("purpose", purpose.name())
                .param("now", utc(now))
                .param("until", utc(until))
                .update();
    }

    OptionalLong number(byte[] hash) {
        return jdbc.sql("select id from ruggespraak.password_link where token_hash = :hash")
                .param("hash", hash)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The link, whether it still works or not; none of somebody who takes part no more. */
    Optional<PasswordLink> find(byte[] hash, Instant now) {
        return jdbc.sql("""
                        select l.person, l.purpose, l.used_at is null and l.ends_at > :now as works
                        from ruggespraak.password_link l join ruggespraak.person p on p.key = l.person and p.active
                        where l.token_hash = :hash
                        """)
                .param("hash", hash)
                .param("now", utc(now))
                .query(PasswordLink.class)
                .optional();
    }

    /** Uses it up; nothing when it works no longer. Of several links of one person that are used at once, one goes first. */
    Optional<PasswordLink> use(byte[] hash, Instant now) {
        jdbc.sql("""
                        select p.key from ruggespraak.person p join ruggespraak.password_link l on l.person = p.key
                        where l.token_hash = :hash for no key update of p
                        """).param("hash", hash).query(String.class).optional();
        return jdbc.sql("""
                        update ruggespraak.password_link l set used_at = :now from ruggespraak.person p
                        where p.key = l.person and p.active and l.token_hash = :hash and l.used_at is null and l.ends_at > :now
                        returning l.person, l.purpose, true as works
                        """)
                .param("hash", hash)
                .param("now", utc(now))
                .query(PasswordLink.class)
                .optional();
    }

    /** None of the links of these persons works any longer. */
    void end(Collection<String> persons, Instant now) {
        jdbc.sql("update ruggespraak.password_link set used_at = :now where person = any(:persons) and used_at is null")
                .param("persons", persons.toArray(String[]::new))
                .param("now", utc(now))
                .update();
    }

    /** Forgets links that have ended before. */
    void forget(Instant before) {
        jdbc.sql("delete from ruggespraak.password_link where ends_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
