package nl.ruggespraak.process.demo;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.demo.DemoProcesses;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.process.AsEngine;
import nl.ruggespraak.process.identity.DefaultPasswords;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends what runs in the demo, and removes its history, accounts, groups and tenants. */
@Component
class CamundaDemoProcesses implements DemoProcesses {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final DefaultPasswords passwords;
    private final AsEngine engine;

    CamundaDemoProcesses(
            RuntimeService runtime,
            HistoryService history,
            IdentityService identity,
            AuthorizationService authorizations,
            DefaultPasswords passwords,
            AsEngine engine) {
        this.runtime = runtime;
        this.history = history;
        this.identity = identity;
        this.authorizations = authorizations;
        this.passwords = passwords;
        this.engine = engine;
    }

    @Override
    public void removed(
            Set<String> meetings,
            Set<String> cycles,
            Set<String> organisations,
            Set<String> people,
            Set<String> networks) {
        engine.run(() -> {
            Set<String> keys = Stream.of(meetings, cycles).flatMap(Set::stream).collect(Collectors.toSet());
            List<String> running = runtime.createProcessInstanceQuery().rootProcessInstances().unlimitedList().stream()
                    .filter(instance ->
                            isOf(instance.getBusinessKey(), instance.getTenantId(), keys, meetings, organisations))
                    .map(ProcessInstance::getId)
                    .toList();
            if (!running.isEmpty()) {
                runtime.deleteProcessInstances(running, "The demo is removed", true, true);
            }
            List<String> past = history.createHistoricProcessInstanceQuery().unlimitedList().stream()
                    .filter(instance ->
                            isOf(instance.getBusinessKey(), instance.getTenantId(), keys, meetings, organisations))
                    .map(HistoricProcessInstance::getId)
                    .toList();
            if (!past.isEmpty()) {
                history.deleteHistoricProcessInstancesIfExists(past);
            }
            people.forEach(this::forget);
            networks.stream().map(Role.CHAIR::groupOf).forEach(this::forgetGroup);
            organisations.forEach(identity::deleteTenant);
        });
    }

    private static boolean isOf(
            @Nullable String key,
            @Nullable String tenant,
            Set<String> keys,
            Set<String> meetings,
            Set<String> organisations) {
        return organisations.contains(String.valueOf(tenant))
                || (key != null && (keys.contains(key) || meetings.contains(key.replaceAll("/.*", ""))));
    }

    private void forget(String person) {
        history.createUserOperationLogQuery().userId(person).unlimitedList().stream()
                .map(UserOperationLogEntry::getId)
                .forEach(history::deleteUserOperationLogEntry);
        deleteAll(authorizations.createAuthorizationQuery().userIdIn(person).unlimitedList());
        identity.deleteUser(person);
    }

    private void forgetGroup(String group) {
        deleteAll(authorizations.createAuthorizationQuery().groupIdIn(group).unlimitedList());
        identity.deleteGroup(group);
    }

    private void deleteAll(Collection<Authorization> some) {
        some.stream().map(Authorization::getId).forEach(authorizations::deleteAuthorization);
    }

    @Override
    public boolean hasDefaultPassword(String person) {
        return passwords.has(person);
    }

    @Override
    public void endDefaultPasswords() {
        passwords.end();
    }
}
