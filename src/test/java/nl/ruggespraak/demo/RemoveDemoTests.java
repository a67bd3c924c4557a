package nl.ruggespraak.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.RunningApplication;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** One button removes the demo with all that happened in it, and a network of one's own begins. One thing comes after the other. */
@RuggespraakTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=removedDemo")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoveDemoTests {

    private static final String PASSWORD = "Bijeenkomst-2026";

    /** What stays: the trail, who has removed it, what everybody chooses from, and what the installation keeps of itself. */
    private static final Set<String> STAY = Set.of(
            "audit",
            "person",
            "person_role",
            "sign_in",
            "demo_network",
            "region",
            "region_alias",
            "occupation",
            "occupation_alias",
            "occupation_field",
            "calendar_installation",
            "flyway_schema_history",
            "engine_schema_history",
            "people_import",
            "people_import_line");

    private static final String REAL = """
            network;network name;organisation;organisation name;person;first name;last name;email;roles
            oost;Netwerk Oost;zwolle;Gemeente Zwolle;anna;Anna;Berg;anna.berg@zwolle.example.org;representative
            oost;Netwerk Oost;zwolle;Gemeente Zwolle;piet;Piet;Vos;piet.vos@zwolle.example.org;chair director
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Flyway flyway;

    @Test
    @Order(1)
    void isForAdministratorsWhoAreSureAndSayWhoTheyAre() {
        assertThat(Visitor.signedIn(port, "chair").get("/setup/demo").statusCode())
                .isEqualTo(403);
        Visitor admin = Visitor.signedIn(port, "admin");
        assertThat(admin.get("/setup").body()).contains("href=\"/setup/demo\"");

        HttpResponse<String> refused = admin.form("/setup/demo", "/setup/demo", "email=nobody&password=a&again=b");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Tick that you are sure", "Say your first name", "was not typed the same way twice");
        assertThat(admin.form("/setup/demo", "/setup/demo", self("admin")).body())
                .contains("A password has at least 10 characters");
        assertThat(count("network")).isOne();
    }

    @Test
    @Order(2)
    void removesEverythingThatHappenedInIt() {
        meetings.aPlannedMeeting();
        meetings.anAnnouncedMeeting("lnv");
        meetings.aStartedMeeting("rws");
        meetings.aReportedMeeting("odbn");
        Visitor admin = Visitor.signedIn(port, "admin");
        admin.get("/meetings");
        upload(admin, REAL);
        assertThat(Visitor.stranger(port).signIn("anna", "anna").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).doesNotContain("refused"));

        assertThat(admin.location(admin.form("/setup/demo", "/setup/demo", self(PASSWORD))))
                .isEqualTo("/setup");

        assertThat(admin.get("/setup").body()).contains("The demo is gone, and does not come back");
        assertThat(rows("select distinct key from ruggespraak.person"))
                .containsExactlyInAnyOrder("admin", "anna", "piet");
        assertThat(rows("select key from ruggespraak.organisation")).containsExactly("zwolle");
        assertThat(rows("select key from ruggespraak.network")).containsExactly("oost");
        assertThat(tables().stream()
                        .filter(table -> !STAY.contains(table))
                        .filter(table -> !Set.of("network", "organisation", "membership", "network_chair", "sign_in")
                                .contains(table))
                        .filter(table -> count(table) > 0))
                .isEmpty();
        for (String table :
                List.of("act_ru_execution", "act_ru_task", "act_hi_procinst", "act_hi_taskinst", "act_hi_varinst")) {
            assertThat(rows("select id_ from " + table)).as(table).isEmpty();
        }
        assertThat(rows("select id_ from act_ru_job where process_def_key_ is not null"))
                .isEmpty();
        assertThat(rows("select id_ from act_id_user")).containsExactlyInAnyOrder("admin", "anna", "piet");
        assertThat(rows("select id_ from act_id_tenant")).containsExactly("zwolle");
        assertThat(rows("select id_ from act_id_group where id_ like 'chairs-%'"))
                .containsExactly("chairs-oost");
        assertThat(rows("select user_id_ from act_ru_authorization where user_id_ <> '*'"))
                .isSubsetOf("admin", "anna", "piet");
    }

    @Test
    @Order(3)
    void leavesNoDefaultPassword() {
        for (String user : List.of("admin", "chair", "lnv-adviser-1", "anna", "piet")) {
            Visitor visitor = Visitor.stranger(port);
            assertThat(visitor.location(visitor.signIn(user, user))).as(user).isEqualTo("/sign-in?refused");
        }
        Visitor admin = Visitor.stranger(port);
        assertThat(admin.location(admin.signIn("admin", PASSWORD))).isEqualTo("/");
        assertThat(admin.get("/setup").body()).contains("Sanne Prins");
        assertThat(rows("select first_name from ruggespraak.person where key = 'admin'"))
                .containsExactly("Sanne");
    }

    @Test
    @Order(4)
    void doesNotComeBack() {
        flyway.migrate();
        assertThat(rows("select key from ruggespraak.network")).containsExactly("oost");
        Visitor admin = Visitor.stranger(port);
        admin.signIn("admin", PASSWORD);
        assertThat(admin.get("/setup/demo").statusCode()).isEqualTo(404);
        assertThat(admin.get("/demo").statusCode()).isEqualTo(404);
        assertThat(admin.get("/").body()).doesNotContain("/demo\"");
    }

    @Test
    @Order(5)
    void leavesNoDoorForWhoComesLater() {
        Visitor admin = Visitor.stranger(port);
        admin.signIn("admin", PASSWORD);
        upload(
                admin,
                REAL + "oost;Netwerk Oost;zwolle;Gemeente Zwolle;mies;Mies;Smit;mies@zwolle.example.org;adviser\n");
        assertThat(rows("select id_ from act_id_user")).contains("mies");
        Visitor mies = Visitor.stranger(port);
        assertThat(mies.location(mies.signIn("mies", "mies"))).isEqualTo("/sign-in?refused");
    }

    @Test
    @Order(6)
    void isGoneAfterAStartOfTheRealApplicationToo(@TempDir Path folder) throws Exception {
        try (RunningApplication first = RunningApplication.start(folder)) {
            Visitor admin = Visitor.signedIn(first.port(), "admin");
            assertThat(admin.location(admin.form("/setup/demo", "/setup/demo", self(PASSWORD))))
                    .isEqualTo("/setup");
        }
        try (RunningApplication again = RunningApplication.start(folder)) {
            Visitor admin = Visitor.stranger(again.port());
            assertThat(admin.location(admin.signIn("admin", "admin"))).isEqualTo("/sign-in?refused");
            assertThat(admin.location(admin.signIn("admin", PASSWORD))).isEqualTo("/");
            assertThat(admin.location(admin.get("/"))).isEqualTo("/setup");
            assertThat(admin.get("/setup").body()).contains("There is no network yet", "There is no demo here");
            assertThat(again.jdbc()
                            .sql("select count(*) from ruggespraak.person")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    private void upload(Visitor admin, String file) {
        String page = admin.location(admin.upload("/admin/import", file));
        admin.form(page, page, "");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> rows("select status from ruggespraak.people_import order by id").stream()
                        .allMatch("APPLIED"::equals));
    }

    private static String self(String password) {
        return Map.of(
                        "sure", "yes",
                        "firstName", "Sanne",
                        "lastName", "Prins",
                        "email", "sanne.prins@zwolle.example.org",
                        "password", password,
                        "again", password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private List<String> tables() {
        return rows("select tablename from pg_tables where schemaname = 'ruggespraak'");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from ruggespraak." + table)
                .query(Long.class)
                .single();
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
