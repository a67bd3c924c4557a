package nl.ruggespraak.process.identity;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Tells the engine whose its processes are, what an assignee may do, and which names people have. */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin {

    /** As our tables allow: {@code lnv-adviser-1}, {@code camunda-admin}. */
    private static final String KEY = "[a-z0-9][a-z0-9._-]{1,63}";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern(KEY);
        engine.setTenantIdProvider(new OrganisationAsTenant());
        engine.setResourceAuthorizationProvider(new AssigneeRights());
        engine.setCustomSessionFactories(List.of(new GroupsAsTheyAre.Factory()));
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
    }
}
