package nl.ruggespraak.account.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.account.PasswordLinks;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.people.AccountState;
import nl.ruggespraak.people.AccountStates;
import nl.ruggespraak.people.Accounts;
import nl.ruggespraak.people.OwnPassword;
import nl.ruggespraak.site.Identities;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class PasswordPagesTests {

    private static final String PASSWORD = "Chosen-Password-1";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Identities identities;

    @Autowired
    private OwnPassword ownPassword;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private AccountStates states;

    @Autowired
    private Accounts accounts;

    private String user;

    @BeforeEach
    void somebodyWithoutAPassword() {
        user = hire("pw-" + UUID.randomUUID().toString().substring(0, 8) + "@lnv.example.org", "nl");
    }

    /** Others count the colleagues of the demo's organisations. */
    @AfterEach
    void nobodyStays() {
        jdbc.sql("delete from ruggespraak.person_role where person like 'pw-%'").update();
        jdbc.sql("update ruggespraak.person set active = false where key like 'pw-%'")
                .update();
    }

    @Test
    void setsThePasswordOnce() {
        String link = link("INVITATION");
        Visitor visitor = Visitor.stranger(port);
        assertThat(visitor.get(link).body()).contains("<html lang=\"nl\"", "kies een wachtwoord", user);
        assertThat(visitor.get(link).statusCode()).as("opening spends nothing").isEqualTo(200);

        HttpResponse<String> weak = visitor.post(link, "password=weak&again=weak");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("Een wachtwoord heeft minstens 10 tekens");
        assertThat(visitor.post(link, "password=" + PASSWORD + "&again=typo").body())
                .contains("niet twee keer hetzelfde");

        assertThat(visitor.location(visitor.post(link, passwords()))).isEqualTo("/sign-in?chosen");
        assertThat(signsIn(user)).isTrue();
        assertThat(visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(visitor.post(link, passwords()).statusCode()).isEqualTo(410);
        assertThat(mails("password-changed")).hasSize(1);
        assertThat(jdbc.sql(
                                "select details from ruggespraak.audit where action = 'PASSWORD_CHOSEN' and subject = :subject")
                        .param("subject", "person/" + user)
                        .query(String.class)
                        .list())
                .containsExactly("INVITATION, by whoever had the link");
    }

    @Test
    void endsAllOtherLinksOfThePersonAndThoseWhoseTimeIsOver() {
        String one = link("INVITATION");
        String other = link("FORGOTTEN");
        String late = link("FORGOTTEN");
        Visitor visitor = Visitor.stranger(port);
        jdbc.sql(
                        "update ruggespraak.password_link set ends_at = made_at where id = (select max(id) from ruggespraak.password_link where person = ?)")
                .param(user)
                .update();

        assertThat(visitor.get(late).statusCode()).isEqualTo(410);
        visitor.post(other, passwords());
        assertThat(visitor.post(one, passwords()).statusCode()).isEqualTo(410);
        assertThat(visitor.get("/p/not-a-token").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/p/not-a-token/else").statusCode()).isEqualTo(404);
    }

    @Test
    void takesOneOfTwoPasswordsThatComeAtOnce() {
        String link = link("INVITATION");

        List<CompletableFuture<Integer>> answers = Stream.of("One-Password-1", "Two-Password-2")
                .map(password -> CompletableFuture.supplyAsync(() -> Visitor.stranger(port)
                        .post(link, "password=" + password + "&again=" + password)
                        .statusCode()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(302, 410);
    }

    @Test
    void endsOpenSessionsWithTheOldPassword() {
        ownPassword.set(user, "Older-Password-0");
        Visitor session = Visitor.stranger(port);
        session.signIn(user, "Older-Password-0");
        assertThat(session.get("/account").statusCode()).isEqualTo(200);
        Visitor program = Visitor.program(port, user, "Older-Password-0");
        assertThat(program.getJson("/engine-rest/task").statusCode()).isEqualTo(200);

        Visitor.stranger(port).post(link("FORGOTTEN"), passwords());

        assertThat(session.location(session.get("/account"))).isEqualTo("/sign-in");
        assertThat(program.getJson("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsTheOwnSessionAndEndsTheOthersWhenThePasswordIsChangedThere() {
        ownPassword.set(user, "Older-Password-0");
        Visitor here = Visitor.stranger(port);
        here.signIn(user, "Older-Password-0");
        Visitor there = Visitor.stranger(port);
        there.signIn(user, "Older-Password-0");
        assertThat(there.get("/account").statusCode()).isEqualTo(200);

        here.form("/account", "/account/password", "present=Older-Password-0&" + passwords());

        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(there.location(there.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void endsASessionThatHasAskedForNothingSinceItBegan() {
        ownPassword.set(user, "Older-Password-0");
        Visitor session = Visitor.stranger(port);
        session.signIn(user, "Older-Password-0");

        Visitor.stranger(port).post(link("FORGOTTEN"), passwords());

        assertThat(session.location(session.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void tellsOfAPasswordThatWasChangedOnTheOwnPageAndEndsTheLinks() {
        ownPassword.set(user, "Older-Password-0");
        String link = link("FORGOTTEN");
        Visitor here = Visitor.stranger(port);
        here.signIn(user, "Older-Password-0");

        here.form("/account", "/account/password", "present=Older-Password-0&" + passwords());

        assertThat(mails("password-changed")).hasSize(1);
        assertThat(Visitor.stranger(port).get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void endsTheLinksWhoeverSetsAnotherPassword() {
        String link = link("INVITATION");

        ownPassword.set(user, "Older-Password-0");

        assertThat(Visitor.stranger(port).post(link, passwords()).statusCode()).isEqualTo(410);
        assertThat(signsIn(user)).isFalse();
    }

    @Test
    void endsTheLinksThatWereSentToAFormerAddress() {
        String other = hire("other-" + user + "@lnv.example.org", "en");
        String one = link("INVITATION");
        change("first_name = 'Paulien', email = upper(email)", user);
        identities.follow(user);
        assertThat(Visitor.stranger(port).get(one).statusCode())
                .as("the same address")
                .isEqualTo(200);

        change("email = 'corrected-' || lower(email)", user);
        identities.follow(user);
        assertThat(Visitor.stranger(port).post(one, passwords()).statusCode()).isEqualTo(410);

        String two = link("INVITATION");
        String others = link("INVITATION", other);
        change("email = 'again-' || email", user);
        accounts.peopleChanged((steps, of) -> {});
        assertThat(Visitor.stranger(port).post(two, passwords()).statusCode()).isEqualTo(410);
        assertThat(Visitor.stranger(port).get(others).statusCode()).isEqualTo(200);
    }

    @Test
    void takesOneOfTwoLinksOfAPersonThatAreUsedAtOnce() {
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Integer>> answers = Stream.of(link("INVITATION"), link("FORGOTTEN"))
                    .map(link -> CompletableFuture.supplyAsync(
                            () -> Visitor.stranger(port).post(link, passwords()).statusCode()))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(302, 410);
        }
    }

    @Test
    void promisesNoMailThatDoesNotLeave() {
        Visitor administrator = Visitor.signedIn(port, "admin");
        administrator.form("/admin/invitations", "/admin/invitations", "person=" + user);
        Visitor.stranger(port).post(link("INVITATION"), passwords());

        assertThat(administrator
                        .form("/admin/invitations", "/admin/invitations", "person=" + user)
                        .body())
                .as("has come in since, on the same day")
                .contains("was invited today already");

        String unreachable = hire("", "en");
        assertThat(administrator
                        .form("/admin/invitations", "/admin/invitations", "person=" + unreachable)
                        .body())
                .contains("No mail reaches");
        assertThat(requireNonNull(states.of(List.of(unreachable)).get(unreachable))
                        .invitedAt())
                .isNull();
    }

    @Test
    void namesTheAddressOnlyToWhomItLeadsIn() {
        String address = "team-" + user + "@lnv.example.org";
        String one = hire(address, "en");
        assertThat(page(one)).contains(address);

        String other = hire(address.toUpperCase(Locale.ROOT), "en");

        assertThat(page(one)).contains("user name “" + one + "”").doesNotContain("or your mail address");
        assertThat(page(other)).doesNotContain("or your mail address");
        Visitor administrator = Visitor.signedIn(port, "admin");
        administrator.form("/admin/invitations", "/admin/invitations", "person=" + one);
        administrator.form("/admin/invitations", "/admin/invitations", "person=" + user);
        assertThat(text(one)).contains(one).doesNotContain(address);
        assertThat(text(user)).as("the own address, in Dutch").contains("of met je mailadres");
    }

    @Test
    void goesOnWithARoundThatFailed() {
        Visitor administrator = Visitor.signedIn(port, "admin");
        jdbc.sql(
                        "insert into ruggespraak.invitation_round (organisation, started_by, started_at, people) values ('lnv', 'admin', now(), 1)")
                .update();

        administrator.form("/admin/invitations", "/admin/invitations", "organisation=lnv");

        await().atMost(Duration.ofMinutes(1))
                .until(() -> !administrator.get("/admin/invitations").body().contains("<progress"));
        assertThat(mails("password-invitation")).hasSize(1);
    }

    @Test
    void invitesOnePersonOnceADay() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        HttpResponse<String> invited = administrator.form("/admin/invitations", "/admin/invitations", "person=" + user);
        assertThat(administrator.location(invited)).isEqualTo("/admin/invitations?invited=" + user);
        assertThat(administrator
                        .form("/admin/invitations", "/admin/invitations", "person=" + user)
                        .body())
                .contains("was invited today already");
        assertThat(administrator
                        .form("/admin/invitations", "/admin/invitations", "person=nobody-at-all")
                        .body())
                .contains("Nobody who takes part has the user name");
        assertThat(mails("password-invitation")).hasSize(1);
        assertThat(state().invitedAt()).isNotNull();
        assertThat(state().hasPassword()).isFalse();

        Visitor.stranger(port).post(link("INVITATION"), passwords());
        assertThat(state().invitedAt()).isNull();
        assertThat(state().lastSignIn()).isNull();
        assertThat(signsIn(user)).isTrue();
        assertThat(state().lastSignIn()).isNotNull();
    }

    @Test
    void invitesEverybodyWithoutAPasswordOnce() {
        String withPassword = hire("with-" + user + "@lnv.example.org", "en");
        ownPassword.set(withPassword, PASSWORD);
        String gone = hire("gone-" + user + "@lnv.example.org", "en");
        jdbc.sql("update ruggespraak.person set active = false where key = ?")
                .param(gone)
                .update();
        Visitor administrator = Visitor.signedIn(port, "admin");

        for (int round = 0; round < 2; round++) {
            administrator.form("/admin/invitations", "/admin/invitations", "organisation=lnv");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !administrator.get("/admin/invitations").body().contains("<progress"));
        }

        assertThat(mails("password-invitation", user)).hasSize(1);
        assertThat(mails("password-invitation", withPassword)).isEmpty();
        assertThat(mails("password-invitation", gone)).isEmpty();
        assertThat(administrator.get("/admin/invitations").body()).contains("nobody was invited");
    }

    @Test
    void saysTheSameToWhoIsKnownAndWhoIsNot() {
        String address = user + "@Shared.example.org";
        String one = hire(address, "en");
        String other = hire(address.toLowerCase(), "en");
        Visitor visitor = Visitor.stranger(port);
        List<HttpResponse<String>> answers = Stream.of("nobody@example.org", address, user.toUpperCase(), "")
                .map(typed -> visitor.form("/forgot-password", "/forgot-password", "username=" + typed))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(visitor.location(answer)).isEqualTo("/forgot-password?asked"));
        assertThat(visitor.get("/forgot-password?asked").body()).contains("If somebody with this name or address");
        await().untilAsserted(() -> {
            assertThat(mails("password-forgotten", one)).hasSize(1);
            assertThat(mails("password-forgotten", other)).hasSize(1);
            assertThat(mails("password-forgotten", user)).hasSize(1);
        });
    }

    private String page(String person) {
        String address = links.make(new Mail.PersonalPart("mark", "INVITATION", List.of(person)), person)
                .get(0);
        return Visitor.stranger(port)
                .get(address.substring(address.indexOf("/p/")))
                .body();
    }

    private String text(String recipient) {
        return jdbc.sql("select text_body from ruggespraak.mail where kind = 'password-invitation' and recipient = ?")
                .param(recipient)
                .query(String.class)
                .single();
    }

    private AccountState state() {
        return requireNonNull(states.of(List.of(user)).get(user));
    }

    private List<String> mails(String kind) {
        return mails(kind, user);
    }

    private List<String> mails(String kind, String recipient) {
        return jdbc.sql("select subject from ruggespraak.mail where kind = ? and recipient = ?")
                .param(kind)
                .param(recipient)
                .query(String.class)
                .list();
    }

    private void change(String values, String person) {
        jdbc.sql("update ruggespraak.person set " + values + " where key = ?")
                .param(person)
                .update();
    }

    private String link(String purpose) {
        return link(purpose, user);
    }

    private String link(String purpose, String person) {
        String address = links.make(new Mail.PersonalPart("mark", purpose, List.of(person)), person)
                .get(0);
        return address.substring(address.indexOf("/p/"));
    }

    private boolean signsIn(String name) {
        Visitor somebody = Visitor.stranger(port);
        return "/".equals(somebody.location(somebody.signIn(name, PASSWORD)));
    }

    private static String passwords() {
        return "password=" + PASSWORD + "&again=" + PASSWORD;
    }

    private String hire(String address, String language) {
        String key = "pw-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql(
                        "insert into ruggespraak.person (key, organisation, first_name, last_name, email, language) values (?, 'lnv', 'Paula', 'Woord', ?, ?)")
                .param(key)
                .param(address)
                .param(language)
                .update();
        identities.follow(key);
        // On the embedded database the demo gives everybody one.
        jdbc.sql("update act_id_user set pwd_ = null where id_ = ?").param(key).update();
        return key;
    }
}
