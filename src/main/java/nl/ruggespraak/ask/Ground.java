package nl.ruggespraak.ask;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.ruggespraak.shared.Checks;
import org.jspecify.annotations.Nullable;

/**
 * On what ground a candidate is shared, and as what.
 *
 * @param candidate the person's name; null when it was not told
 * @param pitch what other organisations may read; without a name
 * @param agreedOn when the candidate agreed that this is shared; null when that is not known yet, so that it is not shared
 */
public record Ground(
        @Nullable String candidate, String pitch, @Nullable LocalDate agreedOn) {

    /** What every ask has that is not about a candidate. */
    static final Ground NONE = new Ground(null, "", null);

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PITCH = 1_000;

    /** What of a name is not one: “van”, “de”, initials. */
    private static final int SHORTEST_NAME = 3;

    /**
     * Reads what was typed: an agreement lies in the past, and a pitch does not tell the name.
     *
     * @param today in the network's zone
     */
    static Ground checked(
            Checks.Row row,
            @Nullable String candidate,
            @Nullable String pitch,
            @Nullable LocalDate agreedOn,
            LocalDate today) {
        String name = row.optionalText("candidate", candidate, LONGEST_NAME);
        String said = row.optionalText("pitch", pitch, LONGEST_PITCH);
        row.require(agreedOn == null || !agreedOn.isAfter(today), "agreedOn", "future");
        namesIn(said, name).stream().findFirst().ifPresent(told -> row.require(false, "pitch", "namesCandidate", told));
        return new Ground(name.isEmpty() ? null : name, said, agreedOn);
    }

    private static List<String> namesIn(String pitch, String name) {
        return Arrays.stream(name.split("[\\s.,]+"))
                .filter(part -> part.length() >= SHORTEST_NAME)
                .filter(part -> !part.equals(part.toLowerCase(Locale.ROOT)))
                .filter(part -> Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + Pattern.quote(part) + "(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(pitch)
                        .find())
                .toList();
    }
}
