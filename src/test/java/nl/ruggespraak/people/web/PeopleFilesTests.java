package nl.ruggespraak.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class PeopleFilesTests {

    private static final String PAGE = "/admin/import";
    private static final String HEADINGS = "organisation;organisation name;person;first name;last name;email;roles\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

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
                .contains("One line is faulty", "There is a space in the mail address.", "“boss” is no role.")
                .doesNotContain("Apply it");
        assertThat(administrator.form(checked, checked, "").statusCode()).isIn(400, 403, 409);
    }

    @Test
    void saysOfEachLineWhyNoMailServerCanBeGivenItsAddress() {
        Visitor administrator = Visitor.signedIn(port, "admin");
        String line = "lnv;;lnv-new-%d;Anne;Smit;%s;adviser\n";

        String checked = administrator.location(administrator.upload(
                PAGE,
                HEADINGS
                        + line.formatted(1, "jan@lnv.еxample.org")
                        + line.formatted(2, "łukasz@lnv.example.org")
                        + line.formatted(3, "\"jan@lnv.example.org;piet@lnv.example.org\"")
                        + line.formatted(4, "jan\u200B@lnv.example.org")
                        + line.formatted(5, "info@MÜLLER-advies.example")
                        + line.formatted(6, "jan@lnv")));

        assertThat(administrator.get(checked).body())
                .contains(
                        "5 lines are faulty",
                        "The part “еxample” of the mail address mixes letters of several scripts",
                        "stands “ł”. The mail server takes only the letters a to z there",
                        "Several mail addresses stand here.",
                        "a character that does not show (U+200B)",
                        "stands “lnv” only. The end of the name is missing")
                .doesNotContain("Apply it");
    }

    @Test
    void namesTheRolesInTheLanguageOfThePage() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        assertThat(administrator.get(PAGE).body())
                .contains("<li>department head</li>", "deputy (the user name of a person", "adviser, department head");
        String before = jdbc.sql("select language from ruggespraak.person where key = 'admin'")
                .query(String.class)
                .single();
        speaks("nl");
        String dutch = administrator.get(PAGE).body();
        speaks(before);
        assertThat(dutch)
                .contains(
                        "<li>afdelingshoofd</li>",
                        "plaatsvervanger (de gebruikersnaam van een persoon",
                        "adviseur, afdelingshoofd")
                .doesNotContain("department");
    }

    @Test
    void namesWhatItLeavesOutAndWhoShareAnAddress() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        String checked = administrator.location(administrator.upload(
                PAGE,
                "organisation\tperson\tfirst name\tlast name\temail\troles\tshoe <b>size\n"
                        + "lnv\tlnv-jan\tJan\tde Vries\tjan@lnv.example.org\tDepartment head\t38\n"
                        + "lnv\tlnv-jo\tJo\tde Vries\tJan@LNV.example.org\tadviser\t39"));

        assertThat(administrator.get(checked).body())
                .contains(
                        "This column is left out, because",
                        "shoe &lt;b&gt;size",
                        "Several people will have one mail address.",
                        "jan@lnv.example.org: Jan de Vries (lnv-jan), Jo de Vries (lnv-jo)",
                        "each of them uses their own user name",
                        "Apply it");
    }

    @Test
    void keepsTheAddressThatThePageShows() {
        Visitor administrator = Visitor.signedIn(port, "admin");
        String checked = administrator.location(administrator.upload(
                PAGE, HEADINGS + "cak;Care Office;cak-anne;Anne;Smit;Info@MÜLLER-advies.example;adviser"));

        administrator.form(checked, checked, "");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> administrator.get(checked).body().contains("Everybody in the file is as it says"));

        assertThat(administrator.get(PAGE + "/people.csv").body())
                .contains("cak-anne;Anne;Smit;Info@müller-advies.example;");
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

    private void speaks(String language) {
        jdbc.sql("update ruggespraak.person set language = :language where key = 'admin'")
                .param("language", language)
                .update();
    }
}
