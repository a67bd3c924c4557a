package nl.ruggespraak.languages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words that people would read and that come from no file of messages. */
final class LiteralWords {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][\\w:-]*)((?:[^\">]|\"[^\"]*\")*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern LITERAL = Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern TWO_WORDS = Pattern.compile("(?<![\\w.#-])[A-Za-z]?[a-z]{1,} [a-z]{2,}(?![\\w-])");
    private static final Set<String> VOID =
            Set.of("input", "img", "br", "meta", "link", "base", "hr", "source", "wbr", "!doctype");
    private static final Set<String> READ =
            Set.of("title", "alt", "placeholder", "label", "hint", "aria-label", "value", "summary");
    /** These say the same in every language. */
    private static final Set<String> NAMES = Set.of("Ruggespraak");

    /** Only programs read these. */
    private static final Set<String> TECHNICAL = Set.of("use strict", "camForm submission prevented");

    private LiteralWords() {}

    /** In a template: what Thymeleaf replaces is an example for whoever reads the template, and is not counted. */
    static List<String> inTemplate(String html) {
        return inHtml(html.replaceAll("(?s)<!--.*?-->|<!DOCTYPE html>|\\[\\[.*?]]", ""), true);
    }

    /** In a form, which says what people read as {@code #{key}} or {@code {{expression}}}. */
    static List<String> inForm(String html) {
        return inHtml(html.replaceAll("(?s)<!--.*?-->", "").replaceAll("#\\{[\\w.-]+}|\\{\\{.*?}}", ""), false);
    }

    /** In a template of plain text. */
    static List<String> inText(String text) {
        return words(text.replaceAll("\\[#[^\\]]*]|\\[/?]|\\[\\(.*?\\)]", ""));
    }

    /** In a program: string literals with two words one after the other, unless they are markup. */
    static List<String> inProgram(String program) {
        List<String> found = new ArrayList<>();
        String code = program.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
            String text = literal.group(1) != null ? literal.group(1) : literal.group(2);
            String said = text.replaceAll("<[^>]*>?", " ").replaceAll("\\{\\{.*?}}", "");
            if (TWO_WORDS.matcher(said).find() && !TECHNICAL.contains(text)) {
                found.add(text);
            }
        }
        return found;
    }

    private static List<String> inHtml(String html, boolean isTemplate) {
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Deque<Boolean> unread = new ArrayDeque<>();
        int from = 0;
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            if (!unread.contains(true)) {
                found.addAll(words(html.substring(from, tag.start())));
            }
            from = tag.end();
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            String attributes = tag.group(3);
            if (!tag.group(1).isEmpty()) {
                while (!open.isEmpty()) {
                    unread.pop();
                    if (open.pop().equals(name)) {
                        break;
                    }
                }
                continue;
            }
            boolean skipped = name.equals("script")
                    || name.equals("style")
                    || (isTemplate && attributes.matches("(?s).*\\bth:(?:text|utext|replace|insert|remove)\\s*=.*"));
            boolean around = unread.contains(true);
            if (!around) {
                Matcher attribute = ATTRIBUTE.matcher(attributes);
                while (attribute.find()) {
                    String key = attribute.group(1);
                    boolean isValueOfAButton = !key.equals("value") || attributes.contains("submit");
                    if (READ.contains(key) && isValueOfAButton && !attributes.contains("th:" + key)) {
                        found.addAll(words(attribute.group(2)));
                    }
                }
            }
            if (!VOID.contains(name) && !attributes.endsWith("/")) {
                open.push(name);
                unread.push(skipped);
            }
        }
        found.addAll(words(html.substring(from)));
        return found;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text.replaceAll("&\\w+;", " "));
        while (word.find()) {
            if (!NAMES.contains(word.group())) {
                words.add(word.group());
            }
        }
        return words;
    }
}
