package nl.ruggespraak.personal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Who is looked for in texts: by name, mail address or telephone number, as a whole and at the boundaries of words, whatever the text is
 * written in: plainly, in HTML or in JSON, with accents composed or not.
 */
public final class Sought {

    /** By what somebody is found. */
    public enum Part {
        NAME,
        EMAIL,
        PHONE,
        FIRST_NAME
    }

    /**
     * Where somebody is found in a text.
     *
     * @param longer whether it looks like a part of a longer name, which would be another's
     */
    public record Hit(Part part, int start, int end, boolean longer) {}

    private record Word(
            Part part, Pattern pattern, @Nullable String anchor) {}

    private static final String SPACE = "(?:[\\s\\u00a0]|&nbsp;|&#160;|\\\\[nrt])+";
    private static final Pattern ENTITY_BEFORE = Pattern.compile("&#?\\w+;$");
    private static final Pattern JSON_BEFORE = Pattern.compile("\\\\u(\\p{XDigit}{4})$");
    private static final Pattern CONTROL_BEFORE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\[nrtbf]$");
    private static final Pattern ENTITY_AFTER = Pattern.compile("^&#?\\w+;");
    private static final Pattern JSON_AFTER = Pattern.compile("^\\\\u(\\p{XDigit}{4})");
    private static final int WINDOW = 80;

    private static final Pattern ANCHOR = Pattern.compile("[A-Za-z0-9]{2,}");

    /** What follows a name that goes on: a hyphen, another name, or "de Wit". */
    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:[-‐‑]\\p{L}|['’](?!s\\b)\\p{L}|[ \\u00a0]+(?:(?:van|von|de|den|der|ter|ten|te|in|op|'t|’t)[ \\u00a0]+){0,3}\\p{Lu}\\p{Ll})");

    private static final Pattern JOINED = Pattern.compile("\\p{L}[-‐‑'’]$");
    private static final Pattern WORD_BEFORE =
            Pattern.compile("(?<![\\p{L}\\p{M}])(\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?)[ \\u00a0]+$");

    /** These may stand before a name. Any other word with a capital may be a first name. */
    private static final Set<String> BEFORE_A_NAME = Set.copyOf(List.of(
            ("dear hi hello hey call ask about for from to with by and of or if when because thanks dhr. mevr. mw. mr. mrs. ms. dr. drs. ir. "
                            + "beste geachte dag hallo hoi bel vraag over voor van aan met door en of als omdat dank heer mevrouw de het cv that who i")
                    .split(" ")));

    private final List<Word> words;

    private Sought(List<Word> words) {
        this.words = words;
    }

    /** A candidate, who is known by name only. */
    public static Sought candidate(String name) {
        return new Sought(List.of(word(Part.NAME, name, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
    }

    /** A colleague. The first name alone is found as well, as it is written; what is empty is not looked for. */
    public static Sought colleague(
            String firstName, String lastName, Collection<String> emails, @Nullable String phone) {
        List<Word> words = new ArrayList<>();
        int anyCase = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        words.add(word(Part.NAME, firstName + " " + lastName, anyCase));
        emails.stream().filter(email -> !email.isBlank()).forEach(email -> words.add(word(Part.EMAIL, email, anyCase)));
        if (phone != null && !phone.isBlank()) {
            words.add(word(Part.PHONE, phone, anyCase));
        }
        if (!firstName.isBlank()) {
            words.add(word(Part.FIRST_NAME, firstName, 0));
        }
        return new Sought(words);
    }

    /** The same, without the first name alone. */
    public Sought certain() {
        return new Sought(
                words.stream().filter(word -> word.part() != Part.FIRST_NAME).toList());
    }

    /** What a text holds at least, in whatever case, for somebody to be found in it; null when nothing is sure. */
    public @Nullable List<String> anchors() {
        return words.stream().anyMatch(word -> word.anchor() == null)
                ? null
                : words.stream().map(Word::anchor).distinct().collect(Collectors.toList());
    }

    /** Where somebody is found; what is found by name is not found by first name again. */
    public List<Hit> in(String text) {
        List<Hit> hits = new ArrayList<>();
        for (Word word : words) {
            Matcher matcher = word.pattern().matcher(text);
            int from = 0;
            while (from <= text.length() && matcher.find(from)) {
                from = matcher.end();
                int start = matcher.start();
                int end = matcher.end();
                if (standsAlone(text, start, end, word.part())
                        && hits.stream().noneMatch(hit -> hit.start() < end && start < hit.end())) {
                    hits.add(new Hit(word.part(), start, end, isNamed(word.part()) && goesOn(text, start, end)));
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    /** Whether a text is the name, and nothing but the name. */
    public boolean isAllOf(String text) {
        return in(text.strip()).stream()
                .anyMatch(hit -> hit.part() == Part.NAME
                        && hit.start() == 0
                        && hit.end() == text.strip().length());
    }

    /** A piece of a text as people read it: without tags and escapes. */
    public static String read(String piece) {
        String read = HtmlUtils.htmlUnescape(piece.replaceAll("<[^<>]*>", "\n"));
        read = Pattern.compile("\\\\u(\\p{XDigit}{4})")
                .matcher(read)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
        return read.replaceAll("\\\\[nrt]", "\n").replace("\\\"", "\"");
    }

    private static boolean isNamed(Part part) {
        return part == Part.NAME || part == Part.FIRST_NAME;
    }

    private static boolean standsAlone(String text, int start, int end, Part part) {
        int before = before(text, start);
        int after = after(text, end);
        if (part == Part.EMAIL) {
            boolean begins = !isOfWord(before) && ".+-_@".indexOf(before) < 0;
            boolean ends = !isOfWord(after)
                    && "-_@".indexOf(after) < 0
                    && !(after == '.'
                            && end + 1 < text.length()
                            && Character.isLetterOrDigit(text.codePointAt(end + 1)));
            return begins && ends;
        }
        if (part == Part.PHONE) {
            return !isOfWord(before) && before != '+' && !isOfWord(after);
        }
        return !isOfWord(before) && !isOfWord(after);
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character)
                || character == '_'
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    /** The character before, whatever it is written in; a space at the beginning. */
    private static int before(String text, int start) {
        String head = text.substring(Math.max(0, start - 12), start);
        Matcher entity = ENTITY_BEFORE.matcher(head);
        if (entity.find()) {
            String read = HtmlUtils.htmlUnescape(entity.group());
            return read.codePointBefore(read.length());
        }
        Matcher json = JSON_BEFORE.matcher(head);
        if (json.find()) {
            return Integer.parseInt(json.group(1), 16);
        }
        if (CONTROL_BEFORE.matcher(head).find() || head.isEmpty()) {
            return ' ';
        }
        return head.codePointBefore(head.length());
    }

    private static int after(String text, int end) {
        String tail = text.substring(end, Math.min(text.length(), end + 12));
        Matcher entity = ENTITY_AFTER.matcher(tail);
        if (entity.find()) {
            return HtmlUtils.htmlUnescape(entity.group()).codePointAt(0);
        }
        Matcher json = JSON_AFTER.matcher(tail);
        if (json.find()) {
            return Integer.parseInt(json.group(1), 16);
        }
        return tail.isEmpty() ? ' ' : tail.codePointAt(0);
    }

    private static boolean goesOn(String text, int start, int end) {
        String after = read(text.substring(end, Math.min(text.length(), end + WINDOW)));
        if (GOES_ON.matcher(after).find()) {
            return true;
        }
        String before = read(text.substring(Math.max(0, start - WINDOW), start));
        if (JOINED.matcher(before).find()) {
            return true;
        }
        Matcher word = WORD_BEFORE.matcher(before);
        return word.find() && !BEFORE_A_NAME.contains(word.group(1).toLowerCase(Locale.ROOT));
    }

    private static Word word(Part part, String words, int flags) {
        String composed = Normalizer.normalize(words.strip().replaceAll("[\\s\\u00a0]+", " "), Normalizer.Form.NFC);
        String pattern = composed.codePoints()
                .mapToObj(each -> each == ' ' ? SPACE : character(each, flags != 0))
                .collect(Collectors.joining());
        String anchor = ANCHOR.matcher(composed)
                .results()
                .map(found -> found.group())
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
        return new Word(part, Pattern.compile(pattern, flags), anchor);
    }

    /** A character in every way in which it may be written. */
    private static String character(int character, boolean anyCase) {
        String plain = Character.toString(character);
        if (character < 128 && Character.isLetterOrDigit(character)) {
            return plain;
        }
        Set<String> written = new LinkedHashSet<>();
        Set<Integer> all = new LinkedHashSet<>(List.of(character));
        if (anyCase) {
            all.add(Character.toLowerCase(character));
            all.add(Character.toUpperCase(character));
        }
        if (character == '\'' || character == '’') {
            all.addAll(List.of((int) '\'', (int) '’'));
            written.add("&apos;");
        }
        for (int each : all) {
            String one = Character.toString(each);
            written.add(Pattern.quote(one));
            written.add(Pattern.quote(Normalizer.normalize(one, Normalizer.Form.NFD)));
            written.add(Pattern.quote(HtmlUtils.htmlEscape(one)));
            written.add("&#0*" + each + ";");
            written.add("&#[xX]0*(?i:" + Integer.toHexString(each) + ");");
            written.add(one.chars()
                    .mapToObj(unit -> "\\\\u(?i:" + String.format(Locale.ROOT, "%04x", unit) + ")")
                    .collect(Collectors.joining()));
            if (each == '"') {
                written.add("\\\\\"");
            }
        }
        return written.stream().collect(Collectors.joining("|", "(?:", ")"));
    }
}
