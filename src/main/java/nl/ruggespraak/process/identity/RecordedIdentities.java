package nl.ruggespraak.process.identity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.AccountChanges;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.UnusableAddress;
import org.camunda.bpm.engine.identity.Tenant;
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
    private final Supplier<People> people;

    private RecordedIdentities(
            Supplier<AuditTrail> audit,
            Supplier<EmailAddresses> addresses,
            Supplier<AccountChanges> changes,
            Supplier<People> people,
            EndedIdentities ended) {
        this.audit = audit;
        this.addresses = addresses;
        this.changes = changes;
        this.people = people;
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
        if (isNew || !newPassword) {
            refuseUnless(user.getId(), person -> CamundaAccounts.isOf(user, person));
        }
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
        IdentityOperationResult result = super.createMembership(user, group);
        if (isOfARole(group)) {
            refuseUnless(
                    user,
                    person -> person.roles().stream().map(Role::group).anyMatch(group::equals)
                            || person.leads().stream().map(Role.CHAIR::groupOf).anyMatch(group::equals));
        }
        return noted(result, Action.ROLE_GRANTED, user, role(group));
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        ended.role(user, role(group));
        return noted(super.deleteMembership(user, group), Action.ROLE_ENDED, user, role(group));
    }

    @Override
    public IdentityOperationResult createTenantUserMembership(String tenant, String user) {
        IdentityOperationResult result = super.createTenantUserMembership(tenant, user);
        refuseUnless(user, person -> tenant.equals(person.organisation()));
        return noted(result, Action.ORGANISATION_JOINED, user, tenant);
    }

    @Override
    public IdentityOperationResult deleteTenantUserMembership(String tenant, String user) {
        ended.organisation(user, tenant);
        return noted(super.deleteTenantUserMembership(tenant, user), Action.ORGANISATION_LEFT, user, tenant);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        IdentityOperationResult result = super.deleteGroup(group);
        if (somebodyAsks() && isInTheTables(group)) {
            throw Refusal.of("group", "refusal.account.role", group);
        }
        return result;
    }

    @Override
    public IdentityOperationResult saveTenant(Tenant tenant) {
        IdentityOperationResult result = super.saveTenant(tenant);
        refuseTenant(tenant.getId(), organisation -> organisation.name().equals(tenant.getName()));
        return result;
    }

    @Override
    public IdentityOperationResult deleteTenant(String tenant) {
        IdentityOperationResult result = super.deleteTenant(tenant);
        refuseTenant(tenant, organisation -> false);
        return result;
    }

    /** Everybody of the group would see all that is the organisation's. */
    @Override
    public IdentityOperationResult createTenantGroupMembership(String tenant, String group) {
        IdentityOperationResult result = super.createTenantGroupMembership(tenant, group);
        refuseTenant(tenant, organisation -> false);
        return result;
    }

    /** Nobody asks where this application makes the accounts as its tables are by itself. */
    private boolean somebodyAsks() {
        return getCurrentAuthentication() != null;
    }

    /**
     * Refuses what somebody would make of the account of a known person beside the tables: mails would go to the old address, and the next start would undo it. The
     * engine has looked first whether who asks may do it at all.
     */
    private void refuseUnless(String user, Predicate<Person> asTheTablesSay) {
        if (somebodyAsks()
                && people.get()
                        .find(user)
                        .filter(person -> !(person.active() && asTheTablesSay.test(person)))
                        .isPresent()) {
            throw Refusal.of("user", "refusal.account.known", user);
        }
    }

    private void refuseTenant(String tenant, Predicate<Organisation> asTheTablesSay) {
        if (somebodyAsks()
                && people.get().organisations().stream()
                        .anyMatch(organisation ->
                                organisation.key().equals(tenant) && !asTheTablesSay.test(organisation))) {
            throw Refusal.of("tenant", "refusal.account.organisation", tenant);
        }
    }

    private boolean isInTheTables(String group) {
        return Arrays.stream(Role.values()).map(Role::group).anyMatch(group::equals)
                || people.get().networks().stream()
                        .map(network -> Role.CHAIR.groupOf(network.key()))
                        .anyMatch(group::equals);
    }

    private static boolean isOfARole(String group) {
        return group.startsWith(Role.CHAIR.groupOf(""))
                || Arrays.stream(Role.values()).map(Role::group).anyMatch(group::equals);
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
            Supplier<People> people,
            Supplier<EndedIdentities> ended)
            implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return RecordedIdentities.class;
        }

        @Override
        public Session openSession() {
            return new RecordedIdentities(audit, addresses, changes, people, ended.get());
        }
    }
}
