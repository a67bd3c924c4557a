package nl.ruggespraak.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the trail somebody wants to see; what is null does not matter.
 *
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String organisation,
        @Nullable Action action,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String subject) {}
