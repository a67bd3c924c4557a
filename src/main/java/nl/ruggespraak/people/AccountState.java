package nl.ruggespraak.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is with the own account.
 *
 * @param invitedAt when the person was last invited to choose a password; null when never, or when the person has come in since
 * @param lastSignIn when the person last came in, if ever
 */
public record AccountState(
        boolean hasPassword,
        @Nullable Instant invitedAt,
        @Nullable Instant lastSignIn) {}
