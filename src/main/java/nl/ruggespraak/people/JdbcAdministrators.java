package nl.ruggespraak.people;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Administrators who come before any import of people. */
@Repository
public class JdbcAdministrators {

    private final JdbcClient jdbc;
    private final Locale language;

    JdbcAdministrators(JdbcClient jdbc, @Value("${ruggespraak.language:en}") Locale language) {
        this.jdbc = jdbc;
        this.language = language;
    }

    /** Makes this person an administrator of the installation; adds the person when there is none with this key. */
    public void appoint(String key) {
        jdbc.sql("""
                        insert into ruggespraak.person (key, first_name, last_name, email, language)
                        values (:key, 'System', 'administrator', :key || '@localhost', :language) on conflict do nothing
                        """)
                .param("key", key)
                .param("language", language.getLanguage())
                .update();
        jdbc.sql("insert into ruggespraak.person_role (person, role) values (:key, :role) on conflict do nothing")
                .param("key", key)
                .param("role", Role.ADMINISTRATOR.name())
                .update();
    }
}
