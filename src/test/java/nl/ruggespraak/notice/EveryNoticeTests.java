package nl.ruggespraak.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.mail.DeliverMail;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.MailServer;
import nl.ruggespraak.mail.Mails;
import nl.ruggespraak.mail.PostedMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What every mail owes to whoever gets it, of whatever kind, as it arrives at a mail server. */
@RuggespraakTest
@Import(EveryNotice.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryNoticeTests {

    /** To whom the story of all mails hands the meeting. */
    private static final String NEW_CHAIR = "lnv-manager";

    private static final MailServer SERVER = new MailServer();
    private static final Pattern SUBJECT = Pattern.compile("notice\\.([a-z-]+)\\.subject");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** What would be fetched from elsewhere, and tell that a mail was opened. */
    private static final Pattern FETCHED = Pattern.compile(
            "(?i)<(img|script|link|iframe|object|embed|video|audio|source|input)\\b|\\bsrc\\s*=|url\\(|@import|background\\s*=");

    @DynamicPropertySource
    static void sendToTheServer(DynamicPropertyRegistry settings) {
        // Two engines of one name in one JVM: the REST interface of the other tests would find either.
        settings.add("camunda.bpm.process-engine-name", () -> "withSmtpAndNotices");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SERVER::port);
        settings.add("ruggespraak.mail.from", () -> "Ruggespraak SAM <ruggespraak@sam.example.org>");
        settings.add("ruggespraak.url", () -> "https://ruggespraak.sam.example.org");
    }

    @Autowired
    private EveryNotice notices;

    @Autowired
    private DeliverMail deliverMail;

    @Autowired
    private Mails mails;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private final List<Told> told = new ArrayList<>();

    /** A mail as it was posted, and as it arrived. */
    private record Told(Mail mail, MimeMessage message) {

        @Override
        public String toString() {
            return mail.key();
        }
    }

    @BeforeAll
    void tellEverything() throws Exception {
        SERVER.up();
        JdbcStory story =
                new JdbcStory(jdbc, "every-notice", text -> text + " – naïve “één” ✓ " + "and more of it ".repeat(8));
        for (Long id : notices.tellOf(story)) {
            deliverMail.deliver(id);
            PostedMail posted = mails.find(id).orElseThrow();
            told.add(new Told(posted.mail(), theOneThatIsNew()));
        }
        assertThat(SERVER.received()).hasSameSizeAs(told);
    }

    private MimeMessage theOneThatIsNew() {
        List<String> known = told.stream().map(each -> messageId(each.message)).toList();
        List<MimeMessage> arrived = SERVER.received().stream()
                .filter(message -> !known.contains(messageId(message)))
                .toList();
        assertThat(arrived).hasSize(1);
        return arrived.get(0);
    }

    @AfterAll
    void stopTheServer() {
        SERVER.down();
    }

    /** Each has a subject of its own in our words; so nobody can forget to add one here. */
    static Stream<String> kinds() {
        return ResourceBundle.getBundle("messages", Locale.ROOT).keySet().stream()
                .map(SUBJECT::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void saysWhatAMachineWantsToKnow(String kind) throws Exception {
        for (Told each : all(kind)) {
            MimeMessage message = each.message;
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(message.getHeader("Message-ID"))
                    .singleElement()
                    .asString()
                    .matches("<[0-9a-f]{32}@sam\\.example\\.org>");
            assertThat(message.getHeader("Date")).hasSize(1);
            assertThat(message.getSentDate().toInstant()).isCloseTo(clock.instant(), within(5, ChronoUnit.MINUTES));
            assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
        }
        assertThat(told.stream().map(each -> messageId(each.message)).distinct())
                .as("each mail has an id of its own")
                .hasSameSizeAs(told);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void comesFromUsAndIsAnsweredToWhomItSpeaksFor(String kind) throws Exception {
        for (Told each : all(kind)) {
            assertThat(each.message.getFrom())
                    .containsExactly(new InternetAddress("Ruggespraak SAM <ruggespraak@sam.example.org>"));
            assertThat(each.message.getRecipients(Message.RecipientType.TO))
                    .extracting(to -> ((InternetAddress) to).getAddress())
                    .containsExactly(each.mail.address());
            if (each.mail.replyTo() == null) {
                assertThat(each.message.getHeader("Reply-To")).isNull();
                assertThat(text(each)).contains("Nobody reads answers to this mail.");
                assertThat(kind.startsWith("password-") ? "chair" : each.mail.recipient())
                        .as(
                                "a mail that speaks for nobody, and is about no password, goes to those who would answer for it")
                        .isIn("lnv-representative", kind.equals("meeting-handed-over") ? NEW_CHAIR : "chair");
            } else {
                assertThat(each.message.getReplyTo())
                        .extracting(to -> ((InternetAddress) to).getAddress())
                        .containsExactly(each.mail.replyTo())
                        .doesNotContain(each.mail.address());
                assertThat(text(each)).contains("Your answer to this mail goes to ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writesSubjectsThatEveryServerCarries(String kind) throws Exception {
        for (Told each : all(kind)) {
            String raw = each.message.getHeader("Subject")[0];
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(raw)).isTrue();
            assertThat(raw.lines()).allMatch(line -> line.length() <= 78);
            assertThat(each.message.getSubject()).isEqualTo(each.mail.subject());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fetchesNothingFromElsewhere(String kind) {
        for (Told each : all(kind)) {
            assertThat(FETCHED.matcher(each.mail.html()).find()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsWellInATerminal(String kind) throws Exception {
        for (Told each : all(kind)) {
            String text = text(each);
            assertThat(text.lines()).allSatisfy(line -> {
                if (LINK.matcher(line).find()) {
                    assertThat(line.strip()).as("a link has a line of its own").matches(LINK);
                } else {
                    assertThat(line.length()).isLessThanOrEqualTo(78);
                }
            });
            assertThat(text).doesNotContain("\n\n\n").doesNotContain("<", "&amp;", "&nbsp;");
        }
    }

    private List<Told> all(String kind) {
        List<Told> found =
                told.stream().filter(each -> each.mail.kind().equals(kind)).toList();
        assertThat(found).as("mails of the kind " + kind).isNotEmpty();
        return found;
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Told each) throws Exception {
        BodyPart part = ((MimeMultipart) each.message.getContent()).getBodyPart(0);
        while (part.getContent() instanceof MimeMultipart within) {
            part = within.getBodyPart(0);
        }
        assertThat(part.getContentType()).startsWith("text/plain").containsIgnoringCase("format=flowed");
        return part.getContent().toString().replace("\r\n", "\n");
    }
}
