package nl.ruggespraak.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;

/** Sends an administrator a mail past all waiting, so that the mail server's answer is known while somebody looks. */
@Service
public class SendTestMail {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 300;

    private final SmtpSender smtp;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    SendTestMail(SmtpSender smtp, People people, MessageSource messages, Clock clock) {
        this.smtp = smtp;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /** Sends one to this person and waits for the server, within bounds; one at a time. */
    public Result send(String key, Locale language) {
        Person person = people.find(key).orElse(null);
        if (person == null || person.email().isBlank()) {
            return new Result(false, say("mail.test.noAddress", language));
        }
        if (!smtp.hasServer()) {
            return new Result(false, say("mail.test.noServer", language));
        }
        if (!busy.compareAndSet(false, true)) {
            return new Result(false, say("mail.test.busy", language));
        }
        FutureTask<String> sending = new FutureTask<>(() -> {
            try {
                return smtp.sendAndHear(mail(person, language));
            } finally {
                busy.set(false);
            }
        });
        Thread thread = new Thread(sending, "test-mail");
        thread.setDaemon(true);
        thread.start();
        try {
            String answer = sending.get(LONGEST.toSeconds(), TimeUnit.SECONDS)
                    .replaceAll("\\s+", " ")
                    .strip();
            return new Result(
                    true,
                    say(
                            "mail.test.sent",
                            language,
                            person.email(),
                            answer.substring(0, Math.min(LONGEST_ANSWER, answer.length()))));
        } catch (TimeoutException silent) {
            return new Result(false, say("mail.test.silent", language, LONGEST.toSeconds()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Result(false, say("mail.test.silent", language, LONGEST.toSeconds()));
        } catch (ExecutionException failed) {
            String why = failed.getCause() instanceof SendingFailed reason
                    ? reason.reason(messages, language)
                    : String.valueOf(failed.getCause());
            return new Result(false, say("mail.test.failed", language, person.email(), why));
        }
    }

    private Mail mail(Person person, Locale language) {
        String text = say("mail.test.text", language, person.firstName());
        return new Mail(
                "test/" + person.key() + "/" + clock.instant(),
                "test",
                null,
                person.organisation(),
                person.key(),
                person.name(),
                person.email(),
                null,
                say("mail.test.subject", language),
                text,
                "<p>" + HtmlUtils.htmlEscape(text) + "</p>");
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** What has become of it, in a sentence. */
    public record Result(boolean sent, String sentence) {}
}
