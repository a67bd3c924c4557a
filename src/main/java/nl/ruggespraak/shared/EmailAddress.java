package nl.ruggespraak.shared;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One mail address that the mail server can be given. Only {@link EmailAddresses} makes one, so that nothing else reaches a mail server. It has two
 * spellings: the one that people read, and the one that mail servers get, and neither means another mailbox than the other.
 */
public final class EmailAddress {

    /** What stands for itself in an address of a link (RFC 6068); a question mark would begin headers of a mail. */
    private static final String IN_A_LINK = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$'*+";

    private final String local;
    private final DomainName domain;

    EmailAddress(String local, DomainName domain) {
        this.local = local;
        this.domain = domain;
    }

    /** As people read it: before the @ as it was typed, behind it in small letters of its own script. */
    public String text() {
        return local + "@" + domain.text();
    }

    /** As mail servers get it: behind the @ in ASCII (punycode). */
    public String wire() {
        return local + "@" + domain.wire();
    }

    /** What stands behind the @, as mail servers get it. */
    public String wireDomain() {
        return domain.wire();
    }

    /** Whether only a mail server that offers SMTPUTF8 (RFC 6531) can be given it. */
    public boolean needsSmtpUtf8() {
        return !DomainName.isAscii(local);
    }

    /** As a link, in ASCII. */
    public String mailto() {
        StringBuilder link = new StringBuilder("mailto:");
        for (byte octet : local.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && IN_A_LINK.indexOf(octet) >= 0) {
                link.append((char) octet);
            } else {
                link.append("%%%02X".formatted(octet & 0xFF));
            }
        }
        return link.append('@').append(domain.wire()).toString();
    }

    /** Everything that may stand for it in a text. */
    public Set<String> spellings() {
        return Stream.of(text(), wire(), mailto().substring("mailto:".length())).collect(Collectors.toSet());
    }

    /** Whether a mail to the other arrives at the same mailbox: capitals before the @ make no difference to any mail server that we know. */
    public boolean sharesMailboxWith(EmailAddress other) {
        return wire().equalsIgnoreCase(other.wire());
    }

    /** The same before the @, capitals included, and the same domain, however it was written. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && wire().equals(address.wire());
    }

    @Override
    public int hashCode() {
        return wire().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
