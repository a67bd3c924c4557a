package nl.ruggespraak.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a member organisation without a representative is asked to name one for a meeting, or to attend.
 *
 * @param key that of the cycle which begins as soon as somebody goes, e.g. {@code sam-2026-12-10/lnv}
 * @param asked key of the person; null when the organisation has nobody who could be asked
 * @param open false when somebody goes, the meeting is off, or the organisation takes no part
 */
public record RepresentativeRequest(
        String key,
        String meeting,
        String organisation,
        @Nullable String asked,
        Instant askedAt,
        boolean open) {}
