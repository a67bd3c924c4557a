package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ruggespraak.RuggespraakTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** With the job executor as it runs for people. The engine has a name of its own, or the other tests' REST interface would find it. */
@RuggespraakTest
@TestPropertySource(
        properties = {"camunda.bpm.job-execution.enabled=true", "camunda.bpm.process-engine-name=withJobExecutor"})
@DirtiesContext
class EngineSettingsTests {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JobExecutor jobExecutor;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void jobsAreLockedForAMinuteAndTakenInTheOrderOfTheirDueDates() {
        assertThat(engine.getJobExecutor()).isSameAs(jobExecutor);
        assertThat(jobExecutor.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(jobExecutor.getMaxJobsPerAcquisition()).isEqualTo(5);
        assertThat(jobExecutor.getMaxWait()).isEqualTo(5_000);
        assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
    }

    @Test
    void failedJobsAreRetriedForAnHourBeforeTheyBecomeIncidents() {
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
        assertThat(engine.isCreateIncidentOnFailedJobEnabled()).isTrue();
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    }

    @Test
    void historyIsFullAndRemovedAtNightWhenItsTimeIsOver() {
        assertThat(engine.getHistoryLevel().getName()).isEqualTo("full");
        assertThat(engine.getHistoryTimeToLive()).isEqualTo("P180D");
        assertThat(engine.isHistoryCleanupEnabled()).isTrue();
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(engine.getHistoryCleanupStrategy()).isEqualTo("removalTimeBased");
    }

    @Test
    void weakPasswordsAreRefused() {
        assertThat(engine.isEnablePasswordPolicy()).isTrue();
        PasswordPolicyResult result = identityService.checkPasswordAgainstPolicy("lnv-director");
        assertThat(result.isValid()).isFalse();
    }

    @Test
    void passwordsAreKeptSaltedAndHashed() {
        assertThat(engine.getPasswordEncryptor().hashAlgorithmName()).isEqualTo("sha384");
        assertThat(jdbc.sql(
                                "select count(*) filter (where pwd_ like '{sha384}{bcrypt}$2a$%' and length(salt_) > 15) = count(*) and count(distinct salt_) = count(*) from act_id_user")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void authorizationsAreChecked() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isTenantCheckEnabled()).isTrue();
        assertThat(engine.isEnableHistoricInstancePermissions()).isTrue();
    }
}
