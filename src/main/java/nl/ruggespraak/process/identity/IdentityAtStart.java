package nl.ruggespraak.process.identity;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Accounts and rights, before anybody can have signed in. */
@Component
@Order(10)
class IdentityAtStart implements ApplicationRunner {

    private final CamundaAccounts accounts;
    private final FirstAdministrator firstAdministrator;
    private final CamundaRights rights;

    IdentityAtStart(CamundaAccounts accounts, FirstAdministrator firstAdministrator, CamundaRights rights) {
        this.accounts = accounts;
        this.firstAdministrator = firstAdministrator;
        this.rights = rights;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.follow();
        firstAdministrator.appoint();
        rights.grant();
    }
}
