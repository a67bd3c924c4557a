package nl.ruggespraak.people;

import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has which role. */
@Repository
public class JdbcRoles {

    private final JdbcClient jdbc;

    JdbcRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param roles all that the person has from now on; those of networks that are not there are left out */
    public void replace(String person, Set<HeldRole> roles) {
        String[] others = roles.stream()
                .filter(held -> held.network() == null)
                .map(HeldRole::name)
                .toArray(String[]::new);
        String[] networks =
                roles.stream().map(HeldRole::network).filter(Objects::nonNull).toArray(String[]::new);
        jdbc.sql("delete from ruggespraak.person_role where person = :person and role <> all(:roles)")
                .param("person", person)
                .param("roles", others)
                .update();
        jdbc.sql("delete from ruggespraak.network_chair where person = :person and network <> all(:networks)")
                .param("person", person)
                .param("networks", networks)
                .update();
        jdbc.sql("""
                        insert into ruggespraak.person_role (person, role) select :person, unnest(:roles)
                        on conflict do nothing
                        """).param("person", person).param("roles", others).update();
        jdbc.sql("""
                        insert into ruggespraak.network_chair (network, person)
                        select key, :person from ruggespraak.network where key = any(:networks)
                        on conflict do nothing
                        """).param("person", person).param("networks", networks).update();
    }
}
