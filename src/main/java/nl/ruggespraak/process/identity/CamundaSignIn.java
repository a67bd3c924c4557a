package nl.ruggespraak.process.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.site.Identities;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Looks in Camunda's identity service, which holds the passwords, salted and hashed. */
@Component
class CamundaSignIn implements Identities {

    private final IdentityService identity;
    private final CamundaPasswords passwords;
    private final CamundaAccounts accounts;

    CamundaSignIn(IdentityService identity, CamundaPasswords passwords, CamundaAccounts accounts) {
        this.identity = identity;
        this.passwords = passwords;
        this.accounts = accounts;
    }

    @Override
    public boolean opens(String user, String password) {
        return passwords.opens(user, password);
    }

    @Override
    public Optional<Account> account(String user) {
        UserEntity account =
                (UserEntity) identity.createUserQuery().userId(user).singleResult();
        if (account == null) {
            return Optional.empty();
        }
        Set<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        return Optional.of(new Account(
                Arrays.stream(Role.values())
                        .filter(role -> groups.contains(role.group()))
                        .collect(Collectors.toSet()),
                RememberedPasswords.mark(account)));
    }

    @Override
    public void follow(String person) {
        accounts.follow(person);
    }
}
