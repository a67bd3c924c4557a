package nl.ruggespraak.process.identity;

import nl.ruggespraak.site.WrongPassword;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Where the engine itself checks a password: before somebody sets another. An account may have none, and a wrong one is counted. */
class CheckedPasswords extends DbIdentityServiceProvider {

    @Override
    protected boolean matchPassword(String password, UserEntity user) {
        boolean right = user.getPassword() != null && super.matchPassword(password, user);
        if (!right) {
            WrongPassword.note();
        }
        return right;
    }
}
