package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.JdbcRoles;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an open session when its account ends or its roles change. */
@RuggespraakTest
class AccountNowTests {

    private static final String PERSON = "odbn-manager";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default/process-definition/statistics";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private JdbcRoles roles;

    @Autowired
    private Identities identities;

    @Autowired
    private JdbcClient jdbc;

    private Visitor session = Visitor.stranger(0);

    @BeforeEach
    void somebodyIsAtWork() {
        session = Visitor.signedIn(port, PERSON);
        session.get(TASKLIST);
    }

    @AfterEach
    void everythingIsAsItWas() {
        takesPart(true);
        roles.replace(PERSON, Set.of(HeldRole.of("MANAGER")));
        identities.follow(PERSON);
    }

    @Test
    void endsTheSessionOfADeletedAccount() {
        assertOpen();

        assertThat(Visitor.program(port, "admin")
                        .json("DELETE", "/engine-rest/user/" + PERSON, "")
                        .statusCode())
                .isEqualTo(204);

        assertEnded();
        assertThat(people.get(PERSON).active())
                .as("whose account is gone takes part no more")
                .isFalse();
        takesPart(true);
        identities.follow(PERSON);
        assertThat(identities.roles(PERSON)).isPresent();
        assertEnded();
    }

    @Test
    void endsTheSessionOfWhoNoLongerTakesPart() {
        takesPart(false);
        assertEnded();

        takesPart(true);
        assertEnded();
        assertThat(Visitor.signedIn(port, PERSON).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAProgramWhoseAccountIsGone() {
        Visitor program = Visitor.program(port, PERSON);
        assertThat(program.getJson("/engine-rest/task").statusCode()).isEqualTo(200);
        Visitor.program(port, "admin").json("DELETE", "/engine-rest/user/" + PERSON, "");
        assertThat(program.getJson("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void takesARoleAwayAtOnce() {
        assertThat(session.getJson(COCKPIT).statusCode()).isEqualTo(200);
        assertThat(session.get("/").body()).contains("cockpit");

        has(Role.ADVISER);

        assertThat(session.getJson(COCKPIT).statusCode()).isEqualTo(403);
        assertThat(session.get("/").body()).doesNotContain("cockpit");
        assertThat(session.getJson("/engine-rest/job").statusCode()).isEqualTo(403);
        assertThat(session.getJson(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void givesARoleAtOnceAndTakesItBack() {
        assertThat(session.get("/audit").statusCode()).isEqualTo(403);

        has(Role.MANAGER, Role.ADMINISTRATOR);
        assertThat(session.get("/audit").statusCode()).isEqualTo(200);
        assertThat(session.getJson("/engine-rest/deployment/registered").statusCode())
                .isEqualTo(200);

        has(Role.MANAGER);
        assertThat(session.get("/audit").statusCode()).isEqualTo(403);
        assertThat(session.getJson("/engine-rest/deployment/registered").statusCode())
                .isEqualTo(403);
    }

    private void has(Role... held) {
        roles.replace(
                PERSON, Stream.of(held).map(role -> new HeldRole(role, null)).collect(Collectors.toSet()));
        identities.follow(PERSON);
    }

    private void takesPart(boolean active) {
        jdbc.sql("update ruggespraak.person set active = :active where key = :person")
                .param("active", active)
                .param("person", PERSON)
                .update();
        assertThat(people.get(PERSON).active()).isEqualTo(active);
    }

    private void assertOpen() {
        assertThat(session.get("/").statusCode()).isEqualTo(200);
        assertThat(session.getJson(TASKS).statusCode()).isEqualTo(200);
        assertThat(session.getJson("/engine-rest/task").statusCode()).isEqualTo(200);
    }

    private void assertEnded() {
        assertThat(session.getJson("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(session.getJson(TASKS).statusCode()).isEqualTo(401);
        assertThat(session.location(session.get("/"))).isEqualTo("/sign-in");
        assertThat(session.location(session.get(TASKLIST))).isEqualTo("/sign-in");
    }
}
