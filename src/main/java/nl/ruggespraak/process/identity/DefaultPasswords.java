package nl.ruggespraak.process.identity;

import static org.camunda.bpm.engine.impl.util.EncryptionUtil.saltPassword;

import nl.ruggespraak.process.AsEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** The passwords of the demo, which are the user names. */
@Component
public class DefaultPasswords {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final AsEngine asEngine;

    DefaultPasswords(IdentityService identity, ProcessEngineConfigurationImpl engine, AsEngine asEngine) {
        this.identity = identity;
        this.engine = engine;
        this.asEngine = asEngine;
    }

    /** Whether this person signs in so. */
    public boolean has(String person) {
        boolean[] has = new boolean[1];
        asEngine.run(() -> has[0] =
                identity.createUserQuery().userId(person).list().stream().anyMatch(this::isDefault));
        return has[0];
    }

    /** From now on nobody does: whoever did has no password. */
    public void end() {
        asEngine.run(() -> identity.createUserQuery().unlimitedList().stream()
                .filter(this::isDefault)
                .map(User::getId)
                .forEach(this::end));
    }

    private boolean isDefault(User user) {
        UserEntity account = (UserEntity) user;
        return account.getPassword() != null
                && engine.getPasswordManager()
                        .check(saltPassword(account.getId(), account.getSalt()), account.getPassword());
    }

    private void end(String user) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            UserEntity account = context.getDbEntityManager().selectById(UserEntity.class, user);
            account.setSalt(null);
            account.setDbPassword(null);
            return user;
        });
    }
}
