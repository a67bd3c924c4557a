package nl.ruggespraak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's tables have a schema of our choice, whatever the role is called; and stay where they are. */
class EngineSchemaTests {

    @Test
    void isPublicAlsoWhenARoleIsNamedAsOurSchema() {
        String address = GuidedDatabase.ONE_ROLE.make();
        assertThat(schemasAfterAStart(address, GuidedDatabase.ONE_ROLE)).containsExactly("public");
        assertThat(schemasAfterAStart(address, GuidedDatabase.ONE_ROLE))
                .as("and at the next start")
                .containsExactly("public");
    }

    @Test
    void staysThatOfTheRoleWhereTheTablesWereMadeInIt() {
        String address = GuidedDatabase.ONE_ROLE_OF_YESTERDAY.make();
        assertThat(schemasAfterAStart(address, GuidedDatabase.ONE_ROLE_OF_YESTERDAY))
                .containsExactly("ruggespraak");
        assertThat(schemasAfterAStart(address, GuidedDatabase.ONE_ROLE))
                .as("found without being named")
                .containsExactly("ruggespraak");
    }

    private static List<String> schemasAfterAStart(String address, GuidedDatabase database) {
        String[] settings = Stream.concat(
                        database.settings().stream(),
                        Stream.of(
                                "spring.datasource.url=" + address,
                                "ruggespraak.admin-password=Ruggespraak-1",
                                "camunda.bpm.process-engine-name=" + address.substring(address.lastIndexOf('/') + 1),
                                "camunda.bpm.job-execution.enabled=false",
                                "server.port=0"))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(RuggespraakApplication.class).run(settings)) {
            assertThat(application
                            .getBean(JdbcClient.class)
                            .sql("select count(*) from act_re_procdef")
                            .query(Long.class)
                            .single())
                    .isPositive();
            return application
                    .getBean(JdbcClient.class)
                    .sql("select distinct schemaname from pg_tables where tablename like 'act\\_%' order by 1")
                    .query(String.class)
                    .list();
        }
    }
}
