package nl.ruggespraak.shared;

import com.sanctionco.jmail.EmailValidationResult;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.FailureReason;
import com.sanctionco.jmail.JMail;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the mail addresses that the mail server of this installation can be given. Whatever enters as an address enters here: what people typed is
 * taken as the one mailbox that it names, or refused with the reason; nothing is guessed, for a mail then went to somebody else.
 */
@Component
public class EmailAddresses {

    /** In octets, with the @ (RFC 5321, and its erratum 1690). */
    static final int LONGEST = 254;

    private static final int LONGEST_LOCAL = 64;

    /** Control characters, and what Unicode draws nothing for: zero-width spaces, soft hyphens, changes of direction, fillers. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{C}\\p{Zl}\\p{Zp}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F"
                    + "\\uFFA0\\x{E0100}-\\x{E01EF}]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern BETWEEN_SEVERAL = Pattern.compile("[,;/|&\\s\\p{Z}]");
    private static final Pattern ASCII_LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]");

    /** Letters and figures of any script, with their accents. */
    private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]");

    private static final EmailValidator RULES =
            JMail.validator().disallowIpDomain().disallowExplicitSourceRouting();

    private static final EmailAddresses IN_ANY_SCRIPT = new EmailAddresses(true, Set.of());

    private final boolean smtpUtf8;
    private final Set<String> withoutDot;

    /**
     * What the mail server takes.
     *
     * @param smtpUtf8 whether it offers SMTPUTF8, so that letters of any script may stand before the @
     * @param withoutDot domains without a dot that it knows, in ASCII
     */
    EmailAddresses(
            @Value("${ruggespraak.mail.smtputf8:false}") boolean smtpUtf8,
            @Value("${ruggespraak.mail.domains-without-dot:localhost}") Set<String> withoutDot) {
        this.smtpUtf8 = smtpUtf8;
        this.withoutDot = Set.copyOf(withoutDot);
    }

    /** Reads one. */
    public EmailAddress read(@Nullable String typed) throws UnusableAddress {
        String text = typed == null ? "" : typed.strip();
        refuseWhatIsNoSingleAddress(text);
        int at = text.indexOf('@');
        String local = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
        refuseDots(local, text.substring(at + 1));
        refuseLetters(local);
        DomainName domain = DomainName.read(text.substring(at + 1), withoutDot);
        EmailAddress address = new EmailAddress(local, domain);
        int length = octets(address.wire());
        if (length > LONGEST) {
            throw new UnusableAddress(AddressFault.TOO_LONG, LONGEST, length);
        }
        EmailValidationResult checked = RULES.validate(address.wire());
        if (checked.isFailure()) {
            throw new UnusableAddress(
                    checked.getFailureReason().equals(FailureReason.NUMERIC_TLD)
                            ? AddressFault.NUMBER
                            : AddressFault.OTHER);
        }
        return address;
    }

    /** Reads one that may be no address. */
    public Optional<EmailAddress> find(@Nullable String typed) {
        try {
            return Optional.of(read(typed));
        } catch (UnusableAddress unusable) {
            return Optional.empty();
        }
    }

    /** Everything that may stand in a text for an address that is kept, whether a mail server can be given it or not. */
    public static Set<String> spellings(String kept) {
        return Stream.concat(
                        Stream.of(kept),
                        IN_ANY_SCRIPT.find(kept).stream().flatMap(address -> address.spellings().stream()))
                .collect(Collectors.toSet());
    }

    private static void refuseWhatIsNoSingleAddress(String text) throws UnusableAddress {
        if (text.isEmpty()) {
            throw new UnusableAddress(AddressFault.MISSING);
        }
        Matcher unseen = UNSEEN.matcher(text);
        if (unseen.find()) {
            throw new UnusableAddress(
                    AddressFault.UNSEEN, "U+%04X".formatted(unseen.group().codePointAt(0)));
        }
        long ats = text.chars().filter(character -> character == '@').count();
        if (text.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            throw new UnusableAddress(AddressFault.MAILTO);
        }
        if (ats > 1 && BETWEEN_SEVERAL.matcher(text).find() && text.indexOf('"') != 0) {
            throw new UnusableAddress(AddressFault.SEVERAL);
        }
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            throw new UnusableAddress(AddressFault.NAME);
        }
        if (text.indexOf('"') >= 0) {
            throw new UnusableAddress(AddressFault.QUOTED);
        }
        if (text.indexOf('(') >= 0 || text.indexOf(')') >= 0) {
            throw new UnusableAddress(AddressFault.COMMENT);
        }
        if (SPACE.matcher(text).find()) {
            throw new UnusableAddress(AddressFault.SPACE);
        }
        if (text.indexOf(',') >= 0) {
            throw new UnusableAddress(AddressFault.COMMA);
        }
        if (ats != 1) {
            throw new UnusableAddress(ats == 0 ? AddressFault.AT_MISSING : AddressFault.AT_TWICE);
        }
    }

    private static void refuseDots(String local, String domain) throws UnusableAddress {
        if (local.isEmpty()) {
            throw new UnusableAddress(AddressFault.LOCAL_MISSING);
        }
        if (domain.isEmpty()) {
            throw new UnusableAddress(AddressFault.DOMAIN_MISSING);
        }
        if (local.contains("..") || domain.contains("..")) {
            throw new UnusableAddress(AddressFault.DOTS);
        }
        if (local.startsWith(".")) {
            throw new UnusableAddress(AddressFault.DOT_FIRST);
        }
        if (local.endsWith(".")) {
            throw new UnusableAddress(AddressFault.DOT_BEFORE_AT);
        }
        if (domain.startsWith(".")) {
            throw new UnusableAddress(AddressFault.DOT_AFTER_AT);
        }
        if (domain.endsWith(".")) {
            throw new UnusableAddress(AddressFault.DOT_LAST);
        }
    }

    private void refuseLetters(String local) throws UnusableAddress {
        for (int letter : local.codePoints().toArray()) {
            String character = Character.toString(letter);
            if (letter < 0x80 ? !ASCII_LOCAL.matcher(character).matches() : smtpUtf8 && !isWritten(character)) {
                throw new UnusableAddress(AddressFault.LOCAL_CHARACTER, character);
            }
            if (letter >= 0x80 && !smtpUtf8) {
                throw new UnusableAddress(AddressFault.LOCAL_LETTER, character);
            }
        }
        for (String word : local.split("\\.", -1)) {
            DomainName.refuseScripts(word);
        }
        int length = octets(local);
        if (length > LONGEST_LOCAL) {
            throw new UnusableAddress(AddressFault.LOCAL_TOO_LONG, LONGEST_LOCAL, length);
        }
    }

    /** A letter or figure, and not one in the width or style of another, such as ｊ. */
    private static boolean isWritten(String character) {
        return WRITTEN.matcher(character).matches() && Normalizer.isNormalized(character, Normalizer.Form.NFKC);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
