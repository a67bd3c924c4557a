package nl.ruggespraak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.ruggespraak.database.DatabaseKind;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.env.MockEnvironment;

class WelcomeTests {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("server.address", "127.0.0.1").withProperty("local.server.port", "8080");

    @Test
    void namesDemoUsersOnTheEmbeddedDatabaseAndSaysWhyTheyExist() {
        assertThat(welcome(DatabaseKind.EMBEDDED).text())
                .contains("http://localhost:8080/camunda/app/tasklist")
                .contains("because the database is the embedded one")
                .contains("chair", "lnv-representative", "lnv-adviser-1", "lnv-director", "admin")
                .contains("http://localhost:8080/mailbox");
    }

    @Test
    void namesNobodyOnAnotherDatabase() {
        assertThat(welcome(DatabaseKind.OWN).text())
                .contains("http://localhost:8080/")
                .contains("no demo users")
                .doesNotContain("lnv-", "chair");
    }

    @Test
    void saysTheAddressThatPeopleCanUse() {
        environment.setProperty("server.address", "192.0.2.7");
        environment.setProperty("server.ssl.enabled", "true");
        assertThat(welcome(DatabaseKind.OWN).text()).contains("https://192.0.2.7:8080/");
    }

    private Welcome welcome(DatabaseKind kind) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return new Welcome(kind, messages, environment, Locale.ENGLISH);
    }
}
