package nl.ruggespraak.process.identity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Accounts and rights, before the first request. */
@Component
class IdentityAtStart implements SmartInitializingSingleton {

    private final CamundaAccounts accounts;
    private final FirstAdministrator firstAdministrator;
    private final CamundaRights rights;
    private final NetworkRights networkRights;

    IdentityAtStart(
            CamundaAccounts accounts,
            FirstAdministrator firstAdministrator,
            CamundaRights rights,
            NetworkRights networkRights) {
        this.accounts = accounts;
        this.firstAdministrator = firstAdministrator;
        this.rights = rights;
        this.networkRights = networkRights;
    }

    @Override
    public void afterSingletonsInstantiated() {
        accounts.follow();
        firstAdministrator.appoint();
        rights.grant();
        networkRights.grantOnEarlierMeetings();
    }
}
