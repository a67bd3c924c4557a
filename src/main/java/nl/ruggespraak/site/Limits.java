package nl.ruggespraak.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may try, {@code ruggespraak.limits.*}. Only refused sign-ins count, so that a whole ministry behind one
 * address can come to work at nine. No single address can use up what one account has: it gets 1 attempt a minute, the
 * account 2.
 *
 * @param signInPerAddress refused sign-ins from one address, whatever the account
 * @param signInPerAccountAndAddress refused sign-ins to one account from one address
 * @param signInPerAccount refused sign-ins to one account from all addresses together
 * @param passwordChangesPerPerson refused changes of a password by one person, who must know the present one
 * @param linksPerAddress requests to the pages that are open without signing in
 * @param formsPerPerson forms opened or sent by one person, or by one address where nobody has signed in
 */
@ConfigurationProperties("ruggespraak.limits")
record Limits(
        @DefaultValue("50 per 10m") Limit signInPerAddress,
        @DefaultValue("5 per 5m") Limit signInPerAccountAndAddress,
        @DefaultValue("60 per 30m") Limit signInPerAccount,
        @DefaultValue("5 per 5m") Limit passwordChangesPerPerson,
        @DefaultValue("120 per 1m") Limit linksPerAddress,
        @DefaultValue("120 per 1m") Limit formsPerPerson) {}
