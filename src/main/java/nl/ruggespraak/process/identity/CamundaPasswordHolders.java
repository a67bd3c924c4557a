package nl.ruggespraak.process.identity;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.PasswordHolders;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Asks the engine, which keeps the passwords. */
@Component
class CamundaPasswordHolders implements PasswordHolders {

    private final IdentityService identity;

    CamundaPasswordHolders(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Set<String> without(Collection<String> persons) {
        return persons.isEmpty()
                ? Set.of()
                : identity.createUserQuery().userIdIn(persons.toArray(String[]::new)).list().stream()
                        .filter(user -> ((UserEntity) user).getPassword() == null)
                        .map(User::getId)
                        .collect(Collectors.toSet());
    }

    @Override
    public long count() {
        return identity.createNativeUserQuery()
                .sql("select count(*) from ACT_ID_USER where PWD_ is not null")
                .count();
    }
}
