package nl.ruggespraak.mail;

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
        String html) {

    static final int LONGEST_LINE = 200;

    public Mail {
        recipientName = oneLine(recipientName);
        subject = oneLine(subject);
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
}
