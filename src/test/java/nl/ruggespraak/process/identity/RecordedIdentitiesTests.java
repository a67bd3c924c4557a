package nl.ruggespraak.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
class RecordedIdentitiesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private CamundaAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void recordsWhatAnAdministratorDoesToAnAccountOverRest() {
        Visitor admin = Visitor.program(port, "admin");
        String credentials = "\"credentials\": {\"password\": \"Ruggespraak-1\"}";
        admin.postJson(
                "/engine-rest/user/create",
                "{\"profile\": {\"id\": \"trail-tester\", \"firstName\": \"Trail\"}, %s}".formatted(credentials));
        admin.json("PUT", "/engine-rest/group/camunda-admin/members/trail-tester", "{}");
        admin.json("PUT", "/engine-rest/tenant/lnv/user-members/trail-tester", "{}");
        admin.json(
                "PUT",
                "/engine-rest/user/trail-tester/credentials",
                "{\"password\": \"Ruggespraak-2\", \"authenticatedUserPassword\": \"admin\"}");
        admin.json("DELETE", "/engine-rest/tenant/lnv/user-members/trail-tester", "");
        admin.json("DELETE", "/engine-rest/group/camunda-admin/members/trail-tester", "");
        admin.json("DELETE", "/engine-rest/group/camunda-admin/members/trail-tester", "");
        admin.json("DELETE", "/engine-rest/user/trail-tester", "");

        assertThat(recorded("trail-tester"))
                .containsExactly(
                        "admin ACCOUNT_MADE - ",
                        "admin ROLE_GRANTED - ADMINISTRATOR",
                        "admin ORGANISATION_JOINED - lnv",
                        "admin PASSWORD_SET - ",
                        "admin ORGANISATION_LEFT - lnv",
                        "admin ROLE_ENDED - ADMINISTRATOR",
                        "admin ACCOUNT_REMOVED - with all roles");
    }

    @Test
    void takesNoAddressOfAUserThatNoMailServerCanBeGiven() {
        Visitor admin = Visitor.program(port, "admin");
        String user =
                "{\"profile\": {\"id\": \"address-tester\", \"email\": \"%s\"}, \"credentials\": {\"password\": \"Ruggespraak-1\"}}";
        String profile = "{\"id\": \"address-tester\", \"firstName\": \"Ada\", \"email\": \"%s\"}";

        Visitor inAdmin = Visitor.signedIn(port, "admin");
        inAdmin.get("/camunda/app/admin/default/");
        Map<Visitor, String> ways =
                Map.of(admin, "/engine-rest/user/create", inAdmin, "/camunda/api/engine/engine/default/user/create");
        for (Map.Entry<Visitor, String> way : ways.entrySet()) {
            assertThat(way.getKey().postJson(way.getValue(), user.formatted("jan@lnv.еxample.org")))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                    .satisfies(answer -> assertThat(answer.body()).contains("letters of several scripts"));
        }
        assertThat(recorded("address-tester")).isEmpty();
        admin.postJson("/engine-rest/user/create", user.formatted(""));
        assertThat(admin.json("PUT", "/engine-rest/user/address-tester/profile", profile.formatted("ada@@lnv.nl"))
                        .body())
                .contains("more than one @");
        admin.json("PUT", "/engine-rest/user/address-tester/profile", profile.formatted("ada@MÜLLER.example"));
        assertThat(admin.getJson("/engine-rest/user/address-tester/profile").body())
                .contains("ada@müller.example");
        admin.json("DELETE", "/engine-rest/user/address-tester", "");
    }

    @Test
    void recordsNothingOfWhatWasRefused() {
        Visitor.program(port, "lnv-manager").json("PUT", "/engine-rest/group/camunda-admin/members/lnv-manager", "{}");

        assertThat(recorded("lnv-manager")).noneMatch(line -> line.contains("ADMINISTRATOR"));
    }

    @Test
    void recordedTheAccountsOfTheDemoNetwork() {
        assertThat(recorded("rws-director"))
                .startsWith(
                        "(system) ACCOUNT_MADE rws ",
                        "(system) ROLE_GRANTED rws DIRECTOR",
                        "(system) ORGANISATION_JOINED rws rws");
    }

    @Test
    @Transactional
    void recordsWhatFollowsFromTheTables() {
        jdbc.sql("update ruggespraak.person_role set role = 'MANAGER' where person = 'odbn-adviser-3'")
                .update();

        accounts.follow();

        assertThat(recorded("odbn-adviser-3"))
                .endsWith("(system) ROLE_ENDED odbn ADVISER", "(system) ROLE_GRANTED odbn MANAGER");
    }

    private List<String> recorded(String person) {
        return jdbc.sql("""
                        select actor || ' ' || action || ' ' || coalesce(organisation, '-') || ' ' || details
                        from ruggespraak.audit where subject = 'person/' || :person order by id
                        """).param("person", person).query(String.class).list();
    }
}
