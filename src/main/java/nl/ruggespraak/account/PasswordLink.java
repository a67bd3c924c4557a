package nl.ruggespraak.account;

/**
 * A link with which somebody chooses a password.
 *
 * @param person key of the person
 * @param works whether it was used by nobody, and its time is not over
 */
public record PasswordLink(String person, PasswordPurpose purpose, boolean works) {}
