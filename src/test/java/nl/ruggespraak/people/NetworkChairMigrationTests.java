package nl.ruggespraak.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ruggespraak.database.TestPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who leads which network after the migration, on an installation of yesterday. */
class NetworkChairMigrationTests {

    private DriverManagerDataSource database = new DriverManagerDataSource();

    @BeforeEach
    void anInstallationOfYesterday() {
        database = new DriverManagerDataSource(TestPostgres.freshDatabase(), "postgres", "");
        flyway().target("20?").load().migrate();
        run("insert into ruggespraak.organisation (key, name) values ('lnv', 'Ministry')");
        run("insert into ruggespraak.region (key, name) values ('south', 'The south')");
        network("a1");
        chair("ellen");
    }

    @Test
    void leavesTheOneNetworkToAllItsChairs() {
        chair("pieter");
        plans("ellen", "a1");

        assertThat(led()).containsExactly("a1 ellen", "a1 pieter");
    }

    @Test
    void givesChairsTheNetworksInWhichTheyHavePlannedOrAllIfTheyHavePlannedNothing() {
        network("b1");
        chair("pieter");
        chair("anna");
        plans("ellen", "a1");
        plans("pieter", "b1");

        assertThat(led()).containsExactly("a1 anna", "a1 ellen", "b1 anna", "b1 pieter");
    }

    @Test
    void leavesNoNetworkWithoutAChair() {
        network("b1");
        plans("ellen", "a1");

        assertThat(led()).containsExactly("a1 ellen", "b1 ellen");
    }

    @Test
    void keepsTheOtherRolesAndKnowsChairsInOnePlaceOnly() {
        run("insert into ruggespraak.person_role (person, role) values ('ellen', 'ADVISER')");

        assertThat(led()).containsExactly("a1 ellen");
        assertThat(list("select person || ' ' || role from ruggespraak.person_role"))
                .containsExactly("ellen ADVISER");
        assertThat(list("select name from ruggespraak.held_role where person = 'ellen' order by 1"))
                .containsExactly("ADVISER", "CHAIR@a1");
    }

    private List<String> led() {
        flyway().load().migrate();
        return list("select network || ' ' || person from ruggespraak.network_chair order by 1");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .schemas("ruggespraak")
                .defaultSchema("ruggespraak")
                .locations("classpath:db/migration");
    }

    private void network(String key) {
        run("insert into ruggespraak.network (key, name) values ('%1$s', '%1$s')".formatted(key));
    }

    private void chair(String key) {
        run(
                "insert into ruggespraak.person (key, first_name, last_name, email) values ('%1$s', '%1$s', 'Smit', '%1$s@example.org')"
                        .formatted(key));
        run("insert into ruggespraak.person_role (person, role) values ('%s', 'CHAIR')".formatted(key));
    }

    private void plans(String chair, String network) {
        run("""
                insert into ruggespraak.meeting (key, network, title, topic, host, location, region, lead_time_days, starts_at, ends_at, announce_at,
                    announce_by_itself_at, remind_at, asks_close_at, leads_due_at, report_period_ends_at, publish_due_at, evaluate_at, planned_by, planned_at)
                select '%1$s-meeting', '%1$s', 'Meeting', '', 'lnv', 'Here', 'south', 14, t, t + interval '1 hour', t, t, t, t, t, t, t, t, '%2$s', t
                from (values (timestamptz '2026-01-15 14:00Z')) as moment (t)
                """.formatted(network, chair));
    }

    private void run(String sql) {
        JdbcClient.create(database).sql(sql).update();
    }

    private List<String> list(String sql) {
        return JdbcClient.create(database).sql(sql).query(String.class).list();
    }
}
