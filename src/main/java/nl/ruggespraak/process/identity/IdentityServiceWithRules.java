package nl.ruggespraak.process.identity;

import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Refuses a password that breaks the policy with the sentence that says what a password needs; the engine would fail with an error 500. */
class IdentityServiceWithRules extends IdentityServiceImpl {

    private static final String RULES = "refusal.password.rules";

    @Override
    public void saveUser(User user) {
        if (user instanceof UserEntity account && account.hasNewPassword()) {
            getCommandExecutor().execute(context -> {
                if (!account.checkPasswordAgainstPolicy()) {
                    throw Refusal.of("password", RULES, DefaultPasswordPolicyImpl.MIN_LENGTH);
                }
                return account;
            });
        }
        super.saveUser(user);
    }
}
