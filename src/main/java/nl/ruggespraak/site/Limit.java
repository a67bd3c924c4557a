package nl.ruggespraak.site;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/** How often within which time, e.g. {@code 50 per 10m}. What is used up comes back evenly over that time. */
record Limit(long times, Duration within) {

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,9})\\s+per\\s+(\\S+)\\s*");

    Limit {
        if (times < 1 || within.isZero() || within.isNegative()) {
            throw new IllegalArgumentException(
                    "A limit is at least once per some time, not " + times + " per " + within);
        }
    }

    /** As it is written in settings. */
    public static Limit of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A limit is written like '50 per 10m', not '" + text + "'");
        }
        return new Limit(Long.parseLong(parts.group(1)), DurationStyle.detectAndParse(parts.group(2)));
    }
}
