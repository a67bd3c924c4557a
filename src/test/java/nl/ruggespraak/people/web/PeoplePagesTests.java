package nl.ruggespraak.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class PeoplePagesTests {

    private static final String PAGE = "/admin/people";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\w+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    /** Others count the colleagues of the demo's organisations. */
    @AfterEach
    void nobodyStays() {
        jdbc.sql("delete from ruggespraak.person_role where person like 'pp-%'").update();
        jdbc.sql("update ruggespraak.person set active = false where key like 'pp-%'")
                .update();
    }

    @Test
    void isForAdministratorsOnly() {
        for (String person : new String[] {"chair", "lnv-representative", "lnv-manager"}) {
            Visitor visitor = Visitor.signedIn(port, person);
            for (String page : List.of(PAGE, PAGE + "/new", PAGE + "/lnv-adviser-1", "/admin/organisations/new")) {
                assertThat(visitor.get(page).statusCode()).isEqualTo(403);
            }
        }
        assertThat(Visitor.stranger(port).get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void setsUpANetworkWithAnOrganisationAndItsPeopleWithoutAFile() {
        Visitor admin = Visitor.signedIn(port, "admin");

        HttpResponse<String> organisation = admin.form(
                "/admin/organisations/new",
                "/admin/organisations",
                "name=Water+Board&organisation=waterboard&networkName=Delta&network=delta");
        assertThat(admin.location(organisation)).endsWith("/admin/organisations/waterboard?added");
        HttpResponse<String> added =
                add(admin, "wb-jan", "waterboard", "Jan", "van der Berg", "REPRESENTATIVE&roles=CHAIR@delta");
        assertThat(admin.follow(added).body())
                .contains(
                        "Jan van der Berg has been added", "account without a password", "Invite to choose a password");

        assertThat(people.get("wb-jan").roles()).containsExactlyInAnyOrder(Role.REPRESENTATIVE, Role.CHAIR);
        assertThat(people.get("wb-jan").leads()).containsExactly("delta");
        assertThat(identity.createUserQuery()
                        .userId("wb-jan")
                        .memberOfTenant("waterboard")
                        .memberOfGroup("chairs-delta")
                        .count())
                .isEqualTo(1);
        assertThat(recorded("wb-jan")).contains("admin PERSON_CHANGED new", "admin ROLE_GRANTED CHAIR@delta");
    }

    @Test
    void saysOfEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        Visitor admin = Visitor.signedIn(port, "admin");

        HttpResponse<String> refused = admin.form(
                PAGE + "/new",
                PAGE,
                "person=Jan+Smit&organisation=nowhere&firstName=&lastName=Smit&email=jan@@lnv.nl&language=xx&deputy=nobody&roles=BOSS");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "value=\"Jan Smit\"",
                        "“Jan Smit” cannot be a user name",
                        "A person needs a first name.",
                        "more than one @",
                        "“xx” is no language here",
                        "“BOSS” is no role.");
        assertThat(add(admin, "lnv-manager", "lnv", "Jan", "Smit", "ADVISER").body())
                .contains("Somebody has the user name lnv-manager already");
        assertThat(add(admin, "lnv-new-person", "nowhere", "Jan", "Smit", "ADVISER")
                        .body())
                .contains("There is no organisation nowhere");
        assertThat(people.find("lnv-new-person")).isEmpty();
    }

    @Test
    void changesAPersonWithTheAccountAndSaysWhoHasTheSameAddress() {
        Visitor admin = Visitor.signedIn(port, "admin");
        add(admin, "pp-anne", "lnv", "Anne", "Smit", "ADVISER");
        add(admin, "pp-bo", "lnv", "Bo", "Smit", "ADVISER");

        HttpResponse<String> saved = change(admin, "pp-anne", "Anna", "'t Hart", "pp-bo@lnv.example.org", "MANAGER");

        assertThat(admin.follow(saved).body())
                .contains("Anna &#39;t Hart is saved", "This mail address is also that of Bo Smit (pp-bo)");
        assertThat(identity.createUserQuery().userId("pp-anne").singleResult())
                .satisfies(user -> assertThat(user.getEmail()).isEqualTo("pp-bo@lnv.example.org"))
                .satisfies(user -> assertThat(user.getLastName()).isEqualTo("'t Hart"));
        assertThat(identity.createGroupQuery().groupMember("pp-anne").list())
                .extracting(group -> group.getId())
                .containsExactly("managers");
        assertThat(recorded("pp-anne"))
                .contains(
                        "admin PERSON_CHANGED first name, last name, email",
                        "admin ROLE_ENDED ADVISER",
                        "admin ROLE_GRANTED MANAGER");
    }

    @Test
    void losesNothingThatWasTypedWhenSomebodyElseChangedThePersonMeanwhile() {
        Visitor admin = Visitor.signedIn(port, "admin");
        add(admin, "pp-two", "lnv", "Two", "Admins", "ADVISER");
        String seen = version(admin.get(PAGE + "/pp-two").body());
        change(admin, "pp-two", "Other", "Admins", "pp-two@lnv.example.org", "ADVISER");

        HttpResponse<String> refused = admin.form(
                PAGE + "/pp-two",
                PAGE + "/pp-two",
                "version=" + seen
                        + "&firstName=Mine&lastName=Admins&email=pp-two@lnv.example.org&language=nl&roles=ADVISER");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Somebody else changed this person", "value=\"Mine\"", "<dd>Other</dd>");
        assertThat(people.get("pp-two").firstName()).isEqualTo("Other");

        admin.form(
                PAGE + "/pp-two",
                PAGE + "/pp-two",
                "version=" + version(refused.body())
                        + "&firstName=Mine&lastName=Admins&email=pp-two@lnv.example.org&language=nl&roles=ADVISER");
        assertThat(people.get("pp-two").firstName()).isEqualTo("Mine");
    }

    @Test
    void endsThatSomebodyTakesPartAndBringsThePersonBack() {
        Visitor admin = Visitor.signedIn(port, "admin");
        add(admin, "pp-ends", "lnv", "Ends", "Soon", "ADVISER");
        String asked = admin.get(PAGE + "/pp-ends/end").body();
        assertThat(asked).contains("gets no mail any more", "Nothing waits for this person");

        HttpResponse<String> ended =
                admin.form(PAGE + "/pp-ends/end", PAGE + "/pp-ends/end", "version=" + version(asked));
        String page = admin.follow(ended).body();
        assertThat(page).contains("Ends Soon takes part no longer", "Let the person take part again");
        assertThat(identity.createUserQuery().userId("pp-ends").count()).isZero();
        assertThat(admin.get(PAGE + "?words=pp-ends").body()).contains("Nobody is found");
        assertThat(admin.get(PAGE + "?words=pp-ends&part=no").body()).contains("One person");

        admin.form(PAGE + "/pp-ends", PAGE + "/pp-ends/back", "version=" + version(page));
        assertThat(identity.createUserQuery()
                        .userId("pp-ends")
                        .memberOfGroup("advisers")
                        .count())
                .isEqualTo(1);
        assertThat(recorded("pp-ends")).contains("admin PARTICIPATION_ENDED ", "admin PARTICIPATION_RENEWED ");
    }

    @Test
    void endsWhoHasAnAddressThatNoMailServerCanBeGiven() {
        Visitor admin = Visitor.signedIn(port, "admin");
        add(admin, "pp-old", "lnv", "Old", "Address", "ADVISER");
        jdbc.sql("update ruggespraak.person set email = 'old@@lnv', email_usable = false where key = 'pp-old'")
                .update();

        admin.form(
                PAGE + "/pp-old/end",
                PAGE + "/pp-old/end",
                "version=" + version(admin.get(PAGE + "/pp-old/end").body()));

        assertThat(people.get("pp-old").active()).isFalse();
        assertThat(jdbc.sql("select email_usable from ruggespraak.person where key = 'pp-old'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        jdbc.sql(
                        "update ruggespraak.person set email = 'old@lnv.example.org', email_usable = true where key = 'pp-old'")
                .update();
    }

    @Test
    void leavesNobodyWithoutAnAdministrator() {
        Visitor admin = Visitor.signedIn(port, "admin");

        assertThat(admin.get(PAGE + "/admin/end").body()).contains("Nobody would be administrator any more.");
        HttpResponse<String> refused = admin.form(
                PAGE + "/admin",
                PAGE + "/admin/end",
                "version=" + version(admin.get(PAGE + "/admin").body()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(people.get("admin").active()).isTrue();
    }

    @Test
    void findsPeopleByEachWordInWhateverOrderAndWithoutAccents() {
        Visitor admin = Visitor.signedIn(port, "admin");
        add(admin, "pp-zoe", "odbn", "Zoë", "van den Bérg", "ADVISER");

        for (String words : List.of("berg zoe", "ZOË", "pp-zoe", "zoe environmental", "pp-zoe@odbn")) {
            assertThat(admin.get(PAGE + "?words=" + words.replace(" ", "+").replace("Ë", "%C3%8B"))
                            .body())
                    .as(words)
                    .contains("Zoë van den Bérg", "One person");
        }
        assertThat(admin.get(PAGE + "?words=pp_zoe").body()).contains("Nobody is found");
        assertThat(admin.get(PAGE + "?words=pp-zoe&role=DIRECTOR").body()).contains("Nobody is found");
    }

    private HttpResponse<String> add(
            Visitor admin, String key, String organisation, String first, String last, String roles) {
        return admin.form(
                PAGE + "/new",
                PAGE,
                "person=" + key + "&organisation=" + organisation + "&firstName=" + first + "&lastName="
                        + last.replace(" ", "+") + "&email=" + key + "@" + organisation
                        + ".example.org&language=nl&roles=" + roles);
    }

    private HttpResponse<String> change(
            Visitor admin, String key, String first, String last, String email, String roles) {
        return admin.form(
                PAGE + "/" + key,
                PAGE + "/" + key,
                "version=" + version(admin.get(PAGE + "/" + key).body()) + "&firstName=" + first + "&lastName="
                        + last.replace(" ", "+") + "&email=" + email + "&language=nl&roles=" + roles);
    }

    private static String version(String page) {
        Matcher found = VERSION.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private List<String> recorded(String person) {
        return jdbc.sql("""
                        select actor || ' ' || action || ' ' || details from ruggespraak.audit where subject = 'person/' || :person order by id
                        """).param("person", person).query(String.class).list();
    }
}
