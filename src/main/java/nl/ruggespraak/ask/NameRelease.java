package nl.ruggespraak.ask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of another organisation may know a candidate's name.
 *
 * @param counterpart key of that person
 * @param endedAt null while it lasts
 */
public record NameRelease(
        long id,
        long ask,
        String counterpart,
        String releasedBy,
        Instant releasedAt,
        @Nullable Instant endedAt) {}
