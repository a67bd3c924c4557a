package nl.ruggespraak.process.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code rest-surface.txt}.
 *
 * @param path with parameters, each with the kind of thing whose id it gets: {@code /task/{id=task}}
 * @param query empty, or what begins with a question mark
 * @param body null, or what is sent
 */
record SurfaceRule(
        String method,
        String path,
        Answer answer,
        String query,
        @Nullable String body) {

    /** What must be answered about somebody else's things. */
    enum Answer {
        CLOSED,
        REFUSED,
        FAILS,
        EMPTY,
        OWN,
        PUBLIC,
        SIGNS_OUT
    }

    /** Stands for the places where the engine's interface is mounted. */
    static final String ENGINE = "~";

    private static final Pattern LINE = Pattern.compile("(\\S+) +(\\S+) +(\\S+)(?: +(\\?\\S+))?(?: +(\\{.*}))?");
    private static final Pattern PARAMETER = Pattern.compile("\\{([\\w-]+)=(\\w+)}");
    private static final Pattern PLAIN_PARAMETER = Pattern.compile("\\{[\\w-]+}");
    private static final Pattern KIND = Pattern.compile("\\{(\\w+)}");

    /** All lines. */
    static List<SurfaceRule> all() {
        try (InputStream file = SurfaceRule.class.getResourceAsStream("/rest-surface.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(SurfaceRule::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SurfaceRule read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("No rule: " + line);
        }
        return new SurfaceRule(
                parts.group(1),
                parts.group(2),
                Answer.valueOf(parts.group(3)),
                parts.group(4) == null ? "" : parts.group(4),
                parts.group(5));
    }

    /** The end point that it is about, as it is registered. */
    RestSurface.EndPoint endPoint() {
        return new RestSurface.EndPoint(method, PARAMETER.matcher(path).replaceAll("{$1}"));
    }

    /** Whether it is one of the engine's own interface, which is mounted in several places. */
    boolean isEngines() {
        return path.startsWith(ENGINE);
    }

    /** The address to ask, with the ids of these things; nothing when there is no thing of a kind it needs. */
    @Nullable
    String address(Map<String, String> things) {
        String filled = filled(PARAMETER.matcher(path).replaceAll("{$2}") + query, things, "x");
        return filled == null ? null : PLAIN_PARAMETER.matcher(filled).replaceAll("x");
    }

    /** What to send; nothing when there is no thing of a kind it needs. */
    @Nullable
    String content(Map<String, String> things) {
        return body == null ? "" : filled(body, things, "");
    }

    private @Nullable String filled(String text, Map<String, String> things, String otherwise) {
        Matcher kinds = KIND.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (kinds.find()) {
            String thing = things.get(kinds.group(1));
            if (thing == null && answer != Answer.CLOSED) {
                return null;
            }
            kinds.appendReplacement(filled, Matcher.quoteReplacement(thing == null ? otherwise : thing));
        }
        return kinds.appendTail(filled).toString();
    }
}
