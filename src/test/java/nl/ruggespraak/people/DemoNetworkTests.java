package nl.ruggespraak.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.database.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@RuggespraakTest
// With a database of its own: other tests add people to the demo's organisations.
@TestPropertySource(properties = "test.database=demo-network")
class DemoNetworkTests {

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void hasFourMembersWithThePeopleOfTheStory() {
        assertThat(people.members("sam", java.time.LocalDate.now()))
                .extracting(Organisation::key)
                .containsExactlyInAnyOrder("lnv", "rws", "odbn", "meierij");
        assertThat(people.of("lnv", List.of(Role.values())))
                .extracting(Person::key)
                .containsExactly(
                        "lnv-adviser-1",
                        "lnv-adviser-2",
                        "lnv-adviser-3",
                        "lnv-department-head-1",
                        "lnv-department-head-2",
                        "lnv-director",
                        "lnv-manager",
                        "lnv-representative");
        assertThat(demoPeople()).hasSize(34);
    }

    @Test
    void givesEachPersonTheRoleOfItsName() {
        assertThat(people.get("rws-department-head-2").roles()).containsExactly(Role.DEPARTMENT_HEAD);
        assertThat(people.get("odbn-representative").roles()).containsExactly(Role.REPRESENTATIVE);
        assertThat(people.get("chair").roles()).containsExactly(Role.CHAIR);
        assertThat(people.get("admin").roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(demoPeople()).allSatisfy(person -> assertThat(person.roles()).hasSize(1));
    }

    @Test
    void letsTheManagerDecideWhenTheDirectorDoesNot() {
        assertThat(people.get("lnv-director").deputy()).isEqualTo("lnv-manager");
    }

    @Test
    void putsMeatInspectorsAndRoadInspectorsInOneField() {
        assertThat(jdbc.sql(
                                "select distinct field from ruggespraak.occupation where key in ('meat-inspector', 'road-inspector')")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void doesNotComeBackOnceItWasRemoved() {
        Flyway flyway = flyway(TestPostgres.freshDatabase());
        flyway.migrate();
        JdbcClient database = JdbcClient.create(flyway.getConfiguration().getDataSource());
        assertThat(networks(database)).isOne();
        database.sql("truncate ruggespraak.network, ruggespraak.organisation, ruggespraak.person cascade")
                .update();

        flyway.migrate();

        assertThat(networks(database)).isZero();
        assertThat(database.sql("select count(*) from ruggespraak.person")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Flyway flyway(String url) {
        return Flyway.configure()
                .dataSource(url, "postgres", "")
                .schemas("ruggespraak")
                .defaultSchema("ruggespraak")
                .locations("classpath:db/migration", "classpath:db/demo")
                .placeholders(Map.of("language", "en"))
                .load();
    }

    private static int networks(JdbcClient database) {
        return database.sql("select count(*) from ruggespraak.network")
                .query(Integer.class)
                .single();
    }

    /** Other tests hire people too. */
    private List<Person> demoPeople() {
        Set<String> members = Set.of("lnv", "rws", "odbn", "meierij", "sam");
        return people.everybody().stream()
                .filter(person -> members.contains(person.email().replaceAll(".*@|\\.example\\.org", "")))
                .toList();
    }
}
