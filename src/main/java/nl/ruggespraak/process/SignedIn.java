package nl.ruggespraak.process;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who is at work: the person who has signed in. */
@Component
public class SignedIn {

    private final IdentityService identity;

    SignedIn(IdentityService identity) {
        this.identity = identity;
    }

    /** Key of the person; nothing when the engine works by itself. */
    public Optional<String> find() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    /** Key of the person; work that people do cannot be done by nobody. */
    public String person() {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw new IllegalStateException("Nobody has signed in, but only a person can do this");
        }
        return authentication.getUserId();
    }
}
