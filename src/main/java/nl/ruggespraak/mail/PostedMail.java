package nl.ruggespraak.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was posted, and what became of it.
 *
 * @param organisation key of the recipient's organisation, if any
 * @param attempts how often it was given to a mail server
 * @param unsure how often a mail server's answer was lost, so that the mail may have arrived more than once
 * @param lastError why the last attempt failed, without personal data
 */
public record PostedMail(
        long id,
        Mail mail,
        MailStatus status,
        int attempts,
        int unsure,
        @Nullable String lastError,
        Instant postedAt,
        @Nullable Instant sentAt) {}
