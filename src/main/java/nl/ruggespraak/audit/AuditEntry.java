package nl.ruggespraak.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param actor key of the person, or {@link AuditTrail#SYSTEM}
 * @param actorName null when the person is not there any more
 * @param subject kind and key, e.g. {@code ask/12}
 * @param organisation key; null when it concerns the network itself
 * @param organisationName null when there is none, or it is not there any more
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        @Nullable String actorName,
        Action action,
        String subject,
        @Nullable String organisation,
        @Nullable String organisationName,
        String details) {}
