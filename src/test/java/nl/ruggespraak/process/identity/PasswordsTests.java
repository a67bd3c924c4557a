package nl.ruggespraak.process.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.digest.ShaHashDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** How passwords are kept, tried and refused. */
@RuggespraakTest
@TestPropertySource(properties = "ruggespraak.passwords.bcrypt-strength=6")
class PasswordsTests {

    private static final String REST = "/engine-rest/engine";
    private static final String GOOD = "Correct-Horse-7";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @MockitoSpyBean
    private PasswordHashes hashes;

    @Test
    void keepsAPasswordByBcryptHoweverLongItIs() {
        String password = GOOD + "é".repeat(200);
        make("long-password", password);

        assertThat(kept("long-password")).startsWith("{sha384}{bcrypt}$2a$06$");
        assertThat(asks("long-password", password)).isEqualTo(200);
        assertThat(asks("long-password", password.substring(1))).isEqualTo(401);
        assertThat(asks("long-password", password.substring(0, password.length() - 1) + "e"))
                .isEqualTo(401);
        assertThat(asks("long-password", password + "e")).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "lnv-adviser-1, {SHA-512}",
        "lnv-adviser-3, {SHA}",
        "lnv-director, {sha384}{bcrypt}$2a$04$",
    })
    void takesAnOlderHashAndReplacesItAtTheSignIn(String user, String kind) {
        keep(user, kind, user);
        assertThat(asks(user, "wrong")).isEqualTo(401);
        assertThat(kept(user)).startsWith(kind);
        List<String> trail = trail(user);

        Visitor visitor = Visitor.stranger(port);
        assertThat(visitor.location(visitor.signIn(user, user))).isEqualTo("/");

        assertThat(kept(user)).startsWith("{sha384}{bcrypt}$2a$06$");
        assertThat(asks(user, user)).isEqualTo(200);
        assertThat(asks(user, "wrong")).isEqualTo(401);
        assertThat(trail(user)).as("The password is the same").isEqualTo(trail);
    }

    @ParameterizedTest
    @CsvSource({
        "lnv-adviser-2, ''",
        "odbn-adviser-2, {SHA-512}",
        "odbn-adviser-3, {SHA}",
        "rws-adviser-1, {sha384}{bcrypt}$2a$04$",
        "rws-adviser-2, none",
        "nobody-at-all, ''",
        "'', ''",
        "'nobody\0', ''"
    })
    void doesTheSameWorkForWhoIsWrongWhateverThereIs(String user, String kind) {
        if (kind.startsWith("{")) {
            keep(user, kind, user);
        } else if (kind.equals("none")) {
            jdbc.sql("update act_id_user set pwd_ = null where id_ = ?")
                    .param(user)
                    .update();
        } else {
            asks(user, user);
        }

        clearInvocations(hashes);
        assertThat(asks(user, "wrong")).isEqualTo(401);
        assertThat(fullChecks()).isEqualTo(1);

        clearInvocations(hashes);
        Visitor visitor = Visitor.stranger(port);
        assertThat(visitor.location(visitor.signIn(user, "wrong"))).isEqualTo("/sign-in?refused");
        assertThat(fullChecks()).isEqualTo(1);
    }

    @Test
    void hashesOnceForAProgramThatAsksManyTimes() {
        make("busy-program", GOOD);
        clearInvocations(hashes);
        for (int i = 0; i < 20; i++) {
            assertThat(asks("busy-program", GOOD)).isEqualTo(200);
        }
        verify(hashes, times(1)).check(anyString(), anyString());
        verify(hashes, never()).checkInVain(anyString());
        assertThat(asks("busy-program", "wrong")).isEqualTo(401);
    }

    @Test
    void forgetsAtOnceAPasswordThatIsNoLongerRight() {
        make("changing", GOOD);
        assertThat(asks("changing", GOOD)).isEqualTo(200);

        assertThat(Visitor.program(port, "admin")
                        .json(
                                "PUT",
                                "/engine-rest/user/changing/credentials",
                                "{\"password\": \"Another-Horse-8\", \"authenticatedUserPassword\": \"admin\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(asks("changing", GOOD)).isEqualTo(401);
        assertThat(asks("changing", "Another-Horse-8")).isEqualTo(200);

        keep("changing", "{SHA-512}", "set on another node");
        assertThat(asks("changing", "Another-Horse-8")).isEqualTo(401);
        assertThat(asks("changing", "set on another node")).isEqualTo(200);

        Visitor.program(port, "admin").json("DELETE", "/engine-rest/user/changing", "");
        assertThat(asks("changing", "set on another node")).isEqualTo(401);
        make("changing", GOOD);
        assertThat(asks("changing", "set on another node")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short-1A!",
                "nouppercase-1",
                "NOLOWERCASE-1",
                "NoDigitHere-",
                "NoSpecialChar1",
                "Weakling-2026",
                "Jacoba-2026-!",
                ""
            })
    void refusesAWeakPasswordWithTheRule(String password) {
        for (String api : List.of("/engine-rest/user", "/camunda/api/engine/engine/default/user")) {
            Visitor admin = Visitor.signedIn(port, "admin");
            admin.get("/camunda/app/admin/default/");
            HttpResponse<String> made = api.startsWith("/camunda")
                    ? admin.postJson(api + "/create", user("weakling", password))
                    : Visitor.program(port, "admin").postJson(api + "/create", user("weakling", password));
            assertIsToldTheRule(made);
        }
        make("steady", GOOD);
        HttpResponse<String> changed = Visitor.program(port, "steady", GOOD)
                .json(
                        "PUT",
                        "/engine-rest/user/steady/credentials",
                        "{\"password\": \"%s\", \"authenticatedUserPassword\": \"%s\"}"
                                .formatted(password.replace("Weakling", "Steady"), GOOD));
        assertIsToldTheRule(changed);
        assertThat(asks("steady", GOOD)).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from act_id_user where id_ = 'weakling'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void opensNoAccountWithoutAPassword() {
        Visitor.program(port, "admin").postJson("/engine-rest/user/create", "{\"profile\": {\"id\": \"no-password\"}}");
        for (String password : Set.of("", "null", "no-password")) {
            assertThat(asks("no-password", password)).isEqualTo(401);
        }
    }

    private static void assertIsToldTheRule(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains("A password has at least 10 characters", "neither the user name nor the first name");
    }

    /** Checks that cost what a check of today's hashes costs. */
    private long fullChecks() {
        return mockingDetails(hashes).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("checkInVain")
                        || call.getMethod().getName().equals("check")
                                && call.<String>getArgument(1).startsWith("{bcrypt}$2a$06$"))
                .count();
    }

    private void make(String user, String password) {
        Visitor admin = Visitor.program(port, "admin");
        admin.json("DELETE", "/engine-rest/user/" + user, "");
        assertThat(admin.postJson("/engine-rest/user/create", user(user, password))
                        .statusCode())
                .isEqualTo(204);
    }

    private static String user(String user, String password) {
        return """
                {"profile": {"id": "%s", "firstName": "Jacoba", "lastName": "Beieren"}, "credentials": {"password": "%s"}}
                """.formatted(user, password);
    }

    private int asks(String user, String password) {
        return Visitor.program(port, user, password).getJson(REST).statusCode();
    }

    /** As an older version, a weaker setting or another node keeps it. */
    private void keep(String user, String kind, String password) {
        String salt = "c2FsdHNhbHRzYWx0c2FsdA==";
        String hash = switch (kind) {
            case "{SHA-512}" -> kind + new Sha512HashDigest().encrypt(password + salt);
            case "{SHA}" -> kind + new ShaHashDigest().encrypt(password + salt);
            default -> hashes.quick(password + salt);
        };
        jdbc.sql("update act_id_user set pwd_ = ?, salt_ = ?, rev_ = rev_ + 1 where id_ = ?")
                .params(hash, salt, user)
                .update();
    }

    private String kept(String user) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(user)
                .query(String.class)
                .single();
    }

    private List<String> trail(String user) {
        return jdbc.sql("select action from ruggespraak.audit where subject = 'person/' || ? order by id")
                .param(user)
                .query(String.class)
                .list();
    }
}
