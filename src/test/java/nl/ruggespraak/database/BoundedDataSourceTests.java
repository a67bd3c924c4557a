package nl.ruggespraak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who waits for the database how long, also when it is behind a network that swallows everything. */
class BoundedDataSourceTests {

    private static final DatabaseTimes TIMES = new DatabaseTimes(Duration.ofSeconds(1), Duration.ofSeconds(3));

    private SilentProxy network;
    private HikariDataSource pool;
    private BoundedDataSource source;
    private JdbcClient jdbc;

    @BeforeEach
    void aPoolThroughANetwork() throws IOException {
        URI database = URI.create(TestPostgres.freshDatabase().substring("jdbc:".length()));
        network = new SilentProxy(database.getPort());
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + network.port() + database.getPath());
        settings.setUsername("postgres");
        settings.setMaximumPoolSize(4);
        settings.setConnectionTimeout(2000);
        settings.setValidationTimeout(500);
        settings.addDataSourceProperty("cancelSignalTimeout", "1");
        settings.addDataSourceProperty("connectTimeout", "1");
        settings.addDataSourceProperty("socketTimeout", "4");
        pool = new HikariDataSource(settings);
        source = new BoundedDataSource(pool, TIMES);
        jdbc = JdbcClient.create(source);
    }

    @AfterEach
    void end() throws IOException {
        RequestContextHolder.resetRequestAttributes();
        network.close();
        pool.close();
    }

    @Test
    void endsARequestsStatementAfterItsTimeAndAJobsLater() {
        aRequest();
        assertTooLate(1.2);
        RequestContextHolder.resetRequestAttributes();
        source.ready();
        sleep(1.2);
        assertTooLate(4);
    }

    @Test
    void letsMigrationsAtTheStartTakeTheirTime() {
        sleep(4);
    }

    @Test
    void letsLongWorkTakeAJobsTime() {
        aRequest().setAttribute(BoundedDataSource.LONG_WORK, true);
        sleep(1.2);
    }

    @Test
    void leavesNothingBehindForTheNext() {
        aRequest();
        assertTooLate(1.2);
        RequestContextHolder.resetRequestAttributes();
        sleep(1.2);
        assertThat(jdbc.sql("show statement_timeout").query(String.class).single())
                .isEqualTo("0");
    }

    @Test
    void asksNothingMoreForARequestThatWasGivenNoAnswer() throws SQLException {
        MockHttpServletRequest request = aRequest();
        NoAnswer.note(request);
        assertThatThrownBy(source::getConnection).matches(NoAnswer::isOutage);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void givesUpOnADatabaseThatFellSilentInTheMiddle() {
        sleep(0);
        aRequest();
        network.fallSilent();

        Duration waited = timeOf(() -> assertThatThrownBy(() -> sleep(0)).matches(NoAnswer::isReasonOf));

        assertThat(waited).isLessThan(Duration.ofSeconds(8));
        aRequest();
        assertThat(timeOf(() -> assertThatThrownBy(() -> sleep(0)).matches(NoAnswer::isReasonOf)))
                .as("The next waits for a connection only")
                .isLessThan(Duration.ofSeconds(5));
        assertThat(timeOf(() -> assertThatThrownBy(() -> sleep(0)).matches(NoAnswer::isOutage)))
                .as("And the same request for nothing any more")
                .isLessThan(Duration.ofMillis(500));
    }

    private static MockHttpServletRequest aRequest() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return request;
    }

    private void assertTooLate(double seconds) {
        assertThatThrownBy(() -> sleep(seconds))
                .matches(NoAnswer::isReasonOf)
                .matches(failure -> !NoAnswer.isOutage(failure));
    }

    private void sleep(double seconds) {
        jdbc.sql("select 1 from pg_sleep(?)")
                .param(seconds)
                .query(Integer.class)
                .single();
    }

    private static Duration timeOf(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
