package nl.ruggespraak.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ruggespraak.calendar.CalendarMessage;
import nl.ruggespraak.shared.Printable;
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
 * @param calendar the entry for the recipient's calendar that goes with it, if there is one
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
        @Nullable PersonalPart personal,
        @Nullable CalendarMessage calendar) {

    /** What follows a personal link's address where the reminders of its subject are stopped. */
    public static final String STOP = "/reminders";

    static final int LONGEST_LINE = 200;

    /** A mail without a personal link and a calendar entry. */
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
        this(
                key,
                kind,
                cycle,
                organisation,
                recipient,
                recipientName,
                address,
                replyTo,
                subject,
                text,
                html,
                null,
                null);
    }

    public Mail {
        recipientName = oneLine(recipientName);
        subject = oneLine(subject);
    }

    /** The mail with these addresses where its personal links belong, one for each subject. */
    public Mail addressed(List<String> addresses) {
        if (personal == null) {
            return this;
        }
        String addressedText = text;
        String addressedHtml = html;
        // The mark of the first is the beginning of all others.
        for (int place = addresses.size() - 1; place >= 0; place--) {
            addressedText = addressedText.replace(personal.mark(place), addresses.get(place));
            addressedHtml = addressedHtml.replace(personal.mark(place), addresses.get(place));
        }
        return withBodies(addressedText, addressedHtml, personal.at(addresses));
    }

    /** Where the recipient stops reminders of this, if the text offers it: a mail program then offers the same. */
    public Optional<String> stopAddress() {
        if (personal == null || personal.addresses().isEmpty()) {
            return Optional.empty();
        }
        Matcher offered = Pattern.compile(Pattern.quote(personal.addresses().get(0) + STOP) + "[^\\s\"]*")
                .matcher(text);
        return offered.find() ? Optional.of(offered.group()) : Optional.empty();
    }

    /** The mail as others may see it: with these words where its personal link was, and nothing to press. */
    public Mail veiled(String words) {
        if (personal == null) {
            return this;
        }
        Pattern address = Pattern.compile(Pattern.quote(personal.mark()) + "[^\\s\"]*");
        return withBodies(
                address.matcher(text).replaceAll(Matcher.quoteReplacement(words)),
                address.matcher(html).replaceAll("#"),
                personal);
    }

    private Mail withBodies(String otherText, String otherHtml, PersonalPart otherPersonal) {
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
                otherPersonal,
                calendar);
    }

    /** Without line breaks and other characters that do not show: neither can begin a header of its own. */
    private static String oneLine(String text) {
        String line = Printable.line(text);
        return line.codePointCount(0, line.length()) <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }

    /**
     * Where links of the recipient will stand.
     *
     * @param mark what stands in the bodies instead; random, so that nobody can write it into a text of their own
     * @param purpose what the links will be for
     * @param subjects of what: keys or ids, a link for each
     * @param addresses the links, once the mail leaves
     */
    public record PersonalPart(String mark, String purpose, List<String> subjects, List<String> addresses) {

        public PersonalPart {
            subjects = List.copyOf(subjects);
            addresses = List.copyOf(addresses);
        }

        public PersonalPart(String mark, String purpose, List<String> subjects) {
            this(mark, purpose, subjects, List.of());
        }

        /** What stands for the link of this subject, counted from 0. */
        public String mark(int place) {
            return place == 0 ? mark : mark + "~" + place;
        }

        PersonalPart at(List<String> made) {
            return new PersonalPart(mark, purpose, subjects, made);
        }
    }
}
