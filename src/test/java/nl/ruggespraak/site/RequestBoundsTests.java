package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.web.LinkFixture;
import nl.ruggespraak.process.MeetingFixture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What one person, or one stranger, sends at once, and how slowly. */
@RuggespraakTest
@TestPropertySource(
        properties = {
            "ruggespraak.limits.header-time=3s",
            "ruggespraak.limits.body-grace=3s",
            "ruggespraak.limits.file=3MB"
        })
class RequestBoundsTests {

    private static final int MEGABYTE = 1 << 20;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BASIC =
            Base64.getEncoder().encodeToString("lnv-adviser-1:lnv-adviser-1".getBytes(StandardCharsets.UTF_8));

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private LinkFixture links;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "/sign-in, application/x-www-form-urlencoded, false",
        "/sign-in, application/x-www-form-urlencoded, true",
        "/asks/1/release, multipart/form-data; boundary=part, true",
        "/a/none, application/x-www-form-urlencoded, true",
        "/engine-rest/task, application/json, false",
        "/engine-rest/task, application/json, true",
        "/engine-rest/deployment/create, multipart/form-data; boundary=part, false",
        "/site/site.css, text/plain, false",
        "/nowhere, text/plain, false"
    })
    void refusesMoreThanAMegabyteWithASentence(String path, String type, boolean chunked) throws IOException {
        String answer = send(path, type, chunked, 2 * MEGABYTE + 300_000, "");
        assertThat(answer.lines().findFirst().orElse("")).contains(" 413");
        assertThat(answer).contains("The most that can be sent here is 1 MB.");
    }

    /** As browsers do, who read no answer before they have sent everything. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/sign-in", "/admin/import"})
    void refusesSixtyMegabytesWithASentenceAndNotWithABrokenConnection(String path) throws IOException {
        String answer = send(path, FORM, false, 60 * MEGABYTE, "");
        assertThat(answer.lines().findFirst().orElse("")).contains(" 413");
        assertThat(answer).contains("The most that can be sent here is " + (path.equals("/admin/import") ? 3 : 1));
    }

    @Test
    void takesAMegabyteLess() {
        Visitor program = Visitor.program(port, "lnv-adviser-1");
        HttpResponse<String> answer =
                program.postJson("/engine-rest/task", "{\"maxResults\": 1" + " ".repeat(MEGABYTE - 100) + "}");
        assertThat(answer.statusCode()).isNotEqualTo(413);
    }

    @Test
    void saysOnTheImportsPageHowLargeItsFileMayBeAndRefusesALargerOneWithAPage() {
        Visitor admin = Visitor.signedIn(port, "admin");
        assertThat(admin.get("/admin/import").body()).contains("at most 3 MB");

        assertThat(admin.upload("/admin/import", "x".repeat(2 * MEGABYTE)).statusCode())
                .as("It is looked at, and is no file with people")
                .isEqualTo(400);
        HttpResponse<String> answer = admin.upload("/admin/import", "x".repeat(3 * MEGABYTE + 100_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The most that can be sent here is 3 MB.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheDraftBehindALinkWhenTooMuchIsSent(boolean chunked) throws IOException {
        String link = links.issue(Purpose.GIVE_ASKS, meetings.anAnnouncedMeeting("lnv"), "lnv-adviser-1");
        Visitor stranger = Visitor.stranger(port);
        stranger.post(link, "asks-1-kind=VACANCY&asks-1-title=Two+inspectors&do=keep");

        String answer = send(link, FORM, chunked, 2_200_000, "asks-1-kind=VACANCY&do=keep&asks-1-title=");

        assertThat(answer.lines().findFirst().orElse("")).contains(" 413");
        assertThat(answer).contains("what was kept before is as it was");
        assertThat(stranger.get(link).body()).contains("Two inspectors");
    }

    @Test
    void keepsTheDraftWhenTheFormHasMoreFieldsThanAreRead() {
        String link = links.issue(Purpose.GIVE_ASKS, meetings.anAnnouncedMeeting("lnv"), "lnv-adviser-1");
        Visitor stranger = Visitor.stranger(port);
        stranger.post(link, "asks-1-kind=VACANCY&asks-1-title=Two+inspectors&do=keep");

        assertThat(stranger.post(link, "x=1&".repeat(20_000) + "do=keep").statusCode())
                .isEqualTo(413);
        assertThat(stranger.get(link).body()).contains("Two inspectors");
    }

    @Test
    void keepsTheDraftWhenTheConnectionBreaksWhileItIsSent() throws IOException {
        String link = links.issue(Purpose.GIVE_ASKS, meetings.anAnnouncedMeeting("lnv"), "lnv-adviser-1");
        Visitor stranger = Visitor.stranger(port);
        stranger.post(link, "asks-1-kind=VACANCY&asks-1-title=Two+inspectors&do=keep");
        try (Socket socket = new Socket("localhost", port)) {
            begin(socket, link, FORM, "Content-Length: 500");
            socket.getOutputStream().write("asks-1-title=Two".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(answerTo(link, FORM, 500, "asks-1-title=T")).contains(" 408");
        assertThat(stranger.get(link).body()).contains("Two inspectors");
    }

    /** They are many, and send a byte at a time: of their headers, or of a form or a question. */
    @Test
    void answersOthersWhile230StrangersSendAByteAtATime() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 230; i++) {
                Socket socket = new Socket("localhost", port);
                slow.add(socket);
                if (i % 3 == 0) {
                    socket.getOutputStream().write("GET / HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
                } else {
                    begin(socket, i % 3 == 1 ? "/sign-in" : "/engine-rest/task", FORM, "Content-Length: 100000");
                }
            }
            Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
            for (int i = 0; i < 5; i++) {
                slow.forEach(RequestBoundsTests::aByte);
                assertThat(adviser.get("/").statusCode()).isEqualTo(200);
                assertThat(adviser.form("/", "/sign-out", "").statusCode()).isEqualTo(302);
                adviser = Visitor.signedIn(port, "lnv-adviser-1");
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(slow).allMatch(RequestBoundsTests::isEnded));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void takesASlowFormThatKeepsPace() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            begin(socket, "/sign-in", FORM, "Content-Length: 6000");
            for (int i = 0; i < 6; i++) {
                socket.getOutputStream().write("x".repeat(1000).getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(head(socket)).startsWith("HTTP/1.1 302");
        }
    }

    private String answerTo(String path, String type, int length, String body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            begin(socket, path, type, "Content-Length: " + length);
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            return head(socket);
        }
    }

    private static void aByte(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException e) {
            // It was ended already.
        }
    }

    private static boolean isEnded(Socket socket) {
        aByte(socket);
        try {
            socket.setSoTimeout(1);
            byte[] some = new byte[4096];
            while (true) {
                if (socket.getInputStream().read(some) < 0) {
                    return true;
                }
            }
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    private static void begin(Socket socket, String path, String type, String length) throws IOException {
        socket.getOutputStream().write("""
                POST %s HTTP/1.1\r
                Host: localhost\r
                Accept: */*\r
                Authorization: Basic %s\r
                Content-Type: %s\r
                Connection: close\r
                %s\r
                \r
                """.formatted(path, BASIC, type, length).getBytes(StandardCharsets.US_ASCII));
    }

    private String send(String path, String type, boolean chunked, int length, String begin) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            begin(socket, path, type, chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length);
            byte[] part = "a".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
            OutputStream out = socket.getOutputStream();
            byte[] first = begin.getBytes(StandardCharsets.US_ASCII);
            write(out, first, first.length, chunked);
            for (int sent = first.length; sent < length; ) {
                int size = Math.min(part.length, length - sent);
                write(out, part, size, chunked);
                sent += size;
            }
            if (chunked) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            return head(socket);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int size, boolean chunked) throws IOException {
        if (size == 0) {
            return;
        }
        if (chunked) {
            out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes, 0, size);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String head(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "broken: " + e.getMessage();
        }
    }
}
