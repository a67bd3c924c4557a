package nl.ruggespraak.process.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the engine keeps passwords, and what it says to weak ones. Before the other plug-ins, which ask for the identity service. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PasswordPlugin extends AbstractProcessEnginePlugin {

    private final PasswordHashes hashes;

    PasswordPlugin(PasswordHashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityService(new IdentityServiceWithRules());
        engine.setPasswordEncryptor(hashes);
    }
}
