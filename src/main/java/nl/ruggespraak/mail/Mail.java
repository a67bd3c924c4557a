package nl.ruggespraak.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, ready to be posted.
 *
 * @param key what it is and whom it is for, e.g. {@code announcement/sam-2026-12-10/lnv/lnv-adviser-1}; posted once
 * @param kind the first part of the key, e.g. {@code announcement}
 * @param cycle key of the meeting cycle that it belongs to, if any
 * @param organisation key of the recipient's organisation; null for those who work for the network itself
 * @param recipient key of the person
 * @param recipientName how the person is called in the address line
 * @param replyTo address that an answer goes to, if not ours
 * @param subject one line, whatever is given
 * @param personal where a link of the recipient will stand in the bodies, if there is one
 */
public record Mail(
        String key,
        String kind,
        @Nullable String cycle,
        @Nullable String organisation,
        String recipient,
        String recipientName,
        String address,
        @Nullable String replyTo,
        String subject,
        String text,
        String html,
        @Nullable PersonalPart personal) {

    static final int LONGEST_LINE = 200;

    /** A mail without a personal link. */
    public Mail(
            String key,
            String kind,
            @Nullable String cycle,
            @Nullable String organisation,
            String recipient,
            String recipientName,
            String address,
            @Nullable String replyTo,
            String subject,
            String text,
            String html) {
        this(key, kind, cycle, organisation, recipient, recipientName, address, replyTo, subject, text, html, null);
    }

    public Mail {
        recipientName = oneLine(recipientName);
        subject = oneLine(subject);
    }

    /** The mail with this address where its personal link belongs. */
    public Mail addressed(String address) {
        return personal == null
                ? this
                : withBodies(text.replace(personal.mark(), address), html.replace(personal.mark(), address));
    }

    /** The mail as others may see it: with these words where its personal link was, and nothing to press. */
    public Mail veiled(String words) {
        if (personal == null) {
            return this;
        }
        Pattern address = Pattern.compile(Pattern.quote(personal.mark()) + "[^\\s\"]*");
        return withBodies(
                address.matcher(text).replaceAll(Matcher.quoteReplacement(words)),
                address.matcher(html).replaceAll("#"));
    }

    private Mail withBodies(String otherText, String otherHtml) {
        return new Mail(
                key,
                kind,
                cycle,
                organisation,
                recipient,
                recipientName,
                address,
                replyTo,
                subject,
                otherText,
                otherHtml,
                personal);
    }

    /** Without line breaks and other characters that do not show: neither can begin a header of its own. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }

    /**
     * Where a link of the recipient will stand.
     *
     * @param mark what stands in the bodies instead; random, so that nobody can write it into a text of their own
     * @param purpose what the link will be for
     * @param subject of what: a key or an id
     */
    public record PersonalPart(String mark, String purpose, String subject) {}
}
