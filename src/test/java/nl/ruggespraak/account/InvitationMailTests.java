package nl.ruggespraak.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.mail.MailServer;
import nl.ruggespraak.site.Identities;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From an administrator's button, by a mail that left, to somebody who has come in. */
@RuggespraakTest
@ExtendWith(OutputCaptureExtension.class)
class InvitationMailTests {

    private static final MailServer SERVER = new MailServer();
    private static final String SITE = "https://ruggespraak.example.org";
    private static final Pattern LINK = Pattern.compile(SITE + "(/p/[\\w-]{32})(?![\\w-])");

    @DynamicPropertySource
    static void sendToTheServer(DynamicPropertyRegistry settings) {
        // Two engines of one name in one JVM: the REST interface of the other tests would find either.
        settings.add("camunda.bpm.process-engine-name", () -> "withSmtpAndInviting");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SERVER::port);
        settings.add("ruggespraak.url", () -> SITE);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Identities identities;

    @Autowired
    private ManagementService management;

    @BeforeEach
    void startTheServer() {
        SERVER.up();
    }

    @AfterEach
    void stopTheServer() {
        SERVER.down();
    }

    @Test
    void leadsFromTheInvitationToTheFirstSignIn(CapturedOutput output) throws Exception {
        String key = hire(name() + "@lnv.example.org");
        Visitor administrator = Visitor.signedIn(port, "admin");
        administrator.form("/admin/invitations", "/admin/invitations", "person=" + key);

        MimeMessage mail = received(key).get(0);
        assertThat(mail.getSubject()).isEqualTo("Kies je wachtwoord voor Ruggespraak");
        assertThat(mail.getHeader("List-Unsubscribe")).as("no reminder").isNull();
        String link = link(mail);
        Visitor person = Visitor.stranger(port);
        assertThat(person.get(link).headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        person.post(link, "password=Chosen-Password-1&again=Chosen-Password-1");
        person.signIn(key, "Chosen-Password-1");

        assertThat(person.get("/account").statusCode()).isEqualTo(200);
        assertThat(received(key))
                .last()
                .extracting(InvitationMailTests::subject)
                .isEqualTo("Je wachtwoord is gewijzigd");
        String token = link.substring("/p/".length());
        assertThat(output.getAll()).doesNotContain(token);
        assertThat(jdbc.sql(
                                "select text_body || html_body from ruggespraak.mail where recipient = ? and kind = 'password-invitation'")
                        .param(key)
                        .query(String.class)
                        .single())
                .as("the mail as it is kept and shown")
                .doesNotContain(token)
                .doesNotContain("/p/");
    }

    @Test
    void sendsEachOfThoseWhoShareAnAddressALinkOfTheirOwn() throws Exception {
        String address = name() + "@lnv.example.org";
        Set<String> keys = Set.of(hire(address), hire(address.toUpperCase()));

        Visitor.stranger(port).form("/forgot-password", "/forgot-password", "username=" + address);
        await().until(() -> jdbc.sql("select count(*) from ruggespraak.mail where recipient = any(?)")
                        .param(keys.toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == 2);

        for (String key : keys) {
            String link = link(received(key).get(0));
            assertThat(Visitor.stranger(port).get(link).body()).contains("‘" + key + "’");
        }
    }

    private List<MimeMessage> received(String key) {
        List<Job> ready = jobs();
        while (!ready.isEmpty()) {
            ready.forEach(job -> management.executeJob(job.getId()));
            ready = jobs();
        }
        return SERVER.received().stream()
                .filter(mail -> text(mail).contains(key))
                .toList();
    }

    private List<Job> jobs() {
        return management
                .createJobQuery()
                .processDefinitionKey("mail-delivery")
                .messages()
                .withRetriesLeft()
                .list();
    }

    /** It stands in both parts, and is the only one. */
    private static String link(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(1).getContent().toString()).containsPattern(LINK);
        return LINK.matcher(text(mail))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.collectingAndThen(Collectors.toSet(), links -> {
                    assertThat(links).hasSize(1);
                    return links.iterator().next();
                }));
    }

    private static String text(MimeMessage mail) {
        try {
            return ((MimeMultipart) mail.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String name() {
        return "pw-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String hire(String address) {
        String key = name();
        jdbc.sql(
                        "insert into ruggespraak.person (key, organisation, first_name, last_name, email, language) values (?, 'lnv', 'Paula', 'Woord', ?, 'nl')")
                .param(key)
                .param(address)
                .update();
        identities.follow(key);
        // On the embedded database the demo gives everybody one.
        jdbc.sql("update act_id_user set pwd_ = null where id_ = ?").param(key).update();
        return key;
    }
}
