package nl.ruggespraak.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class PeopleFilesTests {

    private static final String PAGE = "/admin/import";
    private static final String HEADINGS = "organisation;organisation name;person;first name;last name;email;roles\n";

    @LocalServerPort
    private int port;

    @Test
    void isForAdministratorsOnly() {
        for (String person : new String[] {"chair", "lnv-representative", "lnv-manager"}) {
            Visitor visitor = Visitor.signedIn(port, person);
            assertThat(visitor.get(PAGE).statusCode()).isEqualTo(403);
            assertThat(visitor.get(PAGE + "/people.csv").statusCode()).isEqualTo(403);
        }
        assertThat(Visitor.stranger(port).get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void showsWhatWouldChangeAndAppliesIt() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        HttpResponse<String> sent = administrator.upload(
                PAGE,
                HEADINGS + "kvk;Chamber <b>of</b> Commerce;kvk-anne;Anne;<script>Smit;anne@kvk.example.org;adviser");
        String checked = administrator.location(sent);
        String page = administrator.get(checked).body();
        assertThat(page)
                .contains("One new organisation", "One new person", "One role is granted", "Anne &lt;script&gt;Smit")
                .doesNotContain("<script>Smit");

        administrator.form(checked, checked, "");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> administrator.get(checked).body().contains("Everybody in the file is as it says"));
        assertThat(administrator.get(PAGE + "/people.csv").body()).contains("kvk-anne;Anne;<script>Smit");
    }

    @Test
    void namesEachFaultyLine() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        String checked = administrator.location(
                administrator.upload(PAGE, HEADINGS + "lnv;;lnv-adviser-9;Anne;Smit;anne at home;boss"));

        assertThat(administrator.get(checked).body())
                .contains("One line is faulty", "“anne at home” is no mail address.", "“boss” is no role.")
                .doesNotContain("Apply it");
        assertThat(administrator.form(checked, checked, "").statusCode()).isIn(400, 403, 409);
    }

    @Test
    void saysWhyItIsNoFileWithPeople() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        HttpResponse<String> answer = administrator.upload(PAGE, "name;shoe size\nAnne;38");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("“shoe size” is not one of the headings", "These columns are missing:");
        assertThat(administrator.upload(PAGE, "").body()).contains("Choose a file first.");
        assertThat(administrator.get(PAGE + "/999999").statusCode()).isEqualTo(404);
    }
}
