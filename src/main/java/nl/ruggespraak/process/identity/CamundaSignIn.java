package nl.ruggespraak.process.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.site.Identities;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Looks in Camunda's identity service, which holds the passwords, salted and hashed. */
@Component
class CamundaSignIn implements Identities {

    private static final int MOST_TRIES = 5;

    private final IdentityService identity;
    private final CamundaAccounts accounts;

    CamundaSignIn(IdentityService identity, CamundaAccounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    /** The engine counts what was refused in the user's own row, so that two attempts at once may get in each other's way. */
    @Override
    public boolean opens(String user, String password) {
        for (int tries = 1; ; tries++) {
            try {
                return identity.checkPassword(user, password);
            } catch (OptimisticLockingException e) {
                if (tries == MOST_TRIES) {
                    return false;
                }
            }
        }
    }

    @Override
    public Optional<Set<Role>> roles(String user) {
        if (identity.createUserQuery().userId(user).count() == 0) {
            return Optional.empty();
        }
        Set<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        return Optional.of(Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.group()))
                .collect(Collectors.toSet()));
    }

    @Override
    public void follow(String person) {
        accounts.follow(person);
    }
}
