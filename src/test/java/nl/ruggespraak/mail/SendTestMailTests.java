package nl.ruggespraak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.EmailAddresses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a mail server says to a test is told in a sentence, in the language of whoever asked. */
@RuggespraakTest
class SendTestMailTests {

    @Autowired
    private Sender sender;

    @Autowired
    private EmailAddresses addresses;

    @Autowired
    private People people;

    @Autowired
    private MessageSource messages;

    @Autowired
    private java.time.Clock clock;

    @Test
    void tellsWhatTheServerAnsweredWhenItTookTheMail() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(0)) {
            SendTestMail.Result result = to(server.port()).send("admin", Locale.ENGLISH);
            assertThat(result.sentence())
                    .isEqualTo("The mail server took the mail to arjan.dewit@sam.example.org. It answered: 250 taken");
            assertThat(result.sent()).isTrue();
            assertThat(server.taken())
                    .extracting(ScriptedSmtpServer.Taken::recipient)
                    .hasSize(1);
        }
    }

    @Test
    void tellsWhyItRefusesInTheLanguageOfWhoAsks() {
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer(0).answering("MAIL", "550 5.7.1 Sender is not allowed here")) {
            SendTestMail.Result result = to(server.port()).send("admin", Locale.forLanguageTag("nl"));
            assertThat(result.sent()).isFalse();
            assertThat(result.sentence()).contains("is niet verstuurd", "Sender is not allowed here");
        }
    }

    @Test
    void tellsThatNobodyListens() {
        SendTestMail.Result result = to(1).send("admin", Locale.ENGLISH);
        assertThat(result.sent()).isFalse();
        assertThat(result.sentence()).contains("was not sent: the mail server cannot be reached");
    }

    @Test
    void waitsNoLongerThanItsBoundForASilentServer() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(0).slowAt("EHLO")) {
            Instant before = Instant.now(java.time.Clock.systemUTC());
            SendTestMail.Result result = to(server.port()).send("admin", Locale.ENGLISH);
            assertThat(result.sent()).isFalse();
            assertThat(Duration.between(before, Instant.now(java.time.Clock.systemUTC())))
                    .isLessThan(Duration.ofSeconds(25));
            server.goOn();
        }
    }

    @Test
    void sendsNothingToSomebodyWithoutAnAddress() {
        assertThat(to(1).send("nobody-known", Locale.ENGLISH).sentence()).isEqualTo("You have no mail address here.");
    }

    private SendTestMail to(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "60000");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("server", server);
        SmtpSender smtp = new SmtpSender(
                beans.getBeanProvider(JavaMailSender.class),
                "127.0.0.1",
                sender,
                addresses,
                messages,
                Locale.ENGLISH,
                clock);
        return new SendTestMail(smtp, people, messages, clock);
    }
}
