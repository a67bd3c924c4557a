package nl.ruggespraak.mail;

import java.time.Instant;

/** A mail in a list, without its bodies. */
public record MailLine(
        long id, String recipientName, String address, String subject, MailStatus status, Instant postedAt) {}
