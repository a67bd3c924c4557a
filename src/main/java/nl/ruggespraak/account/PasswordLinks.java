package nl.ruggespraak.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.link.Token;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.PersonalAddresses;
import nl.ruggespraak.notice.PasswordNotice;
import nl.ruggespraak.people.OwnPassword;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.site.Links;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links with which people choose a password. They are made when the mail leaves, kept as a hash, and work once. */
@Service
public class PasswordLinks implements PersonalAddresses, Links {

    /** The first part of their paths. */
    public static final String PATH = "p";

    /** So long one that has ended is still told from one that never was. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcPasswordLinks links;
    private final JdbcInvitations invitations;
    private final OwnPassword ownPassword;
    private final PasswordNotice notice;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;
    private final String url;

    PasswordLinks(
            JdbcPasswordLinks links,
            JdbcInvitations invitations,
            OwnPassword ownPassword,
            PasswordNotice notice,
            People people,
            AuditTrail audit,
            Clock clock,
            @Value("${ruggespraak.url}") String url) {
        this.links = links;
        this.invitations = invitations;
        this.ownPassword = ownPassword;
        this.notice = notice;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.url = url.replaceAll("/+$", "");
    }

    @Override
    public boolean makes(String purpose) {
        return Arrays.stream(PasswordPurpose.values())
                .anyMatch(each -> each.name().equals(purpose));
    }

    @Override
    @Transactional
    public List<String> make(Mail.PersonalPart part, String person) {
        PasswordPurpose purpose = PasswordPurpose.valueOf(part.purpose());
        return part.subjects().stream().map(subject -> issue(purpose, person)).toList();
    }

    private String issue(PasswordPurpose purpose, String person) {
        Token token = Token.random();
        Instant now = clock.instant();
        links.add(token.hash(), person, purpose, now, now.plus(purpose.lifetime()));
        return url + "/" + PATH + "/" + token.secret();
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalLong number(String path, String token) {
        return path.equals(PATH) ? links.number(new Token(token).hash()) : OptionalLong.empty();
    }

    /** The link with this token. Opening it changes nothing: mail scanners open links, too. */
    @Transactional(readOnly = true)
    public Optional<PasswordLink> open(String token) {
        return links.find(new Token(token).hash(), clock.instant());
    }

    /**
     * Sets another password for somebody who knows the present one. No link that was sent before works any longer.
     *
     * @throws Refusal with the field {@code present}, {@code password} or {@code again}
     */
    @Transactional
    public void change(String key, String present, String password, String again) {
        if (!ownPassword.isNow(key, present)) {
            throw Refusal.of("present", "refusal.present.wrong");
        }
        if (!password.equals(again)) {
            throw Refusal.of("again", "refusal.again.other");
        }
        ownPassword.set(key, password);
        people.find(key).ifPresent(person -> notice.changed(person, clock.instant()));
    }

    /**
     * Sets the password of the person whose link it is, and uses the link up. Where the password is refused the link still works.
     *
     * @throws Refusal with the field {@code password} or {@code again}, or {@code link} when it works no longer
     */
    @Transactional
    public void choose(String token, String password, String again) {
        PasswordLink link = links.use(new Token(token).hash(), clock.instant())
                .orElseThrow(() -> Refusal.of("link", "refusal.link.used"));
        if (!password.equals(again)) {
            throw Refusal.of("again", "refusal.again.other");
        }
        Person person = people.get(link.person());
        ownPassword.set(person.key(), password);
        invitations.forget(person.key());
        links.forget(clock.instant().minus(REMEMBERED));
        audit.record(
                Action.PASSWORD_CHOSEN,
                "person/" + person.key(),
                person.organisation(),
                link.purpose() + ", by whoever had the link");
        notice.changed(person, clock.instant());
    }
}
