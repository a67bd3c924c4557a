package nl.ruggespraak.process;

import java.util.Optional;
import nl.ruggespraak.audit.Actor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who is at work for the engine: the person it was told of; nobody when it executes a job. */
@Component
class CamundaActor implements Actor {

    private final IdentityService identity;

    CamundaActor(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Optional<String> key() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
    }
}
