package nl.ruggespraak.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may try, {@code ruggespraak.limits.*}. Only wrong passwords count, so that a whole ministry behind one
 * address can come to work at nine. No single address can use up what one account has: it gets 1 attempt a minute, the
 * account 2.
 *
 * @param signInPerAddress wrong passwords from one address, whatever the account
 * @param signInPerAccountAndAddress wrong passwords for one account from one address
 * @param signInPerAccount wrong passwords for one account from all addresses together
 * @param passwordChangesPerPerson wrong present passwords of one person who changes a password
 * @param requestsPerLink requests to one personal link
 * @param wrongLinksPerAddress requests from one address to links that were never issued
 * @param signInElsewherePerAddress refused sign-ins by an identity provider from one address
 * @param forgottenPasswordsPerAddress links asked for by one address, for whomever
 * @param formsPerPerson forms opened or sent by one person, or by one address where nobody has signed in
 */
@ConfigurationProperties("ruggespraak.limits")
record Limits(
        @DefaultValue("50 per 10m") Limit signInPerAddress,
        @DefaultValue("5 per 5m") Limit signInPerAccountAndAddress,
        @DefaultValue("60 per 30m") Limit signInPerAccount,
        @DefaultValue("5 per 5m") Limit passwordChangesPerPerson,
        @DefaultValue("120 per 1m") Limit requestsPerLink,
        @DefaultValue("60 per 1m") Limit wrongLinksPerAddress,
        @DefaultValue("60 per 1m") Limit signInElsewherePerAddress,
        @DefaultValue("30 per 10m") Limit forgottenPasswordsPerAddress,
        @DefaultValue("120 per 1m") Limit formsPerPerson) {}
