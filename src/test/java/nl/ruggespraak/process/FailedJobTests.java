package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a failure of our own database does to a job, such as the delivery of a mail. */
@RuggespraakTest
class FailedJobTests {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private ManagementService management;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private JdbcClient jdbc;

    static Stream<Throwable> outages() {
        return Stream.of(
                new PSQLException("connection broke", PSQLState.CONNECTION_FAILURE, new SocketTimeoutException()),
                new PersistenceException(new SQLException("terminating connection", "57P01")),
                new IllegalStateException(new PersistenceException(new SQLException("is starting up", "57P03"))),
                new CannotGetJdbcConnectionException(
                        "pool", new SQLTransientConnectionException("Connection is not available")));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void usesUpNoRetryWhenTheDatabaseWasAwayHoweverOften(Throwable outage) {
        Job job = aJob();

        IntStream.range(0, 10).forEach(i -> fail(job, outage));

        assertThat(again(job).getRetries()).isGreaterThanOrEqualTo(3);
        assertThat(again(job).getDuedate())
                .as("It is tried again a little later")
                .isNotNull();
        assertThat(management
                        .createJobQuery()
                        .jobId(job.getId())
                        .noRetriesLeft()
                        .count())
                .isZero();
    }

    @Test
    void usesUpRetriesWhenItIsTheJobsOwnFailure() {
        Job job = aJob();

        IntStream.range(0, 10).forEach(i -> fail(job, new IllegalStateException("The mail server says no")));

        assertThat(again(job).getRetries()).isZero();
    }

    private Job aJob() {
        meetings.anAnnouncedMeeting("lnv");
        String definition = jdbc.sql("select id_ from act_ru_job where retries_ > 0 order by duedate_ limit 1")
                .query(String.class)
                .single();
        return management.createJobQuery().jobId(definition).singleResult();
    }

    private Job again(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult();
    }

    private void fail(Job job, Throwable failure) {
        engine.getCommandExecutorTxRequired()
                .execute(engine.getFailedJobCommandFactory().getCommand(job.getId(), failure));
    }
}
