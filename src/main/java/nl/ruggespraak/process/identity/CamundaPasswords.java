package nl.ruggespraak.process.identity;

import static org.camunda.bpm.engine.impl.util.EncryptionUtil.saltPassword;

import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tries a password against what the engine keeps. The engine's own check holds a connection to the database while it hashes, and writes each wrong attempt into the
 * account's row; this one does neither.
 */
@Component
class CamundaPasswords {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final PasswordHashes hashes;
    private final RememberedPasswords remembered;

    CamundaPasswords(
            IdentityService identity,
            ProcessEngineConfigurationImpl engine,
            PasswordHashes hashes,
            RememberedPasswords remembered) {
        this.identity = identity;
        this.engine = engine;
        this.hashes = hashes;
        this.remembered = remembered;
    }

    /** Whoever is wrong waits for one slow hash, whatever there is: an account, an old one, one without a password, or none. */
    boolean opens(String user, String password) {
        UserEntity account = account(user);
        if (account == null || account.getPassword() == null) {
            hashes.checkInVain(password);
            return false;
        }
        if (remembered.knows(account, password)) {
            return true;
        }
        boolean outdated = hashes.isOutdated(account.getPassword());
        if (!engine.getPasswordManager().check(saltPassword(password, account.getSalt()), account.getPassword())) {
            if (outdated) {
                hashes.checkInVain(password);
            }
            return false;
        }
        if (outdated) {
            hashAnew(account, password);
        }
        remembered.remember(account, password);
        return true;
    }

    /** No name holds a zero character, and the database would refuse to look for it. */
    private @Nullable UserEntity account(String user) {
        return user.indexOf('\0') >= 0
                ? null
                : (UserEntity) identity.createUserQuery().userId(user).singleResult();
    }

    /** The password stays what it is, so the trail says nothing. Whoever changes it at this moment wins. */
    private void hashAnew(UserEntity account, String password) {
        String salt = engine.getSaltGenerator().generateSalt();
        String hash = engine.getPasswordManager().encrypt(saltPassword(password, salt));
        try {
            boolean replaced = engine.getCommandExecutorTxRequired().execute(context -> {
                UserEntity now = context.getDbEntityManager().selectById(UserEntity.class, account.getId());
                boolean unchanged = now != null && Objects.equals(now.getPassword(), account.getPassword());
                if (unchanged) {
                    now.setSalt(salt);
                    now.setDbPassword(hash);
                }
                return unchanged;
            });
            if (replaced) {
                account.setSalt(salt);
                account.setDbPassword(hash);
            }
        } catch (OptimisticLockingException e) {
            // Another request has hashed it anew, or somebody has set another password.
        }
    }
}
