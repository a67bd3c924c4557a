package nl.ruggespraak.account;

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
class JdbcInvitations {

    private static final String TAKES_PART =
            "p.active and p.email <> '' and p.email_usable and (:organisation::text is null or p.organisation = :organisation)";

    private final JdbcClient jdbc;

    JdbcInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that these persons have been invited. */
    void invited(Collection<String> persons, Instant now) {
        jdbc.sql("""
                        insert into ruggespraak.invitation (person, invited_at) select key, :now from unnest(:persons::text[]) as k (key)
                        on conflict (person) do update set invited_at = excluded.invited_at
                        """)
                .param("persons", persons.toArray(String[]::new))
                .param("now", utc(now))
                .update();
    }

    /** The person has come in, or needs none. */
    void forget(String person) {
        jdbc.sql("delete from ruggespraak.invitation where person = :person")
                .param("person", person)
                .update();
    }

    long invited() {
        return jdbc.sql(
                        "select count(*) from ruggespraak.invitation i join ruggespraak.person p on p.key = i.person and p.active")
                .query(Long.class)
                .single();
    }

    /** How many take part. */
    int people() {
        return jdbc.sql("select count(*) from ruggespraak.person where active")
                .query(Integer.class)
                .single();
    }

    /** The first of those who take part and have an address to which no mail can be sent, by name. */
    List<String> unreachable(int atMost) {
        return jdbc.sql("""
                        select first_name || ' ' || last_name from ruggespraak.person
                        where active and (email = '' or not email_usable) order by last_name, first_name, key limit :atMost
                        """).param("atMost", atMost).query(String.class).list();
    }

    /** The next persons whom a mail reaches, by key. */
    List<String> next(@Nullable String organisation, String after, int atMost) {
        return jdbc.sql("select p.key from ruggespraak.person p where " + TAKES_PART
                        + " and p.key > :after order by p.key limit :atMost")
                .param("organisation", organisation)
                .param("after", after)
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    /** Begins a round; nothing when another is under way. */
    Optional<Long> begin(@Nullable String organisation, String by, Instant now) {
        return jdbc.sql("""
                        insert into ruggespraak.invitation_round (organisation, started_by, started_at, people)
                        select :organisation, :by, :now, count(*) from ruggespraak.person p where %s
                        on conflict do nothing returning id
                        """.formatted(TAKES_PART))
                .param("organisation", organisation)
                .param("by", by)
                .param("now", utc(now))
                .query(Long.class)
                .optional();
    }

    /** The newest round. */
    Optional<InvitationRound> newest() {
        return jdbc.sql("select * from ruggespraak.invitation_round order by id desc limit 1")
                .query(InvitationRound.class)
                .optional();
    }

    /** The round that is under way, for this transaction alone; nothing when there is none, or when another node works on it. */
    Optional<InvitationRound> take() {
        return jdbc.sql("select * from ruggespraak.invitation_round where finished_at is null for update skip locked")
                .query(InvitationRound.class)
                .optional();
    }

    void advance(long id, String after, int looked, int invited) {
        jdbc.sql("""
                        update ruggespraak.invitation_round set after = :after, looked = looked + :looked, invited = invited + :invited where id = :id
                        """)
                .param("id", id)
                .param("after", after)
                .param("looked", looked)
                .param("invited", invited)
                .update();
    }

    void finish(long id, Instant now) {
        jdbc.sql("update ruggespraak.invitation_round set finished_at = :now, after = '' where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
