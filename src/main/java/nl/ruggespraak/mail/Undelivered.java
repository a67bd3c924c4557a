package nl.ruggespraak.mail;

import java.time.Instant;

/**
 * A mail that has not arrived.
 *
 * @param recipient key of the person
 * @param status {@link MailStatus#REFUSED} for good, or {@link MailStatus#FAILED} and tried again
 * @param reason why, without personal data
 * @param since the first time that it failed
 */
public record Undelivered(
        long id,
        String subject,
        String recipient,
        String recipientName,
        String address,
        MailStatus status,
        String reason,
        Instant since) {}
