package nl.ruggespraak.process.identity;

import nl.ruggespraak.people.OwnPassword;
import nl.ruggespraak.process.AsEngine;
import nl.ruggespraak.site.WrongPassword;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Changes a password where the engine keeps it. */
@Component
class CamundaOwnPassword implements OwnPassword {

    private final IdentityService identity;
    private final CamundaPasswords passwords;
    private final AsEngine asEngine;

    CamundaOwnPassword(IdentityService identity, CamundaPasswords passwords, AsEngine asEngine) {
        this.identity = identity;
        this.passwords = passwords;
        this.asEngine = asEngine;
    }

    @Override
    public boolean isNow(String person, String password) {
        boolean right = passwords.opens(person, password);
        if (!right) {
            WrongPassword.note();
        }
        return right;
    }

    @Override
    public void set(String person, String password) {
        asEngine.run(() -> {
            User account = identity.createUserQuery().userId(person).singleResult();
            account.setPassword(password);
            identity.saveUser(account);
        });
    }
}
