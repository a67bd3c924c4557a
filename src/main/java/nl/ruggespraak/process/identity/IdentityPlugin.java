package nl.ruggespraak.process.identity;

import java.util.ArrayList;
import java.util.List;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.AccountChanges;
import nl.ruggespraak.people.EndParticipation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.EmailAddresses;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the engine whose its processes are, what an assignee may do, which names people have, and what is recorded of them. */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin {

    /** As our tables allow: {@code lnv-adviser-1}, {@code camunda-admin}. */
    private static final String KEY = "[a-z0-9][a-z0-9._-]{1,63}";

    private final ObjectProvider<AuditTrail> audit;
    private final ObjectProvider<EmailAddresses> addresses;
    private final ObjectProvider<AccountChanges> changes;
    private final ObjectProvider<People> people;
    private final ObjectProvider<Meetings> meetings;
    private final ObjectProvider<EndParticipation> endParticipation;
    private final ObjectProvider<CamundaAccounts> accounts;

    /** The trail asks the engine who is at work; it is there when the engine is. */
    IdentityPlugin(
            ObjectProvider<AuditTrail> audit,
            ObjectProvider<EmailAddresses> addresses,
            ObjectProvider<AccountChanges> changes,
            ObjectProvider<People> people,
            ObjectProvider<Meetings> meetings,
            ObjectProvider<EndParticipation> endParticipation,
            ObjectProvider<CamundaAccounts> accounts) {
        this.audit = audit;
        this.addresses = addresses;
        this.changes = changes;
        this.people = people;
        this.meetings = meetings;
        this.endParticipation = endParticipation;
        this.accounts = accounts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern(KEY);
        engine.setTenantIdProvider(new OrganisationAsTenant());
        engine.setResourceAuthorizationProvider(new AssigneeRights(meetings::getObject));
        engine.setCustomSessionFactories(List.of(new GroupsAsTheyAre.Factory(), new TaskCounts.Factory()));
        engine.setIdentityProviderSessionFactory(new RecordedIdentities.Factory(
                audit::getObject,
                addresses::getObject,
                changes::getObject,
                people::getObject,
                () -> new EndedIdentities(endParticipation::getObject, accounts::getObject)));
        // The engine would close an account to everybody after wrong passwords from anywhere. SignIn makes wait by
        // address instead.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setLoginDelayMaxTime(0);
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
        engine.setEnableHistoricInstancePermissions(true);
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new HistoryWithoutForms());
        engine.setCustomPreCommandInterceptorsTxRequired(
                guarded(engine, engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                guarded(engine, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> guarded(
            ProcessEngineConfigurationImpl engine, @Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> interceptors = new ArrayList<>(others == null ? List.of() : others);
        interceptors.add(new ForeignOrganisation());
        interceptors.add(new SentFields(engine.getIdentityService(), List.of(Role.ADMINISTRATOR.group())));
        return interceptors;
    }
}
