package nl.ruggespraak.matching.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.Catalogue.Suggestion;
import nl.ruggespraak.matching.CatalogueKind;
import nl.ruggespraak.shared.Languages;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class CataloguePageTests {

    private static final String PAGE = "/admin/catalogue";
    private static final String ENTRY = PAGE + "/OCCUPATION/entry";
    private static final String FILE = PAGE + "/OCCUPATION/file";

    @LocalServerPort
    private int port;

    @Autowired
    private Catalogue catalogue;

    @Test
    void isForAdministratorsOnly() {
        for (String person : List.of("chair", "lnv-representative", "lnv-manager")) {
            assertThat(Visitor.signedIn(port, person).get(PAGE).statusCode()).isEqualTo(403);
            assertThat(Visitor.signedIn(port, person)
                            .get(PAGE + "/OCCUPATION.csv")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void beginsFilled() {
        assertThat(catalogue.regions(Languages.DUTCH))
                .hasSize(35)
                .anyMatch(region -> region.name().equals("Haaglanden"));
        assertThat(catalogue.occupations(Locale.ENGLISH)).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void addsAnOccupationThatIsFoundByAllItsNames() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        HttpResponse<String> answer = administrator.form(
                ENTRY,
                ENTRY,
                "nameEn=Bee+inspector&nameNl=Bijeninspecteur&aliasesEn=Apiary+officer%0AHive+officer&aliasesNl=Imkerij&field=inspection&offered=true");

        assertThat(administrator.get(administrator.location(answer)).body())
                .contains("“Bee inspector” is saved", "Bijeninspecteur");
        for (String typed : List.of("bee insp", "bijeninspekteur", "hive officer", "IMKERIJ")) {
            assertThat(catalogue.like(CatalogueKind.OCCUPATION, typed, Languages.DUTCH, 3))
                    .as(typed)
                    .extracting(Suggestion::name)
                    .first()
                    .isEqualTo("Bijeninspecteur");
        }
        assertThat(catalogue.fitting("bee-inspector")).contains("road-inspector");
    }

    @Test
    void saysWhatIsWrongWithAnEntryAndKeepsWhatWasTyped() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        HttpResponse<String> answer = administrator.form(ENTRY, ENTRY, "nameEn=Night+<b>watch&nameNl=+&offered=true");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The name in Dutch is missing.", "Night &lt;b&gt;watch");
        assertThat(administrator
                        .form(ENTRY, ENTRY, "nameEn=Road+inspector&nameNl=Weginspecteur&offered=true")
                        .body())
                .contains("There is an entry with the key “road-inspector” already.");
    }

    @Test
    void keepsWhatPeopleWroteOnceAndMapsItToWhatTheyMeant() {
        String key = said("Inspecteur van de dijken");
        assertThat(said("INSPECTEUR  van de DIJKEN")).isEqualTo(key);
        assertThat(catalogue.fitting(key)).containsExactly(key);
        assertThat(catalogue.like(CatalogueKind.OCCUPATION, "inspecteur van de dijken", Languages.DUTCH, 10))
                .extracting(Suggestion::key)
                .doesNotContain(key);
        Visitor administrator = Visitor.signedIn(port, "admin");
        assertThat(administrator.get(PAGE).body()).contains("Inspecteur van de dijken", "twice");

        administrator.form(PAGE, PAGE + "/OCCUPATION/said", "said=" + key + "&meant=Dike+inspector");

        assertThat(administrator.get(PAGE).body()).doesNotContain("Inspecteur van de dijken</strong>");
        assertThat(said("inspecteur van de dijken")).isEqualTo("dike-reeve");
        assertThat(catalogue.fitting(key)).contains("dike-reeve");
        assertThat(catalogue.occupationNames(Set.of(key)).of(key, Languages.DUTCH))
                .isEqualTo("Inspecteur van de dijken");
    }

    @Test
    void addsWhatPeopleWroteToTheList() {
        String key = said("Wolvenconsulent");
        Visitor administrator = Visitor.signedIn(port, "admin");

        administrator.form(
                ENTRY + "?key=" + key,
                ENTRY,
                "existing=" + key + "&nameEn=Wolf+consultant&nameNl=Wolvenconsulent&field=environment&offered=true");

        assertThat(catalogue.like(CatalogueKind.OCCUPATION, "wolven", Languages.DUTCH, 1))
                .containsExactly(new Suggestion(key, "Wolvenconsulent"));
        assertThat(said("wolf consultant")).isEqualTo(key);
    }

    @Test
    void readsBackWhatItWroteWithoutAChange() {
        Visitor administrator = Visitor.signedIn(port, "admin");
        String saved = administrator.get(PAGE + "/OCCUPATION.csv").body();

        String preview = administrator.location(administrator.upload(PAGE, FILE, saved));

        assertThat(administrator.get(preview).body()).contains("Nothing would change");
    }

    @Test
    void showsWhatAFileWouldChangeAndAppliesIt() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        String preview = administrator.location(
                administrator.upload(
                        PAGE,
                        FILE,
                        "sleutel;naam Engels;naam Nederlands;andere namen Nederlands;vakgebied\nferry-captain;Ferry captain;Veerman;Veerschipper|Pontbaas;transport"));
        assertThat(administrator.get(preview).body()).contains("One is new", "Ferry captain", "Veerman");

        assertThat(administrator
                        .get(administrator.location(administrator.form(preview, preview, "")))
                        .body())
                .contains("One entry is as the file says");
        assertThat(said("pontbaas")).isEqualTo("ferry-captain");
    }

    @Test
    void namesTheLinesThatCannotBe() {
        Visitor administrator = Visitor.signedIn(port, "admin");

        String preview = administrator.location(
                administrator.upload(
                        PAGE,
                        FILE,
                        "key;name English;name Dutch;field\nRoad inspector!;Road;Weg;inspection\nfire-eater;;Vuurvreter;circus"));

        assertThat(administrator.get(preview).body())
                .contains(
                        "“Road inspector!” cannot be a key.",
                        "The name in English is missing.",
                        "There is no field “circus”.")
                .doesNotContain("Apply it");
        assertThat(administrator
                        .get(administrator.location(administrator.upload(PAGE, FILE, "name;size\nx;1")))
                        .body())
                .contains("“name” is not one of the headings");
    }

    @Test
    void namesTheSourceInTheWordsOfItsLicence() {
        assertThat(Visitor.signedIn(port, "admin").get(PAGE).body())
                .contains("This service uses the ESCO classification of the European Commission.");
    }

    private String said(String words) {
        return catalogue
                .keys(CatalogueKind.OCCUPATION, Set.of(words))
                .values()
                .iterator()
                .next();
    }
}
