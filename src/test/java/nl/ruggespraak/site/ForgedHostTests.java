package nl.ruggespraak.site;

import static nl.ruggespraak.site.IdentityProviderOfTheTest.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.web.LinkFixture;
import nl.ruggespraak.process.MeetingFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A request that calls us by another's name, as a poisoned cache or a forged link would like it. */
@BehindAProxy
class ForgedHostTests {

    private static final String FORGED = "evil.example";
    private static final Pattern SESSION = Pattern.compile("JSESSIONID=([^;]+)");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final IdentityProviderOfTheTest PROVIDER = new IdentityProviderOfTheTest();

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private LinkFixture links;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        String registration = "spring.security.oauth2.client.registration.ministry.";
        settings.add(registration + "client-id", () -> CLIENT);
        settings.add(registration + "client-secret", () -> "secret");
        settings.add(registration + "scope", () -> "openid");
        settings.add("spring.security.oauth2.client.provider.ministry.issuer-uri", () -> PROVIDER.issuer("ministry"));
        settings.add("ruggespraak.oidc.ministry.organisation", () -> "lnv");
        settings.add("ruggespraak.url", () -> "https://ruggespraak.example.org");
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/audit",
                "/meetings?x=1",
                "/task/none",
                "/nowhere",
                "//evil.example/",
                "/camunda",
                "/camunda/",
                "/camunda/app",
                "/camunda/app/",
                "/camunda/app/tasklist",
                "/camunda/app/tasklist/",
                "/camunda/app/tasklist/default",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/",
                "/camunda/app/admin/",
                "/camunda/app/welcome/",
                "/camunda/api/engine/engine/",
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/task",
                "/engine-rest/filter",
                "/site",
                "/actuator/health",
                "/login/oauth2/code/ministry?code=x&state=y"
            })
    void leadsNobodyElsewhere(String path) throws IOException {
        for (String cookie : new String[] {"", session("lnv-adviser-1", "/")}) {
            assertNotForged(ask("GET", path, cookie, ""));
            assertNotForged(ask("GET", "http://" + FORGED + path, cookie, ""));
            assertNotForged(ask("POST", path, cookie, ""));
        }
    }

    @Test
    void leadsBackAfterSigningInToThePageThatWasAskedForHere() throws IOException {
        String answer = signIn("lnv-adviser-1", "/meetings?x=1");
        assertThat(location(answer)).isEqualTo("/meetings?x=1");
    }

    @Test
    void leadsNobodyElsewhereAfterAWrongPasswordOrASignOut() throws IOException {
        assertThat(location(post("/sign-in", "username=x&password=y", "/"))).isEqualTo("/sign-in?refused");
        assertNotForged(post("/sign-out", "", "/"));
        assertThat(location(ask("POST", "/sign-in", "", ""))).isEqualTo("/sign-in?again");
    }

    @Test
    void leadsNobodyElsewhereBehindALink() throws IOException {
        String link = links.issue(Purpose.GIVE_ASKS, meetings.anAnnouncedMeeting("lnv"), "lnv-adviser-1");
        String path = link.replace("https://ruggespraak.example.org", "");
        assertThat(location(ask("POST", path, "", "do=keep"))).startsWith(path);
        assertNotForged(ask("GET", path, "", ""));
    }

    @Test
    void tellsAProviderTheConfiguredAddress() throws IOException {
        String answer = ask("GET", "/oauth2/authorization/ministry", "", "");
        assertThat(location(answer))
                .startsWith(PROVIDER.issuer("ministry"))
                .contains("redirect_uri=https://ruggespraak.example.org/login/oauth2/code/ministry");
        assertNotForged(answer);
    }

    @Test
    void tellsProgramsTheConfiguredAddress() throws IOException {
        String options = program("OPTIONS", "/engine-rest/filter");
        assertThat(options).contains("https://ruggespraak.example.org/engine-rest/filter");
        assertNotForged(options);
    }

    private static void assertNotForged(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain(FORGED);
    }

    private static String location(String answer) {
        Matcher line = Pattern.compile("(?m)^Location: (.*?)\\r?$").matcher(answer);
        return line.find() ? line.group(1) : answer;
    }

    private String session(String person, String page) throws IOException {
        return "Cookie: JSESSIONID=" + found(SESSION, signIn(person, page)) + "\r\n";
    }

    private String signIn(String person, String page) throws IOException {
        return post("/sign-in", "username=" + person + "&password=" + person, page);
    }

    /** Posts a form in the session of somebody who first asked for a page. */
    private String post(String path, String fields, String page) throws IOException {
        String cookie = "Cookie: JSESSIONID=" + found(SESSION, ask("GET", page, "", "")) + "\r\n";
        String token = found(CSRF, ask("GET", "/sign-in", cookie, ""));
        return ask("POST", path, cookie, fields + "&_csrf=" + token);
    }

    private static String found(Pattern what, String answer) {
        Matcher matcher = what.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    private String program(String method, String path) throws IOException {
        String basic =
                Base64.getEncoder().encodeToString("lnv-adviser-1:lnv-adviser-1".getBytes(StandardCharsets.UTF_8));
        return ask(method, path, "Authorization: Basic " + basic + "\r\n", "");
    }

    private String ask(String method, String path, String header, String fields) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write("""
                    %s %s HTTP/1.1\r
                    Host: %s\r
                    X-Forwarded-Host: %s\r
                    Forwarded: host=%s\r
                    Accept: %s\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: %d\r
                    Connection: close\r
                    %s\r
                    %s""".formatted(
                            method,
                            path,
                            FORGED,
                            FORGED,
                            FORGED,
                            method.equals("OPTIONS") ? "application/json" : "text/html,*/*",
                            fields.length(),
                            header,
                            fields)
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
