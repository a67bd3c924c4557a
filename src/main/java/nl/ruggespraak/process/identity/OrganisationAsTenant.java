package nl.ruggespraak.process.identity;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
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

    /** Would be seen by every organisation if it had none. */
    private static final Set<String> OF_AN_ORGANISATION =
            Set.of("meeting-cycle", "representative-needed", "ask-round", "report-back", "director-escalation");

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        String definition = start.getProcessDefinition().getKey();
        if (NETWORK_MEETING.equals(definition)) {
            return null;
        }
        String organisation = start.getVariables() == null
                ? null
                : (String) start.getVariables().get(ORGANISATION);
        if (organisation == null && OF_AN_ORGANISATION.contains(definition)) {
            throw new BadUserRequestException(
                    "%s belongs to an organisation: give its key as the variable organisation".formatted(definition));
        }
        return organisation;
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
