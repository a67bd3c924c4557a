package nl.ruggespraak.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.People;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever somebody would change in Admin or over REST of the account of a known person is refused, or comes into the tables. */
@RuggespraakTest
class KnownAccountsTests {

    private static final String PROFILE =
            "{\"id\": \"lnv-adviser-2\", \"firstName\": \"Other\", \"lastName\": \"Name\", \"email\": \"other@lnv.example.org\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    /** Others count the colleagues of the demo's organisations. */
    @AfterEach
    void nobodyStays() {
        jdbc.sql("delete from ruggespraak.person_role where person like 'known-%'")
                .update();
        jdbc.sql("update ruggespraak.person set active = false where key like 'known-%'")
                .update();
    }

    @Test
    void refusesAnotherProfileInAdminAsOverRestAndNamesThePage() {
        Visitor inAdmin = Visitor.signedIn(port, "admin");
        inAdmin.get("/camunda/app/admin/default/");
        Map<Visitor, String> ways =
                Map.of(Visitor.program(port, "admin"), "/engine-rest", inAdmin, "/camunda/api/engine/engine/default");

        ways.forEach((visitor, base) -> refused(
                visitor.json("PUT", base + "/user/lnv-adviser-2/profile", PROFILE), "/admin/people/lnv-adviser-2"));
        assertThat(identity.createUserQuery()
                        .userId("lnv-adviser-2")
                        .singleResult()
                        .getEmail())
                .isEqualTo(people.get("lnv-adviser-2").email());
    }

    @Test
    void refusesARoleAndAnOrganisationThatTheTablesDoNotKnow() {
        Visitor admin = Visitor.program(port, "admin");

        refused(
                admin.json("PUT", "/engine-rest/group/directors/members/lnv-adviser-2", "{}"),
                "/admin/people/lnv-adviser-2");
        refused(
                admin.json("PUT", "/engine-rest/group/chairs-sam/members/lnv-adviser-2", "{}"),
                "/admin/people/lnv-adviser-2");
        refused(
                admin.json("PUT", "/engine-rest/tenant/rws/user-members/lnv-adviser-2", "{}"),
                "/admin/people/lnv-adviser-2");
        assertThat(identity.createGroupQuery().groupMember("lnv-adviser-2").list())
                .extracting(group -> group.getId())
                .containsExactly("advisers");
        assertThat(identity.createTenantQuery().userMember("lnv-adviser-2").count())
                .isEqualTo(1);
    }

    @Test
    void refusesToChangeOrganisationsAndRolesThemselves() {
        Visitor admin = Visitor.program(port, "admin");

        refused(
                admin.json("PUT", "/engine-rest/tenant/lnv", "{\"id\": \"lnv\", \"name\": \"Other\"}"),
                "/admin/organisations/lnv");
        refused(admin.json("DELETE", "/engine-rest/tenant/lnv", ""), "/admin/organisations/lnv");
        refused(admin.json("PUT", "/engine-rest/tenant/lnv/group-members/advisers", "{}"), "/admin/organisations/lnv");
        refused(admin.json("DELETE", "/engine-rest/group/advisers", ""), "/admin/people");
        refused(admin.json("DELETE", "/engine-rest/group/chairs-sam", ""), "/admin/people");
        assertThat(identity.createGroupQuery().groupId("advisers").count()).isEqualTo(1);
        assertThat(identity.createTenantQuery().tenantId("lnv").singleResult().getName())
                .isEqualTo(people.organisation("lnv").name());
    }

    @Test
    void bringsNobodyBackWhoTakesPartNoLonger() {
        jdbc.sql("""
                        insert into ruggespraak.person (key, organisation, first_name, last_name, email, active)
                        values ('known-former', 'lnv', 'For', 'Mer', 'former@lnv.example.org', false)
                        """).update();

        refused(
                Visitor.program(port, "admin")
                        .postJson(
                                "/engine-rest/user/create",
                                "{\"profile\": {\"id\": \"known-former\", \"firstName\": \"For\", \"lastName\": \"Mer\", \"email\": \"former@lnv.example.org\"},"
                                        + " \"credentials\": {\"password\": \"Ruggespraak-1\"}}"),
                "/admin/people/known-former");
        assertThat(identity.createUserQuery().userId("known-former").count()).isZero();
    }

    @Test
    void letsAPasswordBeSetAndWhoIsUnknownBeMade() {
        Visitor admin = Visitor.program(port, "admin");
        HttpResponse<String> made = admin.postJson(
                "/engine-rest/user/create",
                "{\"profile\": {\"id\": \"known-to-nobody\", \"firstName\": \"Ada\"}, \"credentials\": {\"password\": \"Ruggespraak-1\"}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(204);
        assertThat(admin.json("PUT", "/engine-rest/group/advisers/members/known-to-nobody", "{}")
                        .statusCode())
                .isEqualTo(204);
        String before = passwordOfAColleague();
        assertThat(admin.json(
                                "PUT",
                                "/engine-rest/user/meierij-adviser-2/credentials",
                                "{\"password\": \"Ruggespraak-2\", \"authenticatedUserPassword\": \"admin\"}")
                        .statusCode())
                .isEqualTo(204);
        admin.json("DELETE", "/engine-rest/user/known-to-nobody", "");
        assertThat(passwordOfAColleague()).isNotEqualTo(before);
        String[] kept = before.split(" ", 2);
        jdbc.sql("update act_id_user set pwd_ = ?, salt_ = ? where id_ = 'meierij-adviser-2'")
                .param(kept[0])
                .param(kept[1])
                .update();
    }

    @Test
    void endsInTheTablesWhatAnAdministratorEndsInAdmin() {
        jdbc.sql("""
                        insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                        values ('known-leaver', 'lnv', 'Lea', 'Ver', 'leaver@lnv.example.org')
                        """).update();
        Visitor admin = Visitor.signedIn(port, "admin");
        String page = admin.get("/admin/people/known-leaver").body();
        String version = page.replaceAll("(?s).*name=\"version\" value=\"(\\w+)\".*", "$1");
        admin.form(
                "/admin/people/known-leaver",
                "/admin/people/known-leaver",
                "version=" + version
                        + "&firstName=Lea&lastName=Ver&email=leaver@lnv.example.org&language=en&roles=ADVISER");

        Visitor program = Visitor.program(port, "admin");
        program.json("DELETE", "/engine-rest/group/advisers/members/known-leaver", "");
        assertThat(people.get("known-leaver").roles()).isEmpty();
        program.json("DELETE", "/engine-rest/user/known-leaver", "");
        assertThat(people.get("known-leaver").active()).isFalse();
    }

    private String passwordOfAColleague() {
        return jdbc.sql("select pwd_ || ' ' || salt_ from act_id_user where id_ = 'meierij-adviser-2'")
                .query(String.class)
                .single();
    }

    private static void refused(HttpResponse<String> answer, String page) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(page);
    }
}
