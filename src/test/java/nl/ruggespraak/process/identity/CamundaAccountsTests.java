package nl.ruggespraak.process.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
class CamundaAccountsTests {

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private CamundaAccounts accounts;

    @Autowired
    private CamundaRights rights;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void givesEachPersonAGroupAndATenant() {
        assertThat(groups("lnv-department-head-1")).containsExactly("department-heads");
        assertThat(tenants("lnv-department-head-1")).containsExactly("lnv");
        assertThat(groups("chair")).containsExactlyInAnyOrder("chairs", "chairs-sam");
        assertThat(tenants("chair")).isEmpty();
        assertThat(groups("admin")).containsExactly("camunda-admin");
        assertThat(identity.checkPassword("rws-adviser-3", "rws-adviser-3")).isTrue();
    }

    @Test
    @Transactional
    void followsAChangeOfRoleOrganisationAndName() {
        jdbc.sql("update ruggespraak.person_role set role = 'MANAGER' where person = 'lnv-adviser-3'")
                .update();
        jdbc.sql("update ruggespraak.person set organisation = 'rws', last_name = 'Nieuw' where key = 'lnv-adviser-3'")
                .update();

        accounts.follow();

        assertThat(groups("lnv-adviser-3")).containsExactly("managers");
        assertThat(tenants("lnv-adviser-3")).containsExactly("rws");
        assertThat(user("lnv-adviser-3").getLastName()).isEqualTo("Nieuw");
        assertThat(identity.checkPassword("lnv-adviser-3", "lnv-adviser-3")).isTrue();
    }

    @Test
    @Transactional
    void closesTheAccountOfWhoNoLongerTakesPart() {
        jdbc.sql("update ruggespraak.person set active = false where key = 'lnv-adviser-2'")
                .update();

        accounts.follow();

        assertThat(identity.createUserQuery().userId("lnv-adviser-2").count()).isZero();
        assertThat(groups("lnv-adviser-2")).isEmpty();
    }

    @Test
    @Transactional
    void leavesUsersAloneWhomTheTablesDoNotKnow() {
        User somebody = identity.newUser("somebody");
        somebody.setPassword("Long enough 1!");
        identity.saveUser(somebody);
        identity.createMembership("somebody", "managers");

        accounts.follow();

        assertThat(groups("somebody")).containsExactly("managers");
    }

    @Test
    void refusesAWeakPassword() {
        User somebody = identity.newUser("somebody");
        somebody.setPassword("somebody");
        assertThatThrownBy(() -> identity.saveUser(somebody))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("refusal.password.rules");
    }

    @Test
    void grantsTheSameRightsAtEachStart() {
        List<String> before = allRights();
        rights.grant();
        assertThat(allRights()).isEqualTo(before).hasSizeGreaterThan(Right.TABLE.size() - 1);
    }

    private List<String> allRights() {
        return authorizations.createAuthorizationQuery().list().stream()
                .map(AuthorizationEntity.class::cast)
                .map(right -> right.getId() + " " + right.getPermissions())
                .sorted()
                .toList();
    }

    private List<String> groups(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> tenants(String person) {
        return identity.createTenantQuery().userMember(person).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    private User user(String key) {
        return identity.createUserQuery().userId(key).singleResult();
    }
}
