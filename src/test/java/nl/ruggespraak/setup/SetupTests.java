package nl.ruggespraak.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupTests {

    static final String PASSWORD = "Ruggespraak-1";

    @LocalServerPort
    private int port;

    @Autowired
    private Setup setup;

    @Autowired
    private MessageSource messages;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private RuntimeService runtime;

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

    @Test
    @Order(Integer.MAX_VALUE)
    void leadsFromAnEmptyDatabaseToTheFirstMeeting() {
        Visitor admin = administrator();
        String page = admin.location(admin.upload("/admin/import", """
                network;network name;organisation;organisation name;person;first name;last name;email;roles
                oost;Netwerk Oost;zwolle;Gemeente Zwolle;anna;Anna;Berg;anna.berg@zwolle.example.org;representative
                oost;Netwerk Oost;zwolle;Gemeente Zwolle;piet;Piet;Vos;piet.vos@zwolle.example.org;chair director
                oost;Netwerk Oost;deventer;Gemeente Deventer;mies;Mies;Smit;mies.smit@deventer.example.org;adviser
                """));
        admin.form(page, page, "");
        await().atMost(Duration.ofMinutes(1)).until(() -> line("members").state() == SetupLine.State.DONE);

        assertThat(line("network").arguments()).contains("Netwerk Oost");
        assertThat(line("members").arguments()).containsExactly(2L, 3L);
        assertThat(line("chair").arguments()).contains("Piet Vos");
        assertThat(line("representatives").state()).isEqualTo(SetupLine.State.DOUBTFUL);
        assertThat(line("representatives").arguments()).containsExactly("Gemeente Deventer", 0);
        assertThat(line("directors").arguments()).containsExactly("Gemeente Deventer", 0);

        Map<String, Object> plan = meetings.aPlan();
        plan.put("network", "oost");
        plan.put("host", "zwolle");
        engine.as("admin", () -> runtime.startProcessInstanceByKey("network-meeting", "oost-first", plan));
        assertThat(line("meeting").state()).isEqualTo(SetupLine.State.DONE);
    }

    private SetupLine line(String key) {
        return setup.look(new SetupStep.Visit("admin", "http://localhost:8080")).stream()
                .filter(line -> line.key().equals(key))
                .findAny()
                .orElseThrow();
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
