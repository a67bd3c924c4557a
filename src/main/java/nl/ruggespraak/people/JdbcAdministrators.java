package nl.ruggespraak.people;

import java.util.Locale;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.UnusableAddress;
import nl.ruggespraak.shared.UnusableSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Administrators who come before any import of people. */
@Repository
public class JdbcAdministrators {

    private final JdbcClient jdbc;
    private final Locale language;
    private final String email;

    JdbcAdministrators(
            JdbcClient jdbc,
            EmailAddresses addresses,
            MessageSource messages,
            @Value("${ruggespraak.admin-email:}") String email,
            @Value("${ruggespraak.language:en}") Locale language) {
        this.jdbc = jdbc;
        this.language = language;
        try {
            this.email = email.isBlank() ? "" : addresses.read(email).text();
        } catch (UnusableAddress unusable) {
            throw new UnusableSetting(
                    "RUGGESPRAAK_ADMIN_EMAIL: " + unusable.problem("email").sentence(messages, language));
        }
    }

    /** Makes this person an administrator of the installation; adds the person when there is none with this key. */
    public void appoint(String key) {
        jdbc.sql("""
                        insert into ruggespraak.person (key, first_name, last_name, email, language)
                        values (:key, 'System', 'administrator', :email, :language) on conflict do nothing
                        """)
                .param("key", key)
                .param("email", email.isEmpty() ? key + "@localhost" : email)
                .param("language", language.getLanguage())
                .update();
        jdbc.sql("insert into ruggespraak.person_role (person, role) values (:key, :role) on conflict do nothing")
                .param("key", key)
                .param("role", Role.ADMINISTRATOR.name())
                .update();
    }
}
