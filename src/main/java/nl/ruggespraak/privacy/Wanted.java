package nl.ruggespraak.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is looked for in texts, whatever they are written in: plainly, in HTML or in JSON, with capitals or without. It is found as whole
 * words only, so that {@code lnv-adviser-1} is not found in {@code lnv-adviser-10}.
 *
 * @param inText as an expression of PostgreSQL for texts, to be used without regard to case; empty when nothing is looked for
 * @param inBytes likewise for bytes as {@code encode(…, 'escape')} writes them: a backslash is two, and what is beyond ASCII three octal
 *     digits, which may stand before a word without being part of it
 */
public record Wanted(String inText, String inBytes) {

    private static final Pattern PLAIN_WORD = Pattern.compile("[a-z]+");

    /** Names, mail addresses, telephone numbers; those that are empty are left out. */
    static Wanted words(Collection<String> words) {
        List<String> real = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        return new Wanted(
                any(real, Wanted::literal, each -> json(each, "\\\\u"), "(?<!\\w)"),
                any(real, Wanted::bytes, each -> json(each, "\\\\\\\\u"), ""));
    }

    /** The key of a person. One that is an ordinary word is found where nothing else stands beside it, and not amid a sentence. */
    static Wanted key(String key) {
        String literal = written(key, Wanted::literal);
        String alone = PLAIN_WORD.matcher(key).matches()
                ? "(?<![^/\"])" + literal + "(?![^/\"])"
                : "(?<![\\w.-])" + literal + "(?![\\w-])";
        return new Wanted(alone, alone);
    }

    /** This or that. */
    Wanted and(Wanted other) {
        return new Wanted(either(inText, other.inText), either(inBytes, other.inBytes));
    }

    public boolean isNothing() {
        return inText.isEmpty();
    }

    private static String any(List<String> words, IntFunction<String> plain, IntFunction<String> json, String begin) {
        return words.stream()
                .flatMap(word -> Stream.of(
                        written(word, plain),
                        written(word, each -> html(each, plain)),
                        written(word, each -> each < 128 ? plain.apply(each) : json.apply(each))))
                .distinct()
                .map(word -> begin + word + "(?!\\w)")
                .collect(Collectors.joining("|"));
    }

    /** Each character as it may be written; white space of any length and kind is as good as another. */
    private static String written(String word, IntFunction<String> character) {
        return word.replaceAll("\\s+", " ")
                .codePoints()
                .mapToObj(each -> each == ' ' ? "\\s+" : character.apply(each))
                .collect(Collectors.joining());
    }

    private static String literal(int character) {
        boolean sign = character < 128 && !Character.isLetterOrDigit(character) && character != '_';
        return (sign ? "\\" : "") + Character.toString(character);
    }

    private static String html(int character, IntFunction<String> plain) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> plain.apply(character);
        };
    }

    private static String json(int character, String escape) {
        return smallOrCapital(
                character,
                each -> each.chars()
                        .mapToObj(unit -> escape + "%04x".formatted(unit))
                        .collect(Collectors.joining()));
    }

    private static String bytes(int character) {
        return character < 128
                ? literal(character)
                : smallOrCapital(character, each -> {
                    byte[] utf8 = each.getBytes(StandardCharsets.UTF_8);
                    return IntStream.range(0, utf8.length)
                            .mapToObj(at -> "\\\\%03o".formatted(utf8[at] & 0xff))
                            .collect(Collectors.joining());
                });
    }

    /** What has been escaped, PostgreSQL does not take for the same letter any more. */
    private static String smallOrCapital(int character, Function<String, String> escape) {
        return Stream.of(Character.toLowerCase(character), Character.toUpperCase(character))
                .distinct()
                .map(each -> escape.apply(Character.toString(each)))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String either(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "|" + other;
    }
}
