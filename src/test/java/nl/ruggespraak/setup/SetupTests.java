package nl.ruggespraak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.test.context.TestPropertySource;

/** An installation without the demo, from its first start on: what is missing is said, with its page. */
@RuggespraakTest
@TestPropertySource(
        properties = {
            "ruggespraak.demo=false",
            "ruggespraak.admin-password=" + SetupTests.PASSWORD,
            "camunda.bpm.process-engine-name=withoutDemo"
        })
class SetupTests {

    static final String PASSWORD = "Ruggespraak-1";

    @LocalServerPort
    private int port;

    @Autowired
    private Setup setup;

    @Autowired
    private MessageSource messages;

    @Test
    void isWhatAnAdministratorSeesFirstAndOnlyOnceAfterEachSignIn() {
        Visitor admin = Visitor.stranger(port);
        assertThat(admin.location(admin.signIn("admin", PASSWORD))).isEqualTo("/");
        assertThat(admin.location(admin.get("/"))).isEqualTo("/setup");
        assertThat(admin.get("/").statusCode()).isEqualTo(200);
        assertThat(admin.get("/").body()).contains("href=\"/setup\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "chair", "lnv-adviser-1"})
    void knowsNoDemoUserWithoutTheDemo(String user) {
        Visitor visitor = Visitor.stranger(port);
        assertThat(visitor.location(visitor.signIn(user, user))).isEqualTo("/sign-in?refused");
    }

    @Test
    void saysOfEachThingHowItStands() {
        Visitor admin = administrator();
        assertThat(admin.get("/setup").body())
                .contains("There is no network yet", "No organisation is a member of a network yet")
                .contains("There is no network that somebody could lead")
                .contains("35 regions are offered", "occupations are offered")
                .contains("mails are kept and shown here")
                .contains("None is planned yet")
                .contains("href=\"/admin/catalogue\"");
        assertThat(messages.getMessage("setup.regions.done", new Object[] {35}, Locale.forLanguageTag("nl")))
                .isEqualTo("Om uit te kiezen zijn er 35 regio's.");
    }

    @Test
    void comparesTheAddressInLinksWithTheOneOfTheBrowser() {
        assertThat(administrator().get("/setup").body())
                .contains("http://localhost:8080")
                .contains("your browser is at http://localhost:" + port);
        assertThat(address("http://127.0.0.1:8080").state()).isEqualTo(SetupLine.State.DOUBTFUL);
        assertThat(address("http://127.0.0.1:8080").sentence()).isEqualTo("setup.address.onThisMachine");
        assertThat(address("https://ruggespraak.example.org").state()).isEqualTo(SetupLine.State.MISSING);
        assertThat(address("http://localhost:8080/netwerk").state()).isEqualTo(SetupLine.State.MISSING);
    }

    @Test
    void refusesATestMailWithASentenceWhereThereIsNoServer() {
        Visitor admin = administrator();
        assertThat(admin.location(admin.form("/setup", "/setup/mail", ""))).isEqualTo("/setup");
        assertThat(admin.get("/setup").body()).contains("There is no mail server to try");
        assertThat(admin.get("/setup").body()).doesNotContain("There is no mail server to try");
    }

    private SetupLine address(String browser) {
        return setup.look(new SetupStep.Visit("admin", browser)).stream()
                .filter(line -> line.key().equals("address"))
                .findAny()
                .orElseThrow();
    }

    private Visitor administrator() {
        Visitor admin = Visitor.stranger(port);
        admin.signIn("admin", PASSWORD);
        return admin;
    }
}
