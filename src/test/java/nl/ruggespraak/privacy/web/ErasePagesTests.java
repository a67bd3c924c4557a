package nl.ruggespraak.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
    void showsWhereACandidateIsFoundAndErasesOnlyWhenConfirmed() {
        long ask = rows.aCarriedAsk(rows.anAttendedCycle(), "lnv-adviser-1", "CANDIDATE", null);
        rows.change(
                "update ruggespraak.ask set candidate = 'Gerrit Jan Tenvergert', details = 'A secret' where id = ?",
                ask);
        Visitor admin = Visitor.signedIn(port, "admin");

        HttpResponse<String> found = admin.form(PAGE, PAGE + "/candidate/look", "candidate=gerrit+jan+tenvergert");
        assertThat(found.body()).contains("ruggespraak.ask").doesNotContain("A secret");
        assertThat(rows.value(String.class, "select details from ruggespraak.ask where id = ?", ask))
                .isEqualTo("A secret");

        HttpResponse<String> erased = admin.form(PAGE, PAGE + "/candidate", "who=gerrit+jan+tenvergert");
        assertThat(admin.location(erased)).isEqualTo(PAGE + "?erased");
        assertThat(rows.value(String.class, "select title || details from ruggespraak.ask where id = ?", ask))
                .isEqualTo("—");
        assertThat(admin.form(PAGE, PAGE + "/candidate/look", "candidate=gerrit+jan+tenvergert")
                        .body())
                .contains("Nothing was found")
                .doesNotContain("Erase for good");
    }

    @Test
    void showsWhereAColleagueIsFound() {
        Visitor admin = Visitor.signedIn(port, "admin");
        assertThat(admin.form(PAGE, PAGE + "/colleague/look", "colleague=lnv-adviser-3")
                        .body())
                .contains("ruggespraak.person", "act_id_user", "Erase for good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate/look?candidate=",
                "colleague/look?colleague=nobody",
                "candidate?who=",
                "colleague?who=admin",
                "colleague?who=nobody"
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
        assertThat(visitor.form("/", PAGE + "/candidate", "who=Gerrit").statusCode())
                .isEqualTo(403);
        assertThat(visitor.form("/", PAGE + "/colleague", "who=lnv-adviser-3").statusCode())
                .isEqualTo(403);
    }
}
