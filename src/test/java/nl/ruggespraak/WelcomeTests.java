package nl.ruggespraak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import nl.ruggespraak.people.Demo;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.env.MockEnvironment;

class WelcomeTests {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("server.address", "127.0.0.1").withProperty("local.server.port", "8080");

    @Test
    void namesDemoUsersInTheDemoAndSaysWhyTheyExist() {
        assertThat(welcome(true).text())
                .contains("http://localhost:8080/camunda/app/tasklist")
                .contains("because the database is the embedded one")
                .contains("chair", "lnv-representative", "lnv-adviser-1", "lnv-director", "admin")
                .contains("http://localhost:8080/mailbox");
    }

    @Test
    void namesNobodyWithoutTheDemoAndLeadsToWhatIsMissing() {
        assertThat(welcome(false).text())
                .contains("http://localhost:8080/")
                .contains("no demo users", "http://localhost:8080/setup")
                .doesNotContain("lnv-", "chair");
    }

    @Test
    void saysTheAddressThatPeopleCanUse() {
        environment.setProperty("server.address", "192.0.2.7");
        environment.setProperty("server.ssl.enabled", "true");
        assertThat(welcome(false).text()).contains("https://192.0.2.7:8080/");
    }

    private Welcome welcome(boolean demo) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        Demo there = mock(Demo.class);
        when(there.isThere()).thenReturn(demo);
        return new Welcome(there, messages, environment, Locale.ENGLISH);
    }
}
