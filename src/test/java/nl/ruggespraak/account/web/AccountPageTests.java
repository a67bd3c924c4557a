package nl.ruggespraak.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.OwnPassword;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.site.Identities;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class AccountPageTests {

    private static final String PASSWORD = "First-Password-1";
    private static final String ANOTHER = "Second-Password-2";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Identities identities;

    @Autowired
    private OwnPassword ownPassword;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    private String user;
    private Visitor visitor;

    @BeforeEach
    void somebodySignsIn() {
        user = hire("Own." + UUID.randomUUID().toString().substring(0, 8) + "@lnv.example.org");
        visitor = Visitor.stranger(port);
        assertThat(signsIn(visitor, user, PASSWORD)).isTrue();
    }

    /** Others count the colleagues of the demo's organisations. */
    @AfterEach
    void nobodyStays() {
        jdbc.sql("delete from ruggespraak.person_role where person like 'own-%'")
                .update();
        jdbc.sql("update ruggespraak.person set active = false where key like 'own-%'")
                .update();
    }

    @Test
    void keepsLanguageAbsenceAndReminders() {
        LocalDate today = LocalDate.now(clock);
        String choice = "language=nl&awayFrom=" + today + "&awayUntil=" + today.plusDays(7);

        assertThat(visitor.location(visitor.form("/account", "/account", choice)))
                .isEqualTo("/account?saved");

        assertThat(visitor.get("/account?saved").body())
                .contains("<html lang=\"nl\"", "Opgeslagen", "value=\"" + today.plusDays(7) + "\"");
        assertThat(people.away(List.of(user), today)).containsExactly(user);
        assertThat(people.away(List.of(user), today.plusDays(8))).isEmpty();
        assertThat(reminded(today.plusDays(8))).as("wants none at all").isFalse();

        visitor.form("/account", "/account", choice + "&reminders=true");
        assertThat(reminded(today)).as("is away").isFalse();
        assertThat(reminded(today.plusDays(8))).isTrue();
    }

    @Test
    void refusesDaysThatCannotBeAndKeepsWhatWasTyped() {
        LocalDate today = LocalDate.now(clock);
        for (Map.Entry<String, String> typed : Map.of(
                        "awayFrom=" + today,
                        "Say until which day",
                        "awayUntil=" + today,
                        "Say from which day",
                        "awayFrom=soon&awayUntil=" + today,
                        "is no date",
                        "awayFrom=2020-01-01&awayUntil=2020-01-02",
                        "is over",
                        "awayFrom=" + today.plusDays(3) + "&awayUntil=" + today,
                        "before the first",
                        "awayFrom=" + today + "&awayUntil=" + today.plusYears(3),
                        "years ahead")
                .entrySet()) {
            HttpResponse<String> answer =
                    visitor.form("/account", "/account", "reminders=true&language=en&" + typed.getKey());
            assertThat(answer.statusCode()).as(typed.getKey()).isEqualTo(400);
            assertThat(answer.body()).contains(typed.getValue());
        }
        HttpResponse<String> refused =
                visitor.form("/account", "/account", "language=en&awayFrom=" + today.plusDays(3));
        assertThat(refused.body()).contains("value=\"" + today.plusDays(3) + "\"");
        assertThat(visitor.form("/account", "/account", "language=tlh").statusCode())
                .isEqualTo(400);
        assertThat(people.away(List.of(user), today)).isEmpty();
    }

    @Test
    void changesThePasswordOfWhoKnowsTheOldOne() {
        assertThat(password("wrong", ANOTHER, ANOTHER)).contains("This is not your password");
        assertThat(password(PASSWORD, ANOTHER, "typo")).contains("not typed the same way twice");
        assertThat(password(PASSWORD, "short", "short")).contains("A password has at least 10 characters");
        assertThat(signsIn(Visitor.stranger(port), user, PASSWORD)).isTrue();

        HttpResponse<String> changed = visitor.form(
                "/account", "/account/password", "present=" + PASSWORD + "&password=" + ANOTHER + "&again=" + ANOTHER);

        assertThat(visitor.location(changed)).isEqualTo("/account?changed");
        assertThat(signsIn(Visitor.stranger(port), user, PASSWORD)).isFalse();
        assertThat(signsIn(Visitor.stranger(port), user, ANOTHER)).isTrue();
    }

    @Test
    void takesUserNameAndMailAddressInAnyCase() {
        String address = people.get(user).email();
        for (String typed : List.of(user, user.toUpperCase(), address, address.toUpperCase(), " " + address + " ")) {
            Visitor somebody = Visitor.stranger(port);
            assertThat(signsIn(somebody, typed, PASSWORD)).as(typed).isTrue();
            assertThat(somebody.get("/account").body()).contains("<dd>" + user + "</dd>");
            assertThat(Visitor.program(port, typed.strip(), PASSWORD)
                            .getJson("/engine-rest/task?assignee=" + user)
                            .statusCode())
                    .as(typed)
                    .isEqualTo(200);
        }
    }

    @Test
    void takesNobodyForAnotherWithTheSameAddress() {
        String address = people.get(user).email();
        String other = hire(address);

        assertThat(signsIn(Visitor.stranger(port), address, PASSWORD)).isFalse();
        assertThat(signsIn(Visitor.stranger(port), other, PASSWORD)).isTrue();
        jdbc.sql("update ruggespraak.person set active = false where key = ?")
                .param(other)
                .update();
        assertThat(signsIn(Visitor.stranger(port), address, PASSWORD))
                .as("the other takes part no more")
                .isTrue();
    }

    @Test
    void letsWhoIsPresentGoBeforeWhoIsAway() {
        LocalDate today = LocalDate.now(clock);
        visitor.form("/account", "/account", "language=en&reminders=true&awayFrom=" + today + "&awayUntil=" + today);
        Person away = people.get(user);
        Person present = people.get("lnv-adviser-1");

        assertThat(people.firstPresent(Map.of("one", List.of(away, present), "other", List.of(away)), today))
                .isEqualTo(Map.of("one", present, "other", away));
        assertThat(people.firstPresent(Map.of("one", List.of(away, present)), today.plusDays(1)))
                .isEqualTo(Map.of("one", away));
    }

    private String password(String present, String wanted, String again) {
        HttpResponse<String> answer = visitor.form(
                "/account", "/account/password", "present=" + present + "&password=" + wanted + "&again=" + again);
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private boolean reminded(LocalDate day) {
        return jdbc.sql("select ruggespraak.is_reminded(?, ?)")
                .param(user)
                .param(day)
                .query(Boolean.class)
                .single();
    }

    private static boolean signsIn(Visitor somebody, String name, String password) {
        return "/".equals(somebody.location(somebody.signIn(name, password)));
    }

    private String hire(String address) {
        String key = "own-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql(
                        "insert into ruggespraak.person (key, organisation, first_name, last_name, email, language) values (?, 'lnv', 'Olga', 'Eigen', ?, 'en')")
                .param(key)
                .param(address)
                .update();
        jdbc.sql("insert into ruggespraak.person_role (person, role) values (?, ?)")
                .param(key)
                .param(Role.ADVISER.name())
                .update();
        identities.follow(key);
        ownPassword.set(key, PASSWORD);
        return key;
    }
}
