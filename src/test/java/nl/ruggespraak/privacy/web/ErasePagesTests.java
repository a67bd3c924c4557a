package nl.ruggespraak.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class ErasePagesTests {

    private static final String PAGE = "/admin/erase";

    @Autowired
    private CycleRows rows;

    @LocalServerPort
    private int port;

    @Test
    void showsEveryPlaceOfACandidateAndErasesWhatIsTicked() {
        String cycle = rows.anAttendedCycle();
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);
        rows.change(
                "update ruggespraak.ask set candidate = 'Gerrit Jan Tenvergert', details = 'A secret' where id = ?",
                ask);
        long other = rows.aCarriedAsk(cycle, "lnv-adviser-2", "QUESTION", null);
        rows.change("update ruggespraak.ask set details = 'Like <b>Gerrit Jan Tenvergert-Bos</b>' where id = ?", other);
        Visitor admin = Visitor.signedIn(port, "admin");

        String found = admin.form(PAGE, PAGE + "/candidate/look", "candidate=gerrit+jan+tenvergert")
                .body();
        assertThat(found)
                .contains("<mark>Gerrit Jan Tenvergert</mark>", "All of its words go", "A secret", "Agriculture")
                .contains("The name may be a part of a longer one")
                .doesNotContain("privacy.");
        assertThat(rows.value(String.class, "select details from ruggespraak.ask where id = ?", ask))
                .isEqualTo("A secret");
        assertThat(ticked(found)).hasSize(1);
        assertThat(places(found)).hasSize(2);

        HttpResponse<String> erased = admin.form(
                PAGE,
                PAGE + "/candidate",
                "candidate=gerrit+jan+tenvergert&kept=&place=" + String.join("&place=", ticked(found)));
        assertThat(admin.location(erased)).isEqualTo(PAGE + "?erased");
        assertThat(rows.value(String.class, "select title || details from ruggespraak.ask where id = ?", ask))
                .isEqualTo("—");
        assertThat(rows.value(String.class, "select details from ruggespraak.ask where id = ?", other))
                .contains("Tenvergert-Bos");
        assertThat(admin.form(PAGE, PAGE + "/candidate/look", "candidate=nobody+who+exists")
                        .body())
                .contains("Nothing was found")
                .doesNotContain("Erase for good");
    }

    @Test
    void leadsThroughManyPlacesAndKeepsWhatIsTicked() {
        String cycle = rows.anAttendedCycle();
        for (int number = 0; number < 60; number++) {
            long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "QUESTION", null);
            rows.change(
                    "update ruggespraak.ask set details = ? where id = ?",
                    "Number " + number + " for Trijntje Buitenpost",
                    ask);
        }
        Visitor admin = Visitor.signedIn(port, "admin");
        String who = "candidate=trijntje+buitenpost&organisation=lnv";
        String first = admin.form(PAGE, PAGE + "/candidate/look", who).body();
        assertThat(first).contains("Page 1 of 2").doesNotContain("Erase for good");
        assertThat(ticked(first)).hasSize(50);
        String second = admin.form(
                        PAGE,
                        PAGE + "/candidate/look",
                        who + "&page=2&kept=" + kept(first).replace(" ", "+") + "&place="
                                + String.join("&place=", ticked(first).subList(0, 49)))
                .body();
        assertThat(second).contains("Page 2 of 2", "Erase for good");
        assertThat(kept(second).split(" "))
                .containsExactlyInAnyOrderElementsOf(ticked(first).subList(0, 49));
        admin.form(
                PAGE,
                PAGE + "/candidate",
                who + "&kept=" + kept(second).replace(" ", "+") + "&place=" + String.join("&place=", places(second)));
        assertThat(rows.value(
                        Integer.class,
                        "select count(*) from ruggespraak.ask where details like '%Trijntje Buitenpost'"))
                .as("the one that was not ticked")
                .isOne();
    }

    @Test
    void saysWhatGoesAlongWithAColleague() {
        Visitor admin = Visitor.signedIn(port, "admin");
        assertThat(admin.form(PAGE, PAGE + "/colleague/look", "colleague=lnv-adviser-3")
                        .body())
                .contains("With the account", "Person", "Role", "Erase for good");
    }

    private static List<String> places(String page) {
        return Pattern.compile("name=\"place\" value=\"(\\w+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> ticked(String page) {
        return Pattern.compile("name=\"place\" value=\"(\\w+)\" checked")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String kept(String page) {
        var kept = Pattern.compile("name=\"kept\" value=\"([^\"]*)\"").matcher(page);
        assertThat(kept.find()).isTrue();
        return kept.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate/look?candidate=",
                "colleague/look?colleague=nobody",
                "candidate?candidate=",
                "colleague?colleague=admin",
                "colleague?colleague=nobody",
                "candidate?candidate=Gerrit&kept=0123456789abcdef"
            })
    void saysWhyNot(String asked) {
        Visitor admin = Visitor.signedIn(port, "admin");
        String[] part = asked.split("\\?");
        HttpResponse<String> refused = admin.form(PAGE, PAGE + "/" + part[0], part[1]);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("role=\"alert\"").doesNotContain("refusal.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chair", "lnv-representative", "lnv-director", "lnv-adviser-1"})
    void isForAdministratorsOnly(String other) {
        Visitor visitor = Visitor.signedIn(port, other);
        assertThat(visitor.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(visitor.form("/", PAGE + "/candidate", "candidate=Gerrit").statusCode())
                .isEqualTo(403);
        assertThat(visitor.form("/", PAGE + "/colleague", "colleague=lnv-adviser-3")
                        .statusCode())
                .isEqualTo(403);
    }
}
