package nl.ruggespraak.process.identity;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.camunda.bpm.engine.impl.util.EncryptionUtil.saltPassword;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import nl.ruggespraak.people.AccountChanges;
import nl.ruggespraak.people.Accounts;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.people.Network;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Camunda's users, groups and tenants, as our tables have people, roles and organisations. Users whom the tables don't
 * know are left alone. A person who no longer takes part has no account.
 */
@Component
class CamundaAccounts implements Accounts {

    /** So many changes go to the database together; the engine sends them in one batch. */
    private static final int AT_ONCE = 1_000;

    private final IdentityService identity;
    private final People people;
    private final ProcessEngineConfigurationImpl engine;
    private final PasswordHashes hashes;
    private final NetworkRights networkRights;
    private final AccountChanges changes;
    private final Demo demo;
    private final MessageSource messages;
    private final Locale language;

    CamundaAccounts(
            IdentityService identity,
            People people,
            ProcessEngineConfigurationImpl engine,
            PasswordHashes hashes,
            NetworkRights networkRights,
            AccountChanges changes,
            Demo demo,
            MessageSource messages,
            @Value("${ruggespraak.language:en}") Locale language) {
        this.identity = identity;
        this.people = people;
        this.engine = engine;
        this.hashes = hashes;
        this.networkRights = networkRights;
        this.changes = changes;
        this.demo = demo;
        this.messages = messages;
        this.language = language;
    }

    /** Makes the accounts equal to the tables. Costs a query per group and organisation, and then what has changed. */
    @Transactional
    void follow() {
        peopleChanged((steps, of) -> {});
    }

    @Override
    @Transactional
    public void peopleChanged(Progress progress) {
        List<Person> everybody = people.everybody();
        List<Person> active = everybody.stream().filter(Person::active).toList();
        Steps steps = new Steps(
                progress,
                everybody.size()
                        + active.stream()
                                .mapToInt(person -> person.roles().size()
                                        + person.leads().size()
                                        + (person.organisation() == null ? 0 : 1))
                                .sum());
        Set<String> known = everybody.stream().map(Person::key).collect(toSet());
        followGroups();
        followTenants();
        followUsers(everybody, steps);
        for (Role role : Role.values()) {
            follow(
                    users(identity.createUserQuery().memberOfGroup(role.group()).list()),
                    active.stream().filter(person -> person.is(role)),
                    known,
                    user -> identity.createMembership(user, role.group()),
                    user -> identity.deleteMembership(user, role.group()),
                    steps);
        }
        for (Network network : people.networks()) {
            String group = Role.CHAIR.groupOf(network.key());
            follow(
                    users(identity.createUserQuery().memberOfGroup(group).list()),
                    active.stream().filter(person -> person.leads().contains(network.key())),
                    known,
                    user -> identity.createMembership(user, group),
                    user -> identity.deleteMembership(user, group),
                    steps);
        }
        for (Organisation organisation : people.organisations()) {
            String tenant = organisation.key();
            follow(
                    users(identity.createUserQuery().memberOfTenant(tenant).list()),
                    active.stream().filter(person -> tenant.equals(person.organisation())),
                    known,
                    user -> identity.createTenantUserMembership(tenant, user),
                    user -> identity.deleteTenantUserMembership(tenant, user),
                    steps);
        }
        networkRights.releaseTasks();
    }

    @Override
    @Transactional
    public void personChanged(String person) {
        follow(person);
    }

    @Override
    @Transactional
    public void organisationsChanged() {
        followGroups();
        followTenants();
    }

    /** Makes the account of one person equal to the tables. */
    @Transactional
    void follow(String key) {
        Person person = people.get(key);
        followGroups();
        followTenants();
        User user = identity.createUserQuery().userId(key).singleResult();
        tellOfAddresses(Stream.of(person), user == null ? Map.of() : Map.of(key, user));
        followUser(person, user, demo.isThere());
        Set<String> groups = identity.createGroupQuery().groupMember(key).list().stream()
                .map(Group::getId)
                .collect(toSet());
        for (Role role : Role.values()) {
            followMembership(key, role.group(), groups, person.active() && person.is(role));
        }
        for (Network network : people.networks()) {
            followMembership(
                    key,
                    Role.CHAIR.groupOf(network.key()),
                    groups,
                    person.active() && person.leads().contains(network.key()));
        }
        String organisation = person.active() ? person.organisation() : null;
        Set<String> tenants = identity.createTenantQuery().userMember(key).list().stream()
                .map(Tenant::getId)
                .collect(toSet());
        tenants.stream()
                .filter(tenant -> !tenant.equals(organisation))
                .forEach(tenant -> identity.deleteTenantUserMembership(tenant, key));
        if (organisation != null && !tenants.contains(organisation)) {
            identity.createTenantUserMembership(organisation, key);
        }
        networkRights.releaseTasks();
    }

    private void followMembership(String key, String group, Set<String> groups, boolean wanted) {
        if (wanted && !groups.contains(group)) {
            identity.createMembership(key, group);
        } else if (!wanted && groups.contains(group)) {
            identity.deleteMembership(key, group);
        }
    }

    private void followGroups() {
        Map<String, Group> groups =
                identity.createGroupQuery().list().stream().collect(toMap(Group::getId, group -> group));
        for (Role role : Role.values()) {
            followGroup(groups, role.group(), say("group." + role), role == Role.ADMINISTRATOR ? "SYSTEM" : "WORKFLOW");
        }
        for (Network network : people.networks()) {
            followGroup(groups, Role.CHAIR.groupOf(network.key()), say("group.chairsOf", network.name()), "WORKFLOW");
        }
    }

    private void followGroup(Map<String, Group> groups, String key, String name, String type) {
        Group group = groups.get(key);
        if (group == null) {
            group = identity.newGroup(key);
            group.setType(type);
        }
        if (!name.equals(group.getName())) {
            group.setName(name);
            identity.saveGroup(group);
        }
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    private void followTenants() {
        Map<String, Tenant> tenants =
                identity.createTenantQuery().list().stream().collect(toMap(Tenant::getId, tenant -> tenant));
        for (Organisation organisation : people.organisations()) {
            Tenant tenant = tenants.get(organisation.key());
            if (tenant == null) {
                tenant = identity.newTenant(organisation.key());
            }
            if (!organisation.name().equals(tenant.getName())) {
                tenant.setName(organisation.name());
                identity.saveTenant(tenant);
            }
        }
    }

    private void followUsers(List<Person> everybody, Steps steps) {
        Map<String, User> users =
                identity.createUserQuery().unlimitedList().stream().collect(toMap(User::getId, user -> user));
        tellOfAddresses(everybody.stream(), users);
        boolean inDemo = demo.isThere();
        inBatches(everybody, person -> followUser(person, users.get(person.key()), inDemo), steps::walk);
    }

    /** A mail to the former address may be read by somebody else. */
    private void tellOfAddresses(Stream<Person> persons, Map<String, User> users) {
        List<String> changed = persons.filter(person -> hasOtherAddress(person, users.get(person.key())))
                .map(Person::key)
                .toList();
        if (!changed.isEmpty()) {
            changes.changed(changed);
        }
    }

    private void followUser(Person person, @Nullable User user, boolean inDemo) {
        if (!person.active()) {
            if (user != null) {
                identity.deleteUser(person.key());
            }
        } else if (user == null) {
            User newUser = identity.newUser(person.key());
            describe(newUser, person);
            if (inDemo) {
                giveItsKeyAsPassword((UserEntity) newUser);
            }
            identity.saveUser(newUser);
        } else if (!describes(user, person)) {
            describe(user, person);
            identity.saveUser(user);
        }
    }

    /** Does the work for each, many in one command. */
    private <T> void inBatches(List<T> all, Consumer<T> work, IntConsumer walked) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<T> next = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            ((IdentityServiceImpl) identity).getCommandExecutor().execute(context -> {
                next.forEach(work);
                return next.size();
            });
            walked.accept(next.size());
        }
    }

    /** In the demo. Elsewhere an account has no password until an administrator sets one. */
    private void giveItsKeyAsPassword(UserEntity user) {
        String salt = engine.getSaltGenerator().generateSalt();
        user.setSalt(salt);
        user.setDbPassword(hashes.quick(saltPassword(user.getId(), salt)));
    }

    private static boolean hasOtherAddress(Person person, @Nullable User user) {
        return user != null && !person.email().equalsIgnoreCase(user.getEmail());
    }

    private static void describe(User user, Person person) {
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.email());
    }

    /** Whether the account says of the person what the tables say. */
    static boolean isOf(User user, Person person) {
        return describes(user, person);
    }

    private static boolean describes(User user, Person person) {
        return Objects.equals(user.getFirstName(), person.firstName())
                && Objects.equals(user.getLastName(), person.lastName())
                && Objects.equals(user.getEmail(), person.email());
    }

    private void follow(
            Set<String> members,
            Stream<Person> wanted,
            Set<String> known,
            Consumer<String> join,
            Consumer<String> leave,
            Steps steps) {
        Set<String> keys = wanted.map(Person::key).collect(toSet());
        List<String> joining =
                keys.stream().filter(key -> !members.contains(key)).toList();
        inBatches(joining, join, steps::walk);
        steps.walk(keys.size() - joining.size());
        inBatches(
                members.stream()
                        .filter(known::contains)
                        .filter(key -> !keys.contains(key))
                        .toList(),
                leave,
                walked -> {});
    }

    /** An account for each person, and a membership for each role and organisation: how many of all are as they should be. */
    private static final class Steps {

        private final Progress progress;
        private final int all;
        private int walked;

        Steps(Progress progress, int all) {
            this.progress = progress;
            this.all = all;
        }

        void walk(int further) {
            walked += further;
            if (further > 0) {
                progress.done(walked, all);
            }
        }
    }

    private static Set<String> users(List<User> users) {
        return users.stream().map(User::getId).collect(toSet());
    }
}
