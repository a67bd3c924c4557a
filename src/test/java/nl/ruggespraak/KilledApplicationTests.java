package nl.ruggespraak;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ruggespraak.mail.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** The whole application in a process of its own, killed as a power cut would, in the middle of its work. */
class KilledApplicationTests {

    private static final int COLLEAGUES = 200;
    private static final String CYCLE = "sam-killed/lnv";

    @TempDir
    private Path folder;

    private final MailServer mailServer = new MailServer();

    @BeforeEach
    void startMailServer() {
        mailServer.up();
    }

    @AfterEach
    void stopMailServer() {
        mailServer.down();
    }

    @Test
    void givesEachColleagueOneMailAndOneTask() throws Exception {
        try (RunningApplication killed = start()) {
            hire(killed.jdbc());
            announce(killed);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> announcements(killed.jdbc()) > COLLEAGUES / 4);
            killed.kill();
        }
        try (RunningApplication again = start()) {
            JdbcClient jdbc = again.jdbc();
            long before = announcements(jdbc);
            assertThat(before)
                    .as("announcements before the application was killed")
                    .isBetween(1L, COLLEAGUES - 1L);

            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(sent(jdbc)).isEqualTo(COLLEAGUES));

            assertThat(jdbc.sql("""
                                    select assignee_ from act_ru_task where task_def_key_ = 'userTask_giveAsks' order by assignee_
                                    """).query(String.class).list()).isEqualTo(colleagues());
            assertThat(jdbc.sql("select recipient from ruggespraak.mail where kind = 'announcement' order by recipient")
                            .query(String.class)
                            .list())
                    .isEqualTo(colleagues());
            assertThat(jdbc.sql("select count(*) from act_ru_incident")
                            .query(Long.class)
                            .single())
                    .isZero();

            // SMTP cannot promise once: what was under way when the power went is sent again, recognisably, and
            // counted.
            List<MimeMessage> received = mailServer.received().stream()
                    .filter(KilledApplicationTests::isToAColleague)
                    .toList();
            assertThat(received.stream().map(KilledApplicationTests::messageId).collect(Collectors.toSet()))
                    .hasSize(COLLEAGUES);
            assertThat(received.size() - COLLEAGUES)
                    .isLessThanOrEqualTo(jdbc.sql("select sum(unsure) from ruggespraak.mail")
                            .query(Integer.class)
                            .single());
        }
    }

    private RunningApplication start() throws Exception {
        return RunningApplication.start(
                folder,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailServer.port(),
                "--camunda.bpm.job-execution.lock-time-in-millis=5000");
    }

    private static void hire(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                        select key, 'lnv', 'Colleague', key, key || '@lnv.example.org' from unnest(:keys) as k (key)
                        """).param("keys", colleagues().toArray(String[]::new)).update();
        jdbc.sql(
                        "insert into ruggespraak.person_role (person, role) select key, 'ADVISER' from unnest(:keys) as k (key)")
                .param("keys", colleagues().toArray(String[]::new))
                .update();
    }

    private static void announce(RunningApplication application) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(10);
        post(
                application.as("chair"),
                "/engine-rest/process-definition/key/network-meeting/start",
                Map.of(
                        "businessKey",
                        "sam-killed",
                        "variables",
                        Map.of(
                                "title", text("Killed"),
                                "network", text("sam"),
                                "startsAt", text(day + "T14:00"),
                                "endsAt", text(day + "T15:30"),
                                "location", text("Town hall"),
                                "region", text("den-bosch"),
                                "host", text("meierij"),
                                "topic", text("Power cuts"),
                                "statements", Map.of("type", "Json", "value", "[]"))));
        RestClient representative = application.as("lnv-representative");
        String task = await().atMost(Duration.ofMinutes(1))
                .until(() -> announceTask(representative), found -> !found.isEmpty());
        String list = colleagues().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        post(
                representative,
                "/engine-rest/task/" + task + "/complete",
                Map.of(
                        "variables",
                        Map.of("announcement", text("We meet"), "colleagues", Map.of("type", "Json", "value", list))));
    }

    private static String announceTask(RestClient representative) {
        JsonNode tasks = requireNonNull(representative
                .get()
                .uri(
                        "/engine-rest/task?taskDefinitionKey=userTask_announceMeeting&processInstanceBusinessKey={key}",
                        CYCLE)
                .retrieve()
                .body(JsonNode.class));
        return tasks.path(0).path("id").asText();
    }

    private static void post(RestClient as, String path, Map<String, Object> body) {
        as.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private static List<String> colleagues() {
        return IntStream.rangeClosed(1, COLLEAGUES)
                .mapToObj("colleague-%03d"::formatted)
                .toList();
    }

    private static long announcements(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from ruggespraak.mail where kind = 'announcement'")
                .query(Long.class)
                .single();
    }

    private static long sent(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from ruggespraak.mail where kind = 'announcement' and status = 'SENT'")
                .query(Long.class)
                .single();
    }

    /** The chair and the representatives hear of the meeting too. */
    private static boolean isToAColleague(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString().contains("colleague-");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> text(String value) {
        return Map.of("type", "String", "value", value);
    }
}
