package nl.ruggespraak.people;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends that persons take part, and their roles. */
@Repository
class JdbcEndings {

    /** The last administrator's account comes back at the next start: nobody could let another in. */
    private static final String LAST_ADMINISTRATOR = """
            (exists (select 1 from ruggespraak.person_role a where a.person = p.key and a.role = 'ADMINISTRATOR') and not exists (
                select 1 from ruggespraak.person_role a join ruggespraak.person o on o.key = a.person and o.active
                where a.role = 'ADMINISTRATOR' and a.person <> p.key))
            """;

    private final JdbcClient jdbc;

    JdbcEndings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends that these persons take part; names those who did. */
    List<String> end(Collection<String> persons) {
        return jdbc.sql("""
                        update ruggespraak.person p set active = false where p.key = any(:persons) and p.active and not %s returning p.key
                        """.formatted(LAST_ADMINISTRATOR))
                .param("persons", persons.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Whether the person takes part for one of these organisations. */
    boolean belongsTo(String person, Collection<String> organisations) {
        return jdbc.sql("""
                        select exists (select 1 from ruggespraak.person where key = :person and active and organisation = any(:organisations))
                        """)
                .param("person", person)
                .param("organisations", organisations.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Ends these roles of a person who takes part; answers those that the person had. */
    Set<HeldRole> endRoles(String person, Collection<String> roles) {
        return jdbc
                .sql("""
                        with ended as (
                            delete from ruggespraak.person_role r using ruggespraak.person p
                            where p.key = r.person and p.active and r.person = :person and r.role = any(:roles)
                                and not (r.role = 'ADMINISTRATOR' and %s)
                            returning r.role as name),
                        led as (
                            delete from ruggespraak.network_chair c using ruggespraak.person p
                            where p.key = c.person and p.active and c.person = :person
                                and ('CHAIR@' || c.network = any(:roles) or 'CHAIR' = any(:roles))
                            returning 'CHAIR@' || c.network as name)
                        select name from ended union all select name from led
                        """.formatted(LAST_ADMINISTRATOR))
                .param("person", person)
                .param("roles", roles.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(HeldRole::of)
                .collect(Collectors.toSet());
    }
}
