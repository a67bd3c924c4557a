package nl.ruggespraak.mail;

import java.util.stream.Collectors;

/**
 * Plain text as it travels (RFC 3676, {@code format=flowed}): lines that fit a terminal, and that a program with less or
 * more room puts together again. A link stays whole.
 */
final class Flowed {

    private static final int WIDTH = 72;
    private static final String SIGNATURE = "-- ";

    private Flowed() {}

    static String of(String text) {
        return text.lines().map(Flowed::line).collect(Collectors.joining("\n")) + (text.endsWith("\n") ? "\n" : "");
    }

    private static String line(String line) {
        if (line.equals(SIGNATURE)) {
            return line;
        }
        boolean quoted = line.equals(">") || line.startsWith("> ");
        return quoted ? wrapped(line.substring(1).strip(), "> ") : wrapped(line, "");
    }

    private static String wrapped(String line, String quote) {
        StringBuilder flowed = new StringBuilder();
        String rest = line.stripTrailing();
        int room = WIDTH - quote.length();
        int end = end(rest, room);
        while (end < rest.length()) {
            flowed.append(quote).append(stuffed(rest.substring(0, end), quote)).append(" \n");
            rest = rest.substring(end).stripLeading();
            end = end(rest, room);
        }
        return flowed.append((quote + stuffed(rest, quote)).stripTrailing()).toString();
    }

    /** Where the line ends: after the last word that fits, or after the first where none does. */
    private static int end(String text, int room) {
        if (text.length() <= room) {
            return text.length();
        }
        int first = text.length() - text.stripLeading().length();
        int space = text.lastIndexOf(' ', room);
        if (space <= first) {
            space = text.indexOf(' ', Math.max(first, room));
        }
        return space < 0
                ? text.length()
                : text.substring(0, space).stripTrailing().length();
    }

    /** What would mean something at the beginning of a line gets a space before it, which the reader takes off. */
    private static String stuffed(String line, String quote) {
        return quote.isEmpty() && (line.startsWith(" ") || line.startsWith(">") || line.startsWith("From "))
                ? " " + line
                : line;
    }
}
