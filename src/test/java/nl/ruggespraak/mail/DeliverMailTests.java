package nl.ruggespraak.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.EmailAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RuggespraakTest
class DeliverMailTests {

    private static final MailServer SERVER = new MailServer();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @DynamicPropertySource
    static void sendToTheServer(DynamicPropertyRegistry settings) {
        // Two engines of one name in one JVM: the REST interface of the other tests would find either.
        settings.add("camunda.bpm.process-engine-name", () -> "withSmtpAndSender");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SERVER::port);
        settings.add("ruggespraak.mail.from", () -> "Ruggespraak SAM <noreply@sam.example.org>");
    }

    @Autowired
    private DeliverMail deliverMail;

    @Autowired
    private Mails mails;

    @Autowired
    private SmtpSender sender;

    @Autowired
    private Sender theSender;

    @Autowired
    private EmailAddresses emailAddresses;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private List<PersonalAddresses> addresses;

    @Autowired
    private MessageSource messages;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startTheServer() {
        SERVER.up();
    }

    @AfterEach
    void stopTheServer() {
        SERVER.down();
    }

    @Test
    void sendsTextAndHtmlAsAlternativesInUtf8() throws Exception {
        long id = posted(aMail("Résumé – “één” ✓", "Ter kennisname: één\nregel", "<p>Één &lt;b&gt;</p>"));

        deliverMail.deliver(id);

        MimeMessage message = theOnlyMessage();
        assertThat(message.getSubject()).isEqualTo("Résumé – “één” ✓");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertPart(parts.getBodyPart(0), "text/plain", "Ter kennisname: één\r\nregel");
        assertPart(parts.getBodyPart(1), "text/html", "<p>Één &lt;b&gt;</p>");
        assertThat(mails.find(id)).hasValueSatisfying(mail -> {
            assertThat(mail.status()).isEqualTo(MailStatus.SENT);
            assertThat(mail.sentAt()).isNotNull();
            assertThat(mail.attempts()).isEqualTo(1);
            assertThat(mail.unsure()).isZero();
        });
    }

    @Test
    void saysWhoItIsFromAndWhereAnswersGo() throws Exception {
        deliverMail.deliver(posted(aMail("Subject", "text", "<p>html</p>")));

        MimeMessage message = theOnlyMessage();
        assertThat(message.getFrom()[0]).hasToString("Ruggespraak SAM <noreply@sam.example.org>");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getAllRecipients()[0]).hasToString("Joost Bakker <joost.bakker@lnv.example.org>");
        assertThat(message.getReplyTo()[0]).hasToString("marieke.vandijk@lnv.example.org");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(message.getHeader("Message-ID")).hasSize(1);
        assertThat(message.getMessageID()).endsWith("@sam.example.org>");
    }

    @Test
    void keepsALineBreakInSubjectOrNameFromBecomingAHeader() throws Exception {
        Mail mail = new Mail(
                aKey(),
                "announcement",
                null,
                "lnv",
                "lnv-adviser-1",
                "Joost\r\nBcc: everybody@example.org",
                "joost.bakker@lnv.example.org",
                null,
                "Hello\r\nBcc: everybody@example.org\r\n\r\n<script>alert(1)</script>",
                "text",
                "<p>html</p>");

        deliverMail.deliver(posted(mail));

        MimeMessage message = theOnlyMessage();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).isEqualTo("Hello Bcc: everybody@example.org <script>alert(1)</script>");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
    }

    @ParameterizedTest
    @CsvSource({
        "'joost@lnv.example.org\r\nBcc: everybody@example.org', a character that does not show (U+000D)",
        "'joost@lnv.example.org, everybody@example.org', Several mail addresses",
        "'Joost <joost@lnv.example.org>', without a name",
        "'joost', no @",
        "'', is missing",
        "jan@lnv.еxample.org, letters of several scripts",
        "łukasz@lnv.example.org, only the letters a to z",
        "jan..smit@lnv.example.org, two dots"
    })
    void refusesWhatIsNoAddressWithoutAskingTheServerAndSaysWhy(String address, String why) {
        long id = posted(aMailTo(address));

        assertThat(deliverMail.deliver(id)).isFalse();

        assertThat(SERVER.received()).isEmpty();
        assertThat(mails.find(id)).hasValueSatisfying(refused -> {
            assertThat(refused.status()).isEqualTo(MailStatus.REFUSED);
            assertThat(refused.lastError())
                    .startsWith("no mail server can be given the address. ")
                    .contains(why);
        });
    }

    @Test
    void sendsNothingASecondTime() {
        long id = posted(aMail("Subject", "text", "<p>html</p>"));

        deliverMail.deliver(id);
        deliverMail.deliver(id);

        assertThat(SERVER.received()).hasSize(1);
        assertThat(mails.find(id).orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    void sendsNothingASecondTimeWhenTheCallersTransactionFailed() {
        long id = posted(aMail("Subject", "text", "<p>html</p>"));

        transaction.executeWithoutResult(failing -> {
            deliverMail.deliver(id);
            failing.setRollbackOnly();
        });
        deliverMail.deliver(id);

        assertThat(SERVER.received()).hasSize(1);
        assertThat(status(id)).isEqualTo(MailStatus.SENT);
    }

    @Test
    void countsAnAttemptThatACrashCutOffAndSendsUnderTheSameMessageId() throws Exception {
        Mail mail = aMail("Subject", "text", "<p>html</p>");
        long id = posted(mail);
        jdbc.sql("update ruggespraak.mail set status = 'SENDING', attempts = 1 where id = :id")
                .param("id", id)
                .update();

        deliverMail.deliver(id);

        assertThat(theOnlyMessage().getMessageID()).isEqualTo(sender.messageId(mail.key()));
        assertThat(mails.find(id)).hasValueSatisfying(sent -> {
            assertThat(sent.status()).isEqualTo(MailStatus.SENT);
            assertThat(sent.attempts()).isEqualTo(2);
            assertThat(sent.unsure()).isEqualTo(1);
        });
    }

    @Test
    void leavesAMailToTheOneWhoDeliversIt() {
        long id = posted(aMail("Subject", "text", "<p>html</p>"));

        transaction.executeWithoutResult(delivering -> {
            assertThat(mails.reserve(id)).isTrue();
            Thread other = new Thread(() -> assertThatThrownBy(() -> deliverMail.deliver(id))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("being delivered at this moment"));
            join(other);
        });

        assertThat(SERVER.received()).isEmpty();
        assertThat(status(id)).isEqualTo(MailStatus.POSTED);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 too busy, the mail server cannot be reached, too busy, 0",
        "MAIL, 550 5.1.8 you may not, the mail server refused it, 550 5.1.8 you may not, 0",
        "RCPT, 550 5.7.1 we do not relay, the mail server refused it, 550 5.7.1 we do not relay, 0",
        "RCPT, 530 5.5.1 sign in first, the mail server refused it, 530 5.5.1 sign in first, 0",
        "RCPT, 452 4.2.2 Joost.Bakker@LNV.example.org is full, the mail server refused it, 452 4.2.2 … is full, 0",
        "DATA, 451 4.3.0 later, the mail server refused it, 451 4.3.0 later, 0",
        "MESSAGE, 554 5.7.1 spam, the mail server refused it, 554 5.7.1 spam, 0",
        "RCPT, HANG UP, the mail server broke off before it had the mail, EOF, 0",
        "MESSAGE, HANG UP, answer did not come, it may have taken the mail, 1"
    })
    void tellsWhichMailToWhomAndWhyWithoutTheAddress(
            String command, String answer, String reason, String said, int unsure) {
        SERVER.down();
        Mail mail = aMail("Very personal subject", "text", "<p>html</p>");
        long id = posted(mail);
        try (ScriptedSmtpServer unwilling = new ScriptedSmtpServer(SERVER.port()).answering(command, answer)) {
            assertThatThrownBy(() -> deliverMail.deliver(id))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasNoCause()
                    .message()
                    .contains("Mail " + id, mail.key(), "to lnv-adviser-1", reason, said)
                    .doesNotContainIgnoringCase("joost.bakker@lnv")
                    .doesNotContain("personal subject");
        }
        assertThat(mails.find(id)).hasValueSatisfying(failed -> {
            assertThat(failed.status()).isEqualTo(MailStatus.FAILED);
            assertThat(failed.lastError()).contains(said);
            assertThat(failed.unsure()).isEqualTo(unsure);
        });

        SERVER.up();
        deliverMail.deliver(id);

        assertThat(SERVER.received()).hasSize(1);
        assertThat(mails.find(id)).hasValueSatisfying(sent -> {
            assertThat(sent.status()).isEqualTo(MailStatus.SENT);
            assertThat(sent.lastError()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <joost.bakker@lnv.example.org> unknown, 550 5.1.1 … unknown",
        "RCPT, 550 no user joost.bakker here, 550 no user … here",
        "RCPT, 552 5.2.2 full for good, 552 5.2.2 full for good",
        "MESSAGE, 554 5.6.0 cannot be read, 554 5.6.0 cannot be read"
    })
    void asksOnceWhatTheServerRefusesForGood(String command, String answer, String said) {
        SERVER.down();
        long id = posted(aMail("Subject", "text", "<p>html</p>"));
        try (ScriptedSmtpServer unwilling = new ScriptedSmtpServer(SERVER.port()).answering(command, answer)) {
            assertThat(deliverMail.deliver(id)).isFalse();
        }
        SERVER.up();

        assertThat(deliverMail.deliver(id)).isFalse();

        assertThat(SERVER.received()).isEmpty();
        assertThat(mails.find(id)).hasValueSatisfying(refused -> {
            assertThat(refused.status()).isEqualTo(MailStatus.REFUSED);
            assertThat(refused.lastError()).isEqualTo("the mail server refused it (" + said + ").");
            assertThat(refused.attempts()).isEqualTo(1);
            assertThat(refused.unsure()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "MESSAGE"})
    void tellsSilenceFromARefusalAndCountsItAsUnsure(String command) throws Exception {
        SERVER.down();
        long id = posted(aMail("Subject", "text", "<p>html</p>"));
        try (ScriptedSmtpServer silent = new ScriptedSmtpServer(SERVER.port()).slowAt(command)) {
            DeliverMail impatient = impatient();
            assertThatThrownBy(() -> transaction.executeWithoutResult(caller -> impatient.deliver(id)))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("answer did not come (Read timed out); it may have taken the mail");
        }
        assertThat(mails.find(id)).hasValueSatisfying(failed -> {
            assertThat(failed.status()).isEqualTo(MailStatus.FAILED);
            assertThat(failed.unsure()).isEqualTo(1);
        });
    }

    /** Waits a second and a half for an answer, and no longer. */
    private DeliverMail impatient() throws Exception {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(SERVER.port());
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "1500");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("server", server);
        SmtpSender patience = new SmtpSender(
                beans.getBeanProvider(JavaMailSender.class),
                "127.0.0.1",
                theSender,
                emailAddresses,
                messages,
                Locale.ENGLISH,
                clock);
        return new DeliverMail(mails, patience, addresses, messages, Locale.ENGLISH, clock, transactions);
    }

    @Test
    void takesAYesForAYesWhenTheServerThenSlamsTheDoor() {
        SERVER.down();
        long id = posted(aMail("Subject", "text", "<p>html</p>"));
        try (ScriptedSmtpServer rude =
                new ScriptedSmtpServer(SERVER.port()).answering("AFTERWARDS", ScriptedSmtpServer.HANG_UP)) {
            deliverMail.deliver(id);
        }
        assertThat(status(id)).isEqualTo(MailStatus.SENT);
    }

    @Test
    void givesEveryMailAMessageIdOfItsOwn() {
        assertThat(sender.messageId("announcement/a/b"))
                .isEqualTo(sender.messageId("announcement/a/b"))
                .isNotEqualTo(sender.messageId("announcement/a/c"))
                .matches("<[0-9a-f]{32}@sam\\.example\\.org>");
    }

    private long posted(Mail mail) {
        return mails.add(List.of(mail), MailStatus.POSTED, Instant.parse("2026-11-26T13:00:00Z"))
                .get(0)
                .id();
    }

    private static Mail aMail(String subject, String text, String html) {
        return new Mail(
                aKey(),
                "announcement",
                null,
                "lnv",
                "lnv-adviser-1",
                "Joost Bakker",
                "joost.bakker@lnv.example.org",
                "marieke.vandijk@lnv.example.org",
                subject,
                text,
                html);
    }

    private static Mail aMailTo(String address) {
        return new Mail(aKey(), "reminder", null, "lnv", "lnv-adviser-1", "Joost", address, null, "Subject", "t", "h");
    }

    private static String aKey() {
        return "announcement/some-meeting/lnv/lnv-adviser-1/" + COUNT.incrementAndGet();
    }

    private static MimeMessage theOnlyMessage() {
        assertThat(SERVER.received()).hasSize(1);
        return SERVER.received().get(0);
    }

    private static void assertPart(BodyPart part, String type, String content) throws Exception {
        assertThat(part.getContentType()).startsWith(type).containsIgnoringCase("charset=utf-8");
        assertThat(part.getContent()).isEqualTo(content);
    }

    private MailStatus status(long id) {
        return mails.find(id).orElseThrow().status();
    }

    private static void join(Thread thread) {
        AtomicInteger failures = new AtomicInteger();
        thread.setUncaughtExceptionHandler((failed, why) -> failures.incrementAndGet());
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(failures).hasValue(0);
    }
}
