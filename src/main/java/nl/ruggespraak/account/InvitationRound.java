package nl.ruggespraak.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Invitations of many.
 *
 * @param organisation key of the organisation whose people are invited; null for everybody
 * @param people how many there are to look at
 * @param after key of the last person that was looked at
 * @param looked how many were looked at
 * @param invited how many of them were invited
 */
public record InvitationRound(
        long id,
        @Nullable String organisation,
        int people,
        String after,
        int looked,
        int invited,
        @Nullable Instant finishedAt) {}
