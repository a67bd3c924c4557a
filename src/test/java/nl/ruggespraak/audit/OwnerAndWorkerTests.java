package nl.ruggespraak.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakApplication;
import nl.ruggespraak.database.GuidedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application on a database of somebody's own, set up with the very statements that the operations guide gives. */
class OwnerAndWorkerTests {

    private static String address = "";
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void setUpAsTheGuideSays() {
        address = GuidedDatabase.OWNER_AND_WORKER.make();
        application = new SpringApplicationBuilder(RuggespraakApplication.class)
                .run(Stream.concat(
                                GuidedDatabase.OWNER_AND_WORKER.settings().stream(),
                                Stream.of(
                                        "spring.datasource.url=" + address,
                                        "ruggespraak.admin-password=Ruggespraak-1",
                                        "camunda.bpm.process-engine-name=ownerAndWorker",
                                        "camunda.bpm.job-execution.enabled=false",
                                        "server.port=0"))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void addsToTheTrailAndReadsIt() {
        assertThat(application
                        .getBean(JdbcClient.class)
                        .sql(
                                "select current_user || ' ' || action from ruggespraak.audit where subject = 'person/admin' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("ruggespraak ACCOUNT_MADE", "ruggespraak ROLE_GRANTED", "ruggespraak PASSWORD_SET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ruggespraak.audit set details = ''",
                "delete from ruggespraak.audit",
                "truncate ruggespraak.audit",
                "alter table ruggespraak.audit disable trigger all",
                "alter table ruggespraak.audit rename to other",
                "drop table ruggespraak.audit",
                "drop trigger audit_stays_as_it_is on ruggespraak.audit",
                "create or replace function ruggespraak.audit_stays_as_it_is() returns trigger language plpgsql as $$begin return new; end$$",
                "create rule r as on insert to ruggespraak.audit do instead nothing",
                "drop schema ruggespraak cascade",
                "set session_replication_role = replica"
            })
    void refusesTheApplicationsOwnRole(String change) {
        JdbcClient worker = application.getBean(JdbcClient.class);
        long before = count(worker);

        assertThatThrownBy(() -> worker.sql(change).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner", "append-only", "no privileges");
        assertThat(count(worker)).isEqualTo(before).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ruggespraak.audit set details = ''", "delete from ruggespraak.audit"})
    void grantsTheOwnerNoMore(String change) {
        assertThatThrownBy(() -> GuidedDatabase.as(address, "ruggespraak_owner")
                        .sql(change)
                        .update())
                .hasStackTraceContaining("permission denied for table audit");
    }

    @Test
    void letsTheApplicationWorkWithEveryOtherTable() {
        assertThat(application
                        .getBean(JdbcClient.class)
                        .sql("""
                                select relname from pg_class where relnamespace = 'ruggespraak'::regnamespace and relkind = 'r' and not (
                                    has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert')
                                    and has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete'))
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("audit");
    }

    private static long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from ruggespraak.audit")
                .query(Long.class)
                .single();
    }
}
