package nl.ruggespraak.people;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * How much time a network gives for everything.
 *
 * @param days of every {@link Deadline}
 */
public record Deadlines(Map<Deadline, Integer> days) {

    /** What a network has until it chooses otherwise. */
    public static final Deadlines USUAL =
            new Deadlines(Arrays.stream(Deadline.values()).collect(toMap(deadline -> deadline, Deadline::usual)));

    public Deadlines {
        days = Map.copyOf(days);
    }

    /** Days for one thing. */
    public int of(Deadline deadline) {
        return Objects.requireNonNull(days.get(deadline));
    }
}
