package nl.ruggespraak.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What networks still lack of people. */
@Repository
class JdbcSetup {

    private final JdbcClient jdbc;

    JdbcSetup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each network with the name of each who leads it; null when nobody does. */
    List<Led> networks() {
        return jdbc.sql("""
                        select n.name as network, p.first_name || ' ' || p.last_name as chair from ruggespraak.network n
                        left join (ruggespraak.network_chair c join ruggespraak.person p on p.key = c.person and p.active) on c.network = n.key
                        order by n.name, n.key, p.last_name, p.first_name
                        """).query(Led.class).list();
    }

    /** How many organisations are members of a network on this day, and how many persons they have. */
    Counts members(LocalDate today) {
        return jdbc.sql("""
                        select count(*) as organisations, coalesce(sum(
                            (select count(*) from ruggespraak.person p where p.organisation = o.key and p.active)), 0) as people
                        from ruggespraak.organisation o
                        where exists (select 1 from ruggespraak.membership m where m.organisation = o.key and (m.ends_on is null or m.ends_on > :today))
                            and o.closed_on is null
                        """).param("today", today).query(Counts.class).single();
    }

    /** The member organisations on this day, and whether anybody there has this role. */
    List<Held> membersWith(Role role, LocalDate today) {
        return jdbc.sql("""
                        select o.name as organisation, exists (
                                select 1 from ruggespraak.person p join ruggespraak.person_role r on r.person = p.key
                                where p.organisation = o.key and p.active and r.role = :role) as held
                        from ruggespraak.organisation o
                        where exists (select 1 from ruggespraak.membership m where m.organisation = o.key and (m.ends_on is null or m.ends_on > :today))
                            and o.closed_on is null
                        order by o.name, o.key
                        """)
                .param("today", today)
                .param("role", role.name())
                .query(Held.class)
                .list();
    }

    record Led(String network, @Nullable String chair) {}

    record Held(String organisation, boolean held) {}

    record Counts(long organisations, long people) {}
}
