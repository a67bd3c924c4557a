package nl.ruggespraak.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.calendar.CalendarWriter;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.Postbox;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.EmailAddresses;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Begins letters, puts them into their frames, and posts them. */
@Component
class Letters {

    private final Postbox postbox;
    private final CalendarWriter writer;
    private final EmailAddresses addresses;
    private final MessageSource messages;
    private final String url;
    private final Clock clock;
    private final SpringTemplateEngine frames;

    Letters(
            Postbox postbox,
            CalendarWriter writer,
            EmailAddresses addresses,
            MessageSource messages,
            @Value("${ruggespraak.url}") String url,
            Clock clock) {
        this.clock = clock;
        this.postbox = postbox;
        this.writer = writer;
        this.addresses = addresses;
        this.messages = messages;
        this.url = url.replaceAll("/+$", "");
        this.frames = new SpringTemplateEngine();
        this.frames.setTemplateEngineMessageSource(messages);
        this.frames.addTemplateResolver(frame("letter.html", TemplateMode.HTML));
        this.frames.addTemplateResolver(frame("letter.txt", TemplateMode.TEXT));
    }

    /**
     * Begins a letter.
     *
     * @param kind what it is, e.g. {@code announcement}
     * @param about what makes it one of its kind for this person, e.g. the cycle's key: said twice, it is posted once
     */
    Letter begin(String kind, String about, Person to, Meeting meeting) {
        return new Letter(kind, kind + "/" + about + "/" + to.key(), to, meeting, messages, url);
    }

    /** Begins a letter that is about no meeting. */
    Letter begin(String kind, String about, Person to) {
        return new Letter(kind, kind + "/" + about + "/" + to.key(), to, null, messages, url);
    }

    /**
     * Begins a reminder, whatever it reminds of. Nobody gets two of a kind on a day of the network: the day is in the key of the mail,
     * which the database takes once, whoever posts it. So a reminder names everything of its kind that waits for the person, and nothing
     * is lost when another falls due on the same day.
     *
     * @param kind what it is, e.g. {@code reminder}
     */
    Letter remind(String kind, Person to, Meeting meeting) {
        return begin(kind, LocalDate.ofInstant(clock.instant(), meeting.zone()).toString(), to, meeting);
    }

    /** Posts letters in the caller's transaction, each once. Who has left, or was erased and has no address, gets none. Returns who gets one. */
    Set<String> post(Collection<Letter> letters) {
        return postbox
                .post(letters.stream()
                        .filter(letter ->
                                letter.to().active() && !letter.to().email().isEmpty())
                        .map(this::mail)
                        .toList())
                .stream()
                .map(Mail::recipient)
                .collect(Collectors.toSet());
    }

    private Mail mail(Letter letter) {
        Person to = letter.to();
        // Answers are promised only where they arrive.
        Person from =
                letter.from() != null && addresses.find(letter.from().email()).isPresent() ? letter.from() : null;
        Context words = new Context(letter.language());
        words.setVariable("language", letter.language().toLanguageTag());
        words.setVariable("subject", letter.subject());
        words.setVariable("name", letter.greets() ? to.firstName() : null);
        words.setVariable("blocks", letter.blocks());
        words.setVariable("answersTo", from == null ? null : from.name());
        words.setVariable("url", url);
        return new Mail(
                letter.key(),
                letter.kind(),
                letter.cycle(),
                to.organisation(),
                to.key(),
                to.name(),
                to.email(),
                from == null ? null : from.email(),
                letter.subject(),
                frames.process("letter.txt", words),
                frames.process("letter.html", words),
                letter.personal(),
                letter.entry() == null ? null : writer.write(letter.entry(), postbox.sender()));
    }

    private static ClassLoaderTemplateResolver frame(String file, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Letters.class.getClassLoader());
        resolver.setPrefix("templates/mail/");
        resolver.setTemplateMode(mode);
        resolver.setForceTemplateMode(true);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(Set.of(file));
        resolver.setCacheable(true);
        return resolver;
    }
}
