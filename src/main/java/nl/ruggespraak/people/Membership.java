package nl.ruggespraak.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organisation takes part in a network.
 *
 * @param network key
 * @param endsOn from this day on it takes no part; null when it stays
 */
public record Membership(
        String network, String networkName, @Nullable LocalDate endsOn) {}
