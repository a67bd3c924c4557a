package nl.ruggespraak.process.identity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.AccountChanges;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.UnusableAddress;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Records every account that is made or removed and every role that is granted or ended, whoever does it: this application at its start or
 * from a file, an administrator in Admin, a program over REST. One statement for all that a command does alike.
 */
class RecordedIdentities extends OwnOrganisation {

    /** What a command did to persons. */
    private record Deed(Action action, String details) {}

    private final Map<Deed, Set<String>> done = new LinkedHashMap<>();
    private final Set<String> newPasswords = new LinkedHashSet<>();
    private final Supplier<AuditTrail> audit;
    private final EndedIdentities ended;

    private final Supplier<EmailAddresses> addresses;
    private final Supplier<AccountChanges> changes;

    private RecordedIdentities(
            Supplier<AuditTrail> audit,
            Supplier<EmailAddresses> addresses,
            Supplier<AccountChanges> changes,
            EndedIdentities ended) {
        this.audit = audit;
        this.addresses = addresses;
        this.changes = changes;
        this.ended = ended;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        boolean newPassword = ((UserEntity) user).hasNewPassword();
        boolean isNew = ((UserEntity) user).getRevision() == 0;
        if (getCurrentAuthentication() != null && (isNew || !newPassword)) {
            checkAddress(user);
        }
        IdentityOperationResult result = super.saveUser(user);
        if (IdentityOperationResult.OPERATION_CREATE.equals(result.getOperation())) {
            note(Action.ACCOUNT_MADE, user.getId(), "");
        } else if (newPassword) {
            note(Action.PASSWORD_SET, user.getId(), "");
            newPasswords.add(user.getId());
        }
        return result;
    }

    /** Also for users beside our tables: their addresses are shown, and others write to them. */
    private void checkAddress(User user) {
        if (user.getEmail() == null || user.getEmail().isBlank()) {
            return;
        }
        try {
            user.setEmail(addresses.get().read(user.getEmail()).text());
        } catch (UnusableAddress unusable) {
            throw new Refusal(List.of(unusable.problem("email")));
        }
    }

    @Override
    public IdentityOperationResult deleteUser(String user) {
        ended.account(user);
        return noted(super.deleteUser(user), Action.ACCOUNT_REMOVED, user, "with all roles");
    }

    @Override
    public IdentityOperationResult createMembership(String user, String group) {
        return noted(super.createMembership(user, group), Action.ROLE_GRANTED, user, role(group));
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        ended.role(user, role(group));
        return noted(super.deleteMembership(user, group), Action.ROLE_ENDED, user, role(group));
    }

    @Override
    public IdentityOperationResult createTenantUserMembership(String tenant, String user) {
        return noted(super.createTenantUserMembership(tenant, user), Action.ORGANISATION_JOINED, user, tenant);
    }

    @Override
    public IdentityOperationResult deleteTenantUserMembership(String tenant, String user) {
        ended.organisation(user, tenant);
        return noted(super.deleteTenantUserMembership(tenant, user), Action.ORGANISATION_LEFT, user, tenant);
    }

    @Override
    public void flush() {
        done.forEach((deed, persons) -> audit.get().recordOfPersons(deed.action(), persons, deed.details()));
        done.clear();
        if (!newPasswords.isEmpty()) {
            changes.get().changed(newPasswords);
            newPasswords.clear();
        }
        super.flush();
    }

    private IdentityOperationResult noted(IdentityOperationResult result, Action action, String user, String details) {
        if (!IdentityOperationResult.OPERATION_NONE.equals(result.getOperation())) {
            note(action, user, details);
        }
        return result;
    }

    private void note(Action action, String user, String details) {
        done.computeIfAbsent(new Deed(action, details), deed -> new LinkedHashSet<>())
                .add(user);
    }

    private static String role(String group) {
        String ofANetwork = Role.CHAIR.groupOf("");
        return group.startsWith(ofANetwork)
                ? HeldRole.chairOf(group.substring(ofANetwork.length())).name()
                : Arrays.stream(Role.values())
                        .filter(role -> role.group().equals(group))
                        .map(Role::name)
                        .findFirst()
                        .orElse(group);
    }

    /** Opens it where the engine asks for its own. */
    record Factory(
            Supplier<AuditTrail> audit,
            Supplier<EmailAddresses> addresses,
            Supplier<AccountChanges> changes,
            Supplier<EndedIdentities> ended)
            implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return RecordedIdentities.class;
        }

        @Override
        public Session openSession() {
            return new RecordedIdentities(audit, addresses, changes, ended.get());
        }
    }
}
