package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody asks for what the database does not answer in time. */
@RuggespraakTest
@TestPropertySource(properties = "ruggespraak.database.time.requests=1s")
class NoAnswerTests {

    private static final String SENTENCE = "The database did not answer in time";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final ExecutorService somebodyElse = Executors.newSingleThreadExecutor();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() throws InterruptedException {
        released.countDown();
        somebodyElse.shutdown();
        assertThat(somebodyElse.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "chair, /networks/sam, ruggespraak.network",
        "chair, /networks/sam, ruggespraak.person",
        "admin, /audit, ruggespraak.audit",
        "lnv-adviser-1, /asks, ruggespraak.ask"
    })
    void tellsThatAPageTookTooLong(String person, String path, String table) {
        Visitor visitor = Visitor.signedIn(port, person);
        lock(table);

        HttpResponse<String> page = visitor.get(path);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("<h1>This took too long</h1>", SENTENCE)
                .doesNotContain("SQL");
        HttpResponse<String> data = visitor.getJson(path);
        assertThat(data.statusCode()).isEqualTo(503);
        assertThat(data.body()).contains("\"message\"", SENTENCE);
        assertNothingGoesOn(table);
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task, act_ru_task",
        "/engine-rest/history/task, act_hi_taskinst",
        "/engine-rest/engine/default/process-instance, act_ru_execution"
    })
    void tellsAProgramSoInTheShapeOfTheInterface(String path, String table) {
        Visitor program = Visitor.program(port, "lnv-manager");
        assertThat(program.getJson(path).statusCode()).isEqualTo(200);
        lock(table);

        HttpResponse<String> answer = program.getJson(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"message\"", SENTENCE);
        assertNothingGoesOn(table);
    }

    @Test
    void tellsTasklistSo() {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
        adviser.get("/camunda/app/tasklist/default/");
        lock("act_ru_task");

        HttpResponse<String> answer = adviser.postJson("/camunda/api/engine/engine/default/task", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"message\"", SENTENCE);
    }

    @Test
    void takesItsTimeForAPageThatIsKnownToTakeLong() throws InterruptedException {
        Visitor admin = Visitor.signedIn(port, "admin");
        lock("ruggespraak.membership");
        CompletableFuture<HttpResponse<String>> file =
                CompletableFuture.supplyAsync(() -> admin.get("/admin/import/people.csv"));
        assertThat(released.await(2500, TimeUnit.MILLISECONDS))
                .as("nobody releases it before")
                .isFalse();

        released.countDown();

        assertThat(file.orTimeout(20, TimeUnit.SECONDS).join().statusCode()).isEqualTo(200);
    }

    private void lock(String table) {
        CountDownLatch locked = new CountDownLatch(1);
        somebodyElse.execute(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table " + table + " in access exclusive mode").update();
            locked.countDown();
            try {
                assertThat(released.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            assertThat(locked.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertNothingGoesOn(String table) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(jdbc.sql("""
                                select query from pg_stat_activity
                                where state = 'active' and wait_event_type = 'Lock' and datname = current_database()
                                """).query(String.class).list())
                                .as(table)
                                .isEmpty());
    }
}
