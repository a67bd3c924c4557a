package nl.ruggespraak.browser;

import static nl.ruggespraak.site.IdentityProviderOfTheTest.CLIENT;
import static nl.ruggespraak.site.IdentityProviderOfTheTest.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.link.web.LinkFixture;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.IdentityProviderOfTheTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The application below a path of a server that has others: everything that it says of itself begins with that path. */
@RuggespraakTest
@TestPropertySource(properties = "server.servlet.context-path=" + UnderAPathTests.PATH)
class UnderAPathTests {

    static final String PATH = "/netwerk";
    private static final String TASKLIST = PATH + "/camunda/app/tasklist/default/";
    private static final String MINISTRY = "ministry";

    /** Addresses on a page that leave the path. */
    private static final String STRAYING = """
            [...document.querySelectorAll('[href], [src], [action]')]
                .flatMap(e => ['href', 'src', 'action'].map(a => e.getAttribute(a)))
                .filter(a => a && a.startsWith('/') && !a.startsWith('%s/')).join(' ')
            """.formatted(PATH).replace("\n", " ");

    private static final IdentityProviderOfTheTest PROVIDERS = new IdentityProviderOfTheTest();

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private LinkFixture links;

    @Autowired
    private Asks asks;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        String registration = "spring.security.oauth2.client.registration." + MINISTRY + ".";
        settings.add(registration + "client-id", () -> CLIENT);
        settings.add(registration + "client-secret", () -> "secret");
        settings.add(registration + "scope", () -> "openid");
        settings.add(
                "spring.security.oauth2.client.provider." + MINISTRY + ".issuer-uri", () -> PROVIDERS.issuer(MINISTRY));
        settings.add("ruggespraak.oidc." + MINISTRY + ".organisation", () -> "lnv");
    }

    @AfterAll
    static void close() {
        PROVIDERS.close();
    }

    @Test
    void showsItsPagesInItsStyleAndLeadsToNoOtherPath() {
        String meeting = meetings.aPlannedMeeting();
        try (Browser browser = Browser.below(port, PATH, "admin")) {
            assertThat(browser.path()).isEqualTo(PATH + "/");
            for (String page : List.of(
                    "/",
                    "/meetings",
                    "/meetings/" + meeting,
                    "/networks",
                    "/networks/sam",
                    "/mailbox",
                    "/audit",
                    "/audit?olderThan=50",
                    "/admin/import",
                    "/admin/addresses",
                    "/admin/erase",
                    "/nowhere",
                    "/meetings/nowhere",
                    "/a/nowhere")) {
                browser.open(PATH + page);
                assertThat(browser.ask(STRAYING)).as(page).isEmpty();
                assertThat(browser.ask("getComputedStyle(document.querySelector('header.bar')).display"))
                        .as("The style of %s", page)
                        .isEqualTo("flex");
            }
            browser.open(PATH + "/audit");
            browser.click("td a.key");
            browser.waitUntil(() -> browser.path().startsWith(PATH + "/audit?"));
        }
        try (Browser browser = Browser.below(port, PATH, "lnv-adviser-1")) {
            browser.open(PATH + "/asks");
            assertThat(browser.ask(STRAYING)).isEmpty();
        }
    }

    /** Also where no test opens it: an address in a page is written so that the path comes before it. */
    @Test
    void writesNoAddressWithoutItsPathIntoAPage() throws IOException {
        Pattern straying =
                Pattern.compile("(?<![\\w:-])(href|src|action)=[\"']/|th:(href|src|action)=\"['$][^#]*['{]/");
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(templates.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(
                            template -> assertThat(Files.readString(template)).doesNotContainPattern(straying));
        }
    }

    @Test
    void worksATaskInTasklist() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        String task = engine.task("lnv-adviser-1", cycle, "userTask_giveAsks").getId();
        try (Browser browser = Browser.below(port, PATH, "lnv-adviser-1")) {
            browser.open(PATH + WaitingTask.GIVE_ASKS.path(cycle));
            browser.waitUntil(() -> browser.path().startsWith(TASKLIST + "#/?")
                    && browser.path().contains(task));
            browser.choose("#rg-asks-0-kind", "Question");
            browser.type("#rg-asks-0-title", "Who reskills inspectors?");
            browser.press("Complete");
            browser.waitUntil(() -> asks.of(cycle).size() == 1);
            assertThat(browser.refusedCalls()).isEmpty();
            assertThat(browser.ask("document.querySelector('.brand-logo') && getComputedStyle("
                            + "document.querySelector('.brand-logo')).backgroundImage"))
                    .contains(PATH + "/site/icon.svg");

            browser.forgetCookies();
            browser.open(TASKLIST);
            browser.waitUntil(() -> browser.path().startsWith(PATH + "/sign-in"));
            browser.type("input[name=username]", "lnv-adviser-1");
            browser.type("input[name=password]", "lnv-adviser-1");
            browser.click("button[type=submit]");
            browser.waitUntil(() -> browser.path().startsWith(TASKLIST));
        }
    }

    @Test
    void startsAMeetingWithTheFormOfTheChair() {
        try (Browser browser = Browser.below(port, PATH, "chair")) {
            browser.click("a[href*=processStart]");
            browser.waitUntil(() -> browser.shows("#rg-host option[value$=rws]") || browser.shows("#rg-title"));
            browser.type("#rg-title", "Planned below a path");
            assertThat(browser.refusedCalls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin", "welcome"})
    void opensTheOtherWebApps(String app) {
        try (Browser browser = Browser.below(port, PATH, "admin")) {
            browser.open(PATH + "/camunda/app/" + app + "/default/");
            browser.waitUntil(() -> browser.title().contains("Ruggespraak"));
            assertThat(browser.refusedCalls()).isEmpty();
            assertThat(browser.scriptErrors()).isEmpty();
        }
    }

    @Test
    void leadsBackToItsSignInPage() {
        Visitor stranger = Visitor.stranger(port).below(PATH);
        assertThat(stranger.location(stranger.get("/meetings"))).isEqualTo("/sign-in");
        assertThat(stranger.location(stranger.signIn("chair", "wrong"))).isEqualTo("/sign-in?refused");
        assertThat(stranger.location(stranger.post("/sign-in", "username=chair")))
                .isEqualTo("/sign-in?again");
        assertThat(stranger.location(stranger.signIn("chair", "chair"))).isEqualTo("/meetings");
        assertThat(stranger.location(stranger.form("/", "/sign-out", ""))).isEqualTo("/sign-in?out");
        try (Browser browser = Browser.below(port, PATH, "lnv-adviser-2")) {
            browser.open(TASKLIST);
            browser.waitUntil(() -> browser.shows(".brand-logo"));
            browser.forgetCookies();
            browser.open(PATH + "/site/icon.svg");
            browser.open(TASKLIST + "#/?x=1");
            browser.waitUntil(() -> browser.path().startsWith(PATH + "/sign-in"));
        }
    }

    /** It is answered by the server, before the application. */
    @Test
    void leadsOnFromARequestThatIsNone() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("href=\"" + PATH + "/site/site.css\"", "href=\"" + PATH + "/\"");
        }
    }

    @Test
    void countsTheSameWithinItsLimits() {
        Visitor chair = Visitor.stranger(port).below(PATH);
        for (int i = 0; i < 5; i++) {
            chair.signIn("odbn-adviser-1", "wrong");
        }
        assertThat(chair.signIn("odbn-adviser-1", "odbn-adviser-1").statusCode())
                .isEqualTo(429);
    }

    @Test
    void signsInByAnIdentityProvider() {
        Visitor adviser = Visitor.stranger(port).below(PATH);
        assertThat(adviser.get("/sign-in").body()).contains(PATH + "/oauth2/authorization/" + MINISTRY);
        String question = adviser.get("/oauth2/authorization/" + MINISTRY)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String back = "http://localhost:8080" + PATH + "/login/oauth2/code/" + MINISTRY;
        assertThat(parameter(question, "redirect_uri")).isEqualTo(back);

        PROVIDERS.vouch(
                MINISTRY,
                Map.of(
                        "aud", List.of(CLIENT),
                        "nonce", parameter(question, "nonce"),
                        "preferred_username", "lnv-adviser-3"));
        HttpResponse<String> answer =
                adviser.get("/login/oauth2/code/" + MINISTRY + "?code=code&state=" + parameter(question, "state"));
        assertThat(adviser.location(answer)).isEqualTo("/");
        assertThat(adviser.get("/").body()).contains("Hello ");

        Visitor forger = Visitor.stranger(port).below(PATH);
        assertThat(forger.location(forger.get("/login/oauth2/code/" + MINISTRY + "?code=x&state=x")))
                .isEqualTo("/sign-in?elsewhere=UNFINISHED");
    }

    @Test
    void answersByALinkOfAMail() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        try (Browser browser = Browser.stranger(port)) {
            browser.open(PATH + links.issue(Purpose.GIVE_ASKS, cycle, "lnv-adviser-2"));
            assertThat(browser.ask(STRAYING)).isEmpty();
            browser.choose("#asks-1-kind", "Question");
            browser.type("#asks-1-title", "Who trains inspectors?");
            browser.click("button[value=add]");
            browser.waitUntil(() -> browser.shows("#asks-2-title"));
            browser.click("button[value=remove-2]");
            browser.click("button[value=send]");
            browser.waitUntil(() -> browser.path().endsWith("?thanks"));
            assertThat(browser.path()).startsWith(PATH + "/a/");
        }
        assertThat(asks.of(cycle)).hasSize(1);
    }

    @Test
    void writesItsPathIntoMailsAndCalendars() {
        meetings.aReportedMeeting("lnv");
        List<String> letters = jdbc.sql("select text_body || html_body || coalesce(calendar, '') from ruggespraak.mail")
                .query(String.class)
                .list();
        assertThat(letters)
                .hasSizeGreaterThan(5)
                .allMatch(letter -> letter.contains("http://localhost:8080" + PATH + "/"))
                .noneMatch(letter ->
                        letter.replace("http://localhost:8080" + PATH, "").contains("http://localhost:8080"));
    }
}
