package nl.ruggespraak.process.identity;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;

/** A process instance belongs to the organisation that it was started for, and so do its decisions. */
class OrganisationAsTenant implements TenantIdProvider {

    private static final String ORGANISATION = "organisation";

    /** Belongs to all: whoever starts it can't make it an organisation's. */
    private static final String NETWORK_MEETING = "network-meeting";

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (NETWORK_MEETING.equals(start.getProcessDefinition().getKey())) {
            return null;
        }
        return start.getVariables() == null
                ? null
                : (String) start.getVariables().get(ORGANISATION);
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext decision) {
        return decision.getExecution() == null ? null : decision.getExecution().getTenantId();
    }
}
