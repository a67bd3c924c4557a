package nl.ruggespraak.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person whose present address the mail server refuses: the newest answer about it was a lasting no. A new address, or a
 * mail that is taken, ends it.
 *
 * @param person key
 * @param organisation name; null for those who work for the network itself
 * @param mail id of the mail that was refused
 */
public record RefusedAddress(
        String person,
        String name,
        @Nullable String organisation,
        String address,
        long mail,
        String reason,
        Instant since) {}
