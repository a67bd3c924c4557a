package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody reads when it does not work: our own words, and nothing of how we are built. */
@RuggespraakTest
class ErrorPageTests {

    /** What would tell an attacker what to look up, or somebody else that a machine is talking. */
    private static final String[] INSIDES = {
        "Exception",
        "at nl.",
        "at org.",
        "java",
        "Spring",
        "Tomcat",
        "Apache",
        "Camunda",
        "camunda.org",
        "Jetty",
        "Whitelabel",
        "SQL",
        "postgres",
        "relation",
        "7.24",
        "3.5.",
        "10.1.",
        "servlet",
        "Thymeleaf",
        "trace",
        "timestamp"
    };

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"//", "/a%00b", "/sign-in/%2e%2e/audit"})
    void tellsThatARequestIsNoRequest(String path) {
        assertPage(
                400, "That did not work", () -> Visitor.signedIn(port, "admin").get(path));
    }

    /** What the server refuses before it asks us. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /% HTTP/1.1", "GET /a\\b HTTP/1.1", "NO SUCH THING", "GET /{ HTTP/1.1"})
    void tellsSoOfWhatNeverReachedTheApplication(String line) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("<h1>That did not work</h1>", "Content-Security-Policy: default-src 'none'")
                    .doesNotContain(INSIDES);
        }
    }

    @Test
    void tellsThatANumberIsNone() {
        assertPage(
                400, "That did not work", () -> Visitor.signedIn(port, "admin").get("/audit?olderThan=yesterday"));
    }

    @Test
    void tellsAStrangerToSignIn() {
        Visitor stranger = Visitor.stranger(port);
        assertPage(401, "Please sign in first", () -> stranger.get("/engine-rest/task"));
        assertThat(stranger.get("/engine-rest/task").headers().firstValue("Content-Security-Policy"))
                .as("The page has its looks")
                .hasValueSatisfying(policy -> assertThat(policy).contains("style-src 'self'", "img-src 'self'"));
    }

    @ParameterizedTest
    @CsvSource({"lnv-adviser-1, /audit", "lnv-adviser-1, /networks/sam", "admin, /nowhere"})
    void tellsWhomAPageIsNotFor(String person, String path) {
        assertPage(
                403,
                "This page is not for you",
                () -> Visitor.signedIn(port, person).get(path));
    }

    @Test
    void tellsThatAFormWithoutItsTokenIsRefused() {
        Visitor admin = Visitor.signedIn(port, "admin");
        assertPage(403, "This page is not for you", () -> admin.post("/admin/import", "file=x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/networks/nowhere", "/mailbox/999999999", "/site/nothing.css", "/audit/nothing"})
    void tellsThatThereIsNoSuchPage(String path) {
        assertPage(
                404,
                "This page is not here",
                () -> Visitor.signedIn(port, "admin").get(path));
    }

    @Test
    void tellsThatSomethingCannotBeDoneHere() {
        Visitor admin = Visitor.signedIn(port, "admin");
        assertPage(405, "This cannot be done here", () -> admin.form("/networks/sam", "/audit", "x=1"));
    }

    @Test
    void asksForPatience() {
        Visitor visitor = Visitor.stranger(port);
        for (int i = 0; i < 5; i++) {
            visitor.signIn("odbn-adviser-2", "guess");
        }
        assertPage(429, "A little patience, please", () -> visitor.signIn("odbn-adviser-2", "guess"));
    }

    @Test
    void ownsUpToAFaultOfItsOwn() {
        Visitor chair = Visitor.signedIn(port, "chair");
        jdbc.sql("alter table ruggespraak.network rename to network_gone").update();
        try {
            assertPage(500, "Something went wrong here", () -> chair.get("/networks/sam"));
            HttpResponse<String> data = chair.getJson("/networks/sam");
            assertThat(data.statusCode()).isEqualTo(500);
            assertThat(data.body()).contains("\"status\":500", "not your fault").doesNotContain(INSIDES);
        } finally {
            jdbc.sql("alter table ruggespraak.network_gone rename to network").update();
        }
        assertThat(chair.get("/networks/sam").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "stranger, /engine-rest/task, 401, signed in",
        "lnv-adviser-1, /engine-rest/nothing, 403, administrators",
        "lnv-adviser-1, /audit, 403, no access",
        "admin, /networks/nowhere, 404, mistyped",
        "admin, /engine-rest/process-instance/nothing, 404, nothing"
    })
    void tellsAProgramTheSame(String person, String path, int status, String words) {
        Visitor program = person.equals("stranger") ? Visitor.stranger(port) : Visitor.signedIn(port, person);
        HttpResponse<String> answer = program.getJson(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body()).contains(words).doesNotContain("at nl.", "at org.", "Tomcat", "7.24", "SQL", "trace");
    }

    private static void assertPage(int status, String title, Supplier<HttpResponse<String>> asking) {
        HttpResponse<String> answer = asking.get();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>" + title + "</h1>", "href=\"/\"", "lang=\"en\"")
                .doesNotContain(INSIDES);
    }
}
