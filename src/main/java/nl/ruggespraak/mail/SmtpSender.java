package nl.ruggespraak.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ruggespraak.calendar.CalendarMessage;
import nl.ruggespraak.mail.SendingFailed.Kind;
import nl.ruggespraak.shared.EmailAddress;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.UnusableAddress;
import nl.ruggespraak.shared.UnusableSetting;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Sends mails by SMTP, when a server is configured ({@code spring.mail.host}). */
@Component
class SmtpSender {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_REASON = 500;
    private static final int NONE = -1;
    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final Pattern AGAINST_US = Pattern.compile("5\\d\\d[ -]5\\.7\\.");

    private final Optional<JavaMailSender> server;
    private final Sender sender;
    private final EmailAddresses addresses;
    private final MessageSource messages;
    private final Locale language;
    private final Clock clock;

    SmtpSender(
            ObjectProvider<JavaMailSender> server,
            @Value("${spring.mail.host:}") String host,
            Sender sender,
            EmailAddresses addresses,
            MessageSource messages,
            @Value("${ruggespraak.language:en}") Locale language,
            Clock clock) {
        this.server = host.isBlank() ? Optional.empty() : Optional.ofNullable(server.getIfAvailable());
        this.sender = sender;
        this.addresses = addresses;
        if (hasServer() && sender.address().wireDomain().equals("localhost")) {
            LOG.warn("Mails come from {}, which other servers refuse: set ruggespraak.mail.from", sender.address());
        }
        this.messages = messages;
        this.language = language;
        this.clock = clock;
        this.server.ifPresent(this::readWhereFailuresGo);
    }

    /** Somebody may have told the mail library itself where a mail goes that fails on its way. */
    private void readWhereFailuresGo(JavaMailSender configured) {
        if (configured instanceof JavaMailSenderImpl library) {
            Properties properties = library.getJavaMailProperties();
            for (String protocol : List.of("smtp", "smtps")) {
                String name = "mail.%s.from".formatted(protocol);
                if (properties.getProperty(name) != null) {
                    properties.setProperty(name, usable(properties.getProperty(name), name));
                }
            }
        }
    }

    private String usable(String address, String setting) {
        try {
            return addresses.read(address).wire();
        } catch (UnusableAddress unusable) {
            throw new UnusableSetting(setting + ": " + unusable.problem("from").sentence(messages, language));
        }
    }

    /** Whether there is a server to send to. */
    boolean hasServer() {
        return server.isPresent();
    }

    /** Returns when the server has taken the mail. */
    void send(Mail mail) throws SendingFailed {
        JavaMailSender configured = server.orElseThrow(() -> failed("mail.reason.noServer", ""));
        EmailAddress to = recipient(mail);
        // Answers to an address that is none would go nowhere: they then go to the sender, and an administrator sees
        // whose address it is.
        Optional<EmailAddress> replyTo = addresses.find(mail.replyTo());
        JavaMailSender speaking = inItsLanguage(configured, to, replyTo);
        hand(mail, to, replyTo, speaking);
    }

    /** Does the same, and returns what the server answered when it took the mail. */
    String sendAndHear(Mail mail) throws SendingFailed {
        JavaMailSender configured = server.orElseThrow(() -> failed("mail.reason.noServer", ""));
        EmailAddress to = recipient(mail);
        JavaMailSender speaking = inItsLanguage(configured, to, Optional.empty());
        if (!(speaking instanceof JavaMailSenderImpl plain)) {
            throw failed("mail.reason.noServer", "");
        }
        HeardServer heard = new HeardServer(plain);
        hand(mail, to, Optional.empty(), heard);
        return heard.answer();
    }

    private void hand(Mail mail, EmailAddress to, Optional<EmailAddress> replyTo, JavaMailSender speaking)
            throws SendingFailed {
        MimeMessage message = speaking.createMimeMessage();
        try {
            write(mail, to, replyTo, message);
        } catch (MessagingException | UnsupportedEncodingException wrong) {
            throw failed("mail.reason.message", wrong.getClass().getSimpleName());
        }
        try {
            speaking.send(message);
        } catch (MailAuthenticationException refused) {
            throw failed("mail.reason.signIn", "");
        } catch (MailException refused) {
            if (!onlyTheFarewellFailed(refused)) {
                throw failed(refused, to);
            }
        }
    }

    private EmailAddress recipient(Mail mail) throws SendingFailed {
        try {
            return addresses.read(mail.address());
        } catch (UnusableAddress unusable) {
            String why = unusable.problem("address").sentence(messages, language);
            throw failed("mail.reason.address", why, Kind.REFUSED_FOR_GOOD);
        }
    }

    private JavaMailSender inItsLanguage(JavaMailSender configured, EmailAddress to, Optional<EmailAddress> replyTo) {
        boolean utf8 =
                Stream.concat(Stream.of(to, sender.address()), replyTo.stream()).anyMatch(EmailAddress::needsSmtpUtf8);
        return utf8 && configured instanceof JavaMailSenderImpl plain ? new SmtpUtf8Server(plain) : configured;
    }

    private void write(Mail mail, EmailAddress to, Optional<EmailAddress> replyTo, MimeMessage message)
            throws MessagingException, UnsupportedEncodingException {
        message.setFrom(onTheWire(sender.address(), sender.name()));
        message.setRecipient(Message.RecipientType.TO, onTheWire(to, mail.recipientName()));
        if (replyTo.isPresent()) {
            message.setReplyTo(new Address[] {onTheWire(replyTo.get(), "")});
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", messageId(mail.key()));
        message.setHeader("Auto-Submitted", "auto-generated");
        // Exchange heeds this one only: fifty colleagues on holiday would fill the representative's mailbox.
        message.setHeader("X-Auto-Response-Suppress", "All");
        Optional<String> stop = mail.stopAddress();
        if (stop.isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + stop.get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setContent(Flowed.of(mail.text()), "text/plain; charset=UTF-8; format=flowed");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        MimeMultipart words = new MimeMultipart("alternative", text, html);
        message.setContent(mail.calendar() == null ? words : withEntry(words, mail.calendar()));
    }

    /**
     * The entry twice: as the last of the alternatives, where Outlook and Gmail look for it (RFC 6047), and as a file for programs that
     * only know attachments.
     */
    private static MimeMultipart withEntry(MimeMultipart words, CalendarMessage entry) throws MessagingException {
        words.addBodyPart(entry(entry, "text/calendar; charset=UTF-8; method=" + entry.method()));
        MimeBodyPart alternatives = new MimeBodyPart();
        alternatives.setContent(words);
        MimeBodyPart file = entry(entry, "application/ics; name=invite.ics");
        file.setFileName("invite.ics");
        return new MimeMultipart("mixed", alternatives, file);
    }

    private static MimeBodyPart entry(CalendarMessage entry, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(entry.file(), type)));
        // Untouched on its way, whatever a mail server does to lines.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** The only place where an address for a mail server is made: of letters beyond ASCII its library would send half. */
    private static InternetAddress onTheWire(EmailAddress address, String name) throws UnsupportedEncodingException {
        InternetAddress wire = new InternetAddress();
        wire.setAddress(address.wire());
        if (!name.isEmpty()) {
            wire.setPersonal(name, UTF_8);
        }
        return wire;
    }

    /** The same for the same mail, so that a mail program recognises one that arrives twice. */
    String messageId(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@"
                    + sender.address().wireDomain() + ">";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The server has taken the mail, and only then the connection broke: sending again would send it twice. */
    private static boolean onlyTheFarewellFailed(MailException refused) {
        return refused instanceof MailSendException sending
                && sending.getFailedMessages().isEmpty();
    }

    /** Spring gives a cause of its own when there was no talk at all, or when a talk that failed could not be ended. */
    private SendingFailed failed(MailException refused, EmailAddress address) {
        if (!(refused instanceof MailSendException sending)) {
            return failed("mail.reason.refused", innermost(refused, address));
        }
        Throwable said = sending.getFailedMessages().values().iterator().next();
        if (said instanceof SmtpUtf8Server.NotOffered) {
            return failed("mail.reason.noSmtpUtf8", "", Kind.REFUSED_FOR_GOOD);
        }
        if (said.equals(sending.getCause())) {
            return failed("mail.reason.unreachable", innermost(said, address));
        }
        String why = innermost(said, address);
        int answer = answer(said);
        if (answer == NONE) {
            return answerLost(said)
                    ? failed("mail.reason.answerLost", why, Kind.ANSWER_LOST)
                    : failed("mail.reason.brokenOff", why);
        }
        return failed("mail.reason.refused", why, isForGood(said) ? Kind.REFUSED_FOR_GOOD : Kind.TRY_AGAIN);
    }

    /**
     * Whether the server said a lasting no (5xx) to the recipient or to the mail itself. A no to us – to who we are, or to
     * what we may (RFC 3463: 5.7) – stands until somebody mends that, and concerns no recipient.
     */
    private static boolean isForGood(Throwable said) {
        for (Throwable cause = said; cause != null; cause = next(cause)) {
            boolean toTheRecipient = cause instanceof SMTPAddressFailedException;
            boolean toTheMail = cause instanceof SMTPSendFailedException ended && ".".equals(ended.getCommand());
            if (toTheRecipient || toTheMail) {
                return answer(said) / 100 == 5
                        && answer(said) != AUTHENTICATION_REQUIRED
                        && !AGAINST_US
                                .matcher(String.valueOf(cause.getMessage()))
                                .lookingAt();
            }
        }
        return false;
    }

    /** The number that the server answered with, or that there was none. */
    private static int answer(Throwable said) {
        int answer = NONE;
        for (Throwable cause = said; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                answer = refused.getReturnCode();
            } else if (cause instanceof SMTPSendFailedException ended) {
                answer = ended.getReturnCode();
            }
        }
        return answer;
    }

    /** Whether the server fell silent when it had the whole mail, or when we cannot tell what it had. */
    private static boolean answerLost(Throwable said) {
        for (Throwable cause = said; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPSendFailedException ended && ended.getReturnCode() == -1) {
                return ".".equals(ended.getCommand());
            }
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private SendingFailed failed(String key, String argument) {
        return failed(key, argument, Kind.TRY_AGAIN);
    }

    private SendingFailed failed(String key, String argument, Kind kind) {
        return new SendingFailed(messages.getMessage(key, new Object[] {argument}, language), kind, key, argument);
    }

    /** What the last cause says, on one line, without the recipient's address. */
    private static String innermost(Throwable thrown, EmailAddress address) {
        Throwable last = thrown;
        for (Throwable cause = next(thrown); cause != null; cause = next(cause)) {
            last = cause;
        }
        String said = last.getMessage() == null || last.getMessage().isBlank()
                ? last.getClass().getSimpleName()
                : last.getMessage();
        String line = said;
        for (String spelling : address.spellings()) {
            line = line.replaceAll("(?i)<?" + Pattern.quote(spelling) + ">?", "…");
        }
        String name = address.wire().substring(0, address.wire().indexOf('@'));
        line = line.replaceAll("(?i)(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])", "…")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }

    /** The cause; a {@link MessagingException} chains its causes in its own way. */
    private static @Nullable Throwable next(Throwable thrown) {
        return thrown instanceof MessagingException messaging ? messaging.getNextException() : thrown.getCause();
    }
}
