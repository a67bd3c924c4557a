package nl.ruggespraak.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.matching.Catalogue.Suggestion;
import nl.ruggespraak.shared.Languages;
import nl.ruggespraak.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class ImportEscoTests {

    private static final Path PUBLISHED = Path.of("../shared/data/esco");

    private static final String HEADINGS =
            "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code";

    private static final String ENGLISH = HEADINGS + """

            Occupation,urn:occupation:one,3257,animal product checker,"checker of animal products
            checker of animal products
            products checker, animal",,released,,,,,"a,
            b","Checks ""fresh"" products.
            Works early.",3257.90
            Occupation,urn:occupation:two,3112,motorway patrol officer,"patrol officer (motorway)
             highway patroller ",,released,,,,,,,3112.90
            Occupation,urn:occupation:three,0110,garrison clerk,,,released,,,,,,,0110.90
            Occupation,urn:occupation:four,4110,typing pool clerk,typist,,deprecated,,,,,,,4110.90
            """;

    private static final String DUTCH = HEADINGS + """

            Occupation,urn:occupation:one,3257,controleur dierlijke producten,"controleuse dierlijke producten
            controleur\tdierlijk product",,released,,,,,,,3257.90
            Occupation,urn:occupation:two,3112,officier snelwegsurveillance,"weggids’s assistent
            snelwegsurveillant",,released,,,,,,,3112.90
            """;

    private static final String GROUPS = """
            conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description
            ISCOGroup,urn:/isco/C3257,3257,group 3257,released,,"x,
            y","a description, with a comma"
            ISCOGroup,urn:/isco/C0110,0110,group 0110,released,,x,y
            ISCOGroup,urn:/isco/C325,325,group 325,released,,x,y
            """;

    private static final String RELATIONS = """
            conceptType,conceptUri,broaderType,broaderUri
            Occupation,urn:occupation:one,ISCOGroup,urn:/isco/C3257
            Occupation,urn:occupation:one,ISCOGroup,urn:/isco/C3257
            Occupation,urn:occupation:case-9999,ISCOGroup,urn:/isco/C3257
            """;

    @Autowired
    private ImportEsco importEsco;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private CycleRows rows;

    @Test
    void offersWhatIsReleasedAndKeepsWhatIsWithdrawn() {
        EscoReport report = importEsco.from(files(ENGLISH));

        assertThat(report.occupations()).isEqualTo(4);
        assertThat(report.added()).isEqualTo(4);
        assertThat(report.withdrawn()).isEqualTo(1);
        assertThat(rows.value(
                        Integer.class, "select count(*) from ruggespraak.occupation where source = 'ESCO' and offered"))
                .isEqualTo(3);
        assertThat(catalogue.like(CatalogueKind.OCCUPATION, "typing pool", Locale.ENGLISH, 5))
                .noneMatch(each -> each.name().equals("Typing pool clerk"));
    }

    @Test
    void keepsACodeThatBeginsWithAZero() {
        importEsco.from(files(ENGLISH));

        assertThat(rows.value(String.class, "select code from ruggespraak.occupation where name_en = 'Garrison clerk'"))
                .isEqualTo("0110");
    }

    @Test
    void tellsTheRelationThatLeadsNowhereAndLeavesItOut() {
        EscoReport report = importEsco.from(files(ENGLISH));

        assertThat(report.leftOut()).singleElement().asString().contains("case-9999");
    }

    @Test
    void findsAnOccupationByTheNamesOfBothLanguagesAndByItsAliases() {
        importEsco.from(files(ENGLISH));

        for (String typed : List.of(
                "animal product check", "Products checker, animal", "controleur dierlijk", "controleuse dierlijke")) {
            assertThat(catalogue.like(CatalogueKind.OCCUPATION, typed, Languages.DUTCH, 3))
                    .as(typed)
                    .extracting(Suggestion::name)
                    .contains("Controleur dierlijke producten");
        }
        assertThat(catalogue.like(CatalogueKind.OCCUPATION, "highway patroller", Locale.ENGLISH, 1))
                .extracting(Suggestion::name)
                .containsExactly("Motorway patrol officer");
    }

    @Test
    void letsWhatIsOfOneKindFitAcrossSources() {
        importEsco.from(files(ENGLISH));

        assertThat(catalogue.fitting("meat-inspector"))
                .contains(rows.value(
                        String.class, "select key from ruggespraak.occupation where uri = 'urn:occupation:one'"));
    }

    @Test
    void changesNothingTheSecondTime() {
        importEsco.from(files(ENGLISH));

        assertThat(importEsco.from(files(ENGLISH)).changedNothing()).isTrue();
    }

    @Test
    void tellsWhatIsCalledOtherwiseInANewerVersion() {
        importEsco.from(files(ENGLISH));

        EscoReport report = importEsco.from(files(ENGLISH.replace("highway patroller", "road patroller")));

        assertThat(report.added()).isZero();
        assertThat(report.changed()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatAnAdministratorHasChanged() {
        importEsco.from(files(ENGLISH));
        rows.change(
                "update ruggespraak.occupation set source = 'OWN', name_nl = 'Eigen naam' where uri = 'urn:occupation:one'");

        EscoReport report = importEsco.from(files(ENGLISH));

        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.changedNothing()).isTrue();
    }

    @Test
    void readsAByteOrderMarkAColumnMoreAndCompressedFiles() throws IOException {
        String newer = "\uFEFF"
                + ENGLISH.replace("description,code", "description,code,naceCode")
                        .replace(".90\n", ".90,84.24\n");

        assertThat(importEsco.from(files(newer)).added()).isEqualTo(4);

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(DUTCH.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(importEsco
                        .from(List.of(
                                file("occupations_en.csv", ENGLISH),
                                new ImportEsco.Content(
                                        "occupations_nl.csv.gz", () -> new ByteArrayInputStream(packed.toByteArray())),
                                file("ISCOGroups_en.csv", GROUPS)))
                        .changedNothing())
                .isTrue();
    }

    @Test
    void saysWhichFileIsMissingAndWhichColumn() {
        assertThatThrownBy(() -> importEsco.from(List.of(file("occupations_en.csv", ENGLISH))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(problem -> problem.arguments().get(0))
                                .containsExactly("occupations_nl.csv", "ISCOGroups_en.csv"));
        assertThatThrownBy(() -> importEsco.from(files("conceptUri,preferredLabel\nurn:x,x\n")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems()
                                        .get(0)
                                        .arguments()
                                        .get(1)
                                        .toString())
                                .contains("altLabels", "iscoGroup"));
    }

    @Test
    @EnabledIf("isThere")
    void takesInAllThatIsPublished() throws IOException {
        EscoReport report = importEsco.from(PUBLISHED);

        assertThat(report.occupations()).isEqualTo(3_039);
        assertThat(report.added()).isEqualTo(3_039);
        assertThat(importEsco.from(PUBLISHED).changedNothing()).isTrue();
        assertThat(catalogue.like(CatalogueKind.OCCUPATION, "vliegtuigbower", Languages.DUTCH, 10))
                .isNotEmpty();
    }

    static boolean isThere() {
        return Files.isDirectory(PUBLISHED);
    }

    private static List<ImportEsco.Content> files(String english) {
        return List.of(
                file("occupations_en.csv", english),
                file("occupations_nl.csv", DUTCH),
                file("ISCOGroups_en.csv", GROUPS),
                file("broaderRelationsOccPillar_en.csv", RELATIONS));
    }

    private static ImportEsco.Content file(String name, String content) {
        return new ImportEsco.Content(name, () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
