package nl.ruggespraak.people;

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

    /** @param roles all that the person has from now on */
    public void replace(String person, Set<Role> roles) {
        String[] names = roles.stream().map(Role::name).toArray(String[]::new);
        jdbc.sql("delete from ruggespraak.person_role where person = :person and role <> all(:roles)")
                .param("person", person)
                .param("roles", names)
                .update();
        jdbc.sql("""
                        insert into ruggespraak.person_role (person, role) select :person, unnest(:roles)
                        on conflict do nothing
                        """).param("person", person).param("roles", names).update();
    }
}
