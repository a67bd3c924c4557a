package nl.ruggespraak.shared;

import java.util.regex.Pattern;

/** Text without the characters that do not show: control characters, and those that turn the direction of what is read. */
public final class Printable {

    /** Unicode's Bidi_Control: text after them may be read backwards, and show another name than it holds. */
    private static final String DIRECTIONS = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

    private static final Pattern DIRECTION = Pattern.compile("[" + DIRECTIONS + "]+");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private Printable() {}

    /** On one line, with single spaces: a line break in a header would begin another. */
    public static String line(String text) {
        return SPACE.matcher(withoutDirections(text)).replaceAll(" ").strip();
    }

    /** Its lines stay, however they were broken. */
    public static String lines(String text) {
        return CONTROL_BUT_LINES
                .matcher(withoutDirections(text).replaceAll("\\R", "\n"))
                .replaceAll("");
    }

    private static String withoutDirections(String text) {
        return DIRECTION.matcher(text).replaceAll("");
    }
}
