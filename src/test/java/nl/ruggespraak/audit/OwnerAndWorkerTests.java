package nl.ruggespraak.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.ruggespraak.RuggespraakApplication;
import nl.ruggespraak.database.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application on a database of somebody's own, set up with the very statements that the operations guide gives. */
class OwnerAndWorkerTests {

    private static final Path GUIDE = Path.of("src/docs/operations.md");
    private static final Pattern STATEMENTS = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private static String address = "";
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void setUpAsTheGuideSays() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> blocks = STATEMENTS
                .matcher(guide.substring(guide.indexOf("### An owner and a worker")))
                .results()
                .map((MatchResult found) -> found.group(1).replace("'…'", "'Ruggespraak-1'"))
                .toList();
        String anywhere = TestPostgres.freshDatabase();
        address = anywhere.substring(0, anywhere.lastIndexOf('/')) + "/ruggespraak";
        run(as(anywhere, "postgres"), blocks.get(0));
        run(as(address, "postgres"), blocks.get(1));
        application = new SpringApplicationBuilder(RuggespraakApplication.class)
                .run(
                        "--spring.datasource.url=" + address,
                        "--spring.datasource.username=ruggespraak",
                        "--spring.datasource.password=Ruggespraak-1",
                        "--spring.flyway.user=ruggespraak_owner",
                        "--spring.flyway.password=Ruggespraak-1",
                        "--ruggespraak.admin-password=Ruggespraak-1",
                        "--camunda.bpm.process-engine-name=ownerAndWorker",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0");
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
        assertThatThrownBy(() -> as(address, "ruggespraak_owner").sql(change).update())
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

    private static void run(JdbcClient jdbc, String statements) {
        for (String statement : statements.split(";\n")) {
            jdbc.sql(statement).update();
        }
    }

    private static JdbcClient as(String address, String role) {
        return JdbcClient.create(new DriverManagerDataSource(address, role, "Ruggespraak-1"));
    }
}
