package nl.ruggespraak.account;

import java.time.Duration;

/** Why somebody chooses a password by a link, and how long the link works. */
public enum PasswordPurpose {
    INVITATION(Duration.ofDays(7)),
    FORGOTTEN(Duration.ofHours(1));

    private final Duration lifetime;

    PasswordPurpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public Duration lifetime() {
        return lifetime;
    }
}
