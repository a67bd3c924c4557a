package nl.ruggespraak.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import nl.ruggespraak.shared.Addresses;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleCsvTests {

    private static final String FILE = """
            organisation;person;first name;last name;email;roles
            lnv;anne.smit;Anne;Šmit-Daël;anne@lnv.example.org;adviser manager
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "sep=;\r\n", "\uFEFFsep=;\n", "\"sep=;\"\n", "\n\n"})
    void readsWhatASpreadsheetPutsBefore(String before) {
        assertThat(read(before + FILE).lines()).extracting(PersonLine::lastName).containsExactly("Šmit-Daël");
    }

    @Test
    void readsCommas() {
        assertThat(read(FILE.replace(';', ',')).lines())
                .extracting(PersonLine::person)
                .containsExactly("anne.smit");
    }

    @Test
    void readsWhatADutchSpreadsheetWrites() {
        String file = "Organisatie;Organisatienaam;Persoon;Voornaam;Achternaam;E-mail;Rollen;Actief;Taal\r\n"
                + "lnv;\"Ministerie; Landbouw\";anne.smit;Anne;Daël;anne@lnv.example.org;Adviseur, leidinggevende;ja;NL\r\n"
                + ";;;;;;;;\r\n";

        PeopleCsv.Content content = PeopleCsv.read(file.getBytes(Charset.forName("windows-1252")), Addresses.usual());

        assertThat(content.problems()).isEmpty();
        assertThat(content.lines())
                .containsExactly(new PersonLine(
                        2,
                        null,
                        null,
                        "lnv",
                        "Ministerie; Landbouw",
                        "anne.smit",
                        "Anne",
                        "Daël",
                        "anne@lnv.example.org",
                        null,
                        "nl",
                        null,
                        Set.of(HeldRole.of("ADVISER"), HeldRole.of("MANAGER")),
                        true));
    }

    @Test
    void countsLinesAsTheSpreadsheetDoes() {
        PeopleCsv.Content content = read("""
                sep=;
                organisation;person;first name;last name;email;roles

                lnv;anne;"Anne
                Marie";"de
                 Wit";anne@lnv.example.org;adviser

                lnv;bo;Bo;Smit;nowhere;adviser
                """);

        assertThat(content.lines())
                .extracting(PersonLine::line, PersonLine::firstName, PersonLine::lastName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "Anne Marie", "de Wit"),
                        org.assertj.core.groups.Tuple.tuple(5, "Bo", "Smit"));
        assertThat(content.problems()).extracting(Problem::row).containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource({"ja, true", "WAAR, true", "1, true", "nee, false", "ONWAAR, false", "0, false"})
    void readsYesAndNoAsADutchSpreadsheetWritesThem(String word, boolean active) {
        assertThat(read("organisatie;persoon;voornaam;achternaam;e-mail;rollen;actief\n"
                                + "lnv;anne;Anne;Smit;anne@lnv.example.org;adviseur;" + word)
                        .lines())
                .extracting(PersonLine::active)
                .containsExactly(active);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lnv;anne;;Smit;anne@example.org;adviser            | refusal.line.nameMissing",
                "lnv;anne;Anne;;anne@example.org;adviser            | refusal.line.nameMissing",
                "lnv;anne;Anne;Smit;;adviser                        | refusal.address.MISSING",
                "lnv;anne;Anne;Smit;anne at home;adviser            | refusal.address.SPACE",
                "lnv;anne;Anne;Smit;anne@example.org;boss           | refusal.line.roleUnknown",
                "lnv;Anne Smit;Anne;Smit;anne@example.org;adviser   | refusal.line.keyMalformed",
                "Ministry!;anne;Anne;Smit;anne@example.org;adviser  | refusal.line.keyMalformed",
                "lnv;anne;Anne;Smit;anne@example.org;adviser@sam    | refusal.line.roleUnknown",
                "lnv;anne;Anne;Smit;anne@example.org;chair@         | refusal.line.roleUnknown",
                "lnv;anne;Anne;Smit;anne@example.org;adviser chair  | refusal.line.chairOfNothing",
                ";;Anne;Smit;anne@example.org;adviser               | refusal.line.nothing"
            })
    void tellsWhatIsWrongWithALine(String line, String why) {
        PeopleCsv.Content content = read("organisation;person;first name;last name;email;roles\n" + line);

        assertThat(content.problems())
                .extracting(Problem::row, Problem::message)
                .contains(org.assertj.core.groups.Tuple.tuple(2, why));
    }

    @Test
    void takesAChairForOneOfTheNetworkOfTheLineOrOfThoseThatTheRoleNames() {
        assertThat(read(CHAIRS
                                + "sam;;ellen;Ellen;Janssen;ellen@example.org;chair\n"
                                + "sam;lnv;anne;Anne;Smit;anne@example.org;adviseur voorzitter@noord Chair@zuid\n")
                        .lines())
                .extracting(PersonLine::roles)
                .containsExactly(
                        Set.of(HeldRole.chairOf("sam")),
                        Set.of(HeldRole.of("ADVISER"), HeldRole.chairOf("noord"), HeldRole.chairOf("zuid")));
    }

    @Test
    void putsTheLinesOfAChairOfSeveralNetworksTogether() {
        PeopleCsv.Content content = read(CHAIRS
                + "sam;lnv;anne;Anne;Smit;anne@example.org;chair adviser\n"
                + "noord;lnv;anne;Anne;Smit;anne@example.org;adviser chair\n"
                + "zuid;lnv;anne;Anna;Smit;anne@example.org;adviser chair\n");

        assertThat(content.lines()).extracting(PersonLine::person).containsExactly("anne", null, "anne");
        assertThat(content.lines()).extracting(PersonLine::network).containsExactly("sam", "noord", "zuid");
        assertThat(content.lines().get(0).roles())
                .containsExactlyInAnyOrder(HeldRole.of("ADVISER"), HeldRole.chairOf("sam"), HeldRole.chairOf("noord"));
    }

    @Test
    void tellsWhichColumnsAreMissingAndWhichItDoesNotKnow() {
        assertThatThrownBy(() -> read("organisation;person;shoe size\nlnv;anne;38"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .containsExactly(
                                        Problem.of(
                                                "file",
                                                "refusal.file.columnsMissing",
                                                "first name, last name, email, roles",
                                                "voornaam, achternaam, e-mail, rollen"),
                                        Problem.of("file", "refusal.file.columnUnknown", "shoe size")));
    }

    @Test
    void leavesOutColumnsThatItDoesNotKnowOrHasAlready() {
        PeopleCsv.Content content = read("organisation;person;Afdeling;first name;last name;email;E-mailadres;;roles\n"
                + "lnv;anne;HR;Anne;Smit;anne@lnv.example.org;other@lnv.example.org;;adviser");

        assertThat(content.leftOut()).containsExactly("Afdeling", "E-mailadres");
        assertThat(content.problems()).isEmpty();
        assertThat(content.lines()).extracting(PersonLine::email).containsExactly("anne@lnv.example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "van der | Berg         | van der Berg",
                "van der | van der Berg | van der Berg",
                "Van der | van der Berg | van der Berg",
                "'t      | Hart         | 't Hart",
                "d'      | Ancona       | d'Ancona",
                "\"\"    | de Boer      | de Boer"
            })
    void putsThePrefixBeforeTheSurname(String prefix, String surname, String lastName) {
        assertThat(read("organisatie;persoon;roepnaam;tussenvoegsel;achternaam;e-mailadres;rollen\n" + "lnv;jan;Jan;"
                                + prefix + ";" + surname + ";jan@lnv.example.org;adviseur")
                        .lines())
                .extracting(PersonLine::lastName)
                .containsExactly(lastName);
    }

    @Test
    void callsAPersonByTheCallNameWhereThereIsOne() {
        assertThat(read("organisatie;persoon;Voornaam;Roepnaam;achternaam;e-mailadres;rollen\n"
                                + "lnv;jan;Johannes;Jan;Smit;jan@lnv.example.org;adviseur\n"
                                + "lnv;bo;Bo;;Smit;bo@lnv.example.org;adviseur")
                        .lines())
                .extracting(PersonLine::firstName)
                .containsExactly("Jan", "Bo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Department head, adviser",
                "department-head adviser",
                "adviser department head",
                "DEPARTMENT_HEAD/ADVISER",
                "Afdelingshoofd en adviseur",
                "adviseur | afdelingshoofd",
                "\"adviser; department  head\"",
                "\"adviser\ndepartment head\""
            })
    void readsRolesAsPeopleWriteThem(String roles) {
        assertThat(read(ONE + roles).lines())
                .extracting(PersonLine::roles)
                .containsExactly(Set.of(HeldRole.of("ADVISER"), HeldRole.of("DEPARTMENT_HEAD")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void readsEveryRoleAsThePageShowsIt(String language) {
        ResourceBundle sentences = ResourceBundle.getBundle("messages", Locale.forLanguageTag(language));
        for (Role role : Role.values()) {
            HeldRole held = role == Role.CHAIR ? HeldRole.chairOf("sam") : new HeldRole(role, null);
            String shown = role == Role.CHAIR
                    ? MessageFormat.format(sentences.getString("role.chairOf"), "sam")
                    : sentences.getString("role." + role);
            PeopleCsv.Content content = read(ONE + shown.toUpperCase(Locale.ROOT));

            assertThat(content.problems()).isEmpty();
            assertThat(content.lines()).extracting(PersonLine::roles).containsExactly(Set.of(held));
        }
    }

    @Test
    void refusesARoleThatThereIsNotEvenWhenItEndsLikeOne() {
        assertThat(read(ONE + "Career adviser").problems())
                .containsExactly(Problem.inRow("file", 2, "refusal.line.roleUnknownAmong", "career", "Career adviser"));
    }

    @Test
    void saysThatADeputyIsAUserName() {
        assertThat(read("organisation;person;first name;last name;email;roles;deputy\n"
                                + "lnv;anne;Anne;Smit;anne@lnv.example.org;adviser;Bo Smit")
                        .problems())
                .containsExactly(Problem.inRow("file", 2, "refusal.line.deputyMalformed", "Bo Smit"));
    }

    @ParameterizedTest
    @CsvSource({
        "01-mixed-encoding.csv, José Muñoz|Zoë Mészáros|René Coenen",
        "02-hr-export-tussenvoegsel.csv, Jan van der Berg",
        "02b-hr-export-nl-headings.csv, Jan van der Berg",
        "05a-tab-separated.csv, Zoë de Boer",
        "05b-excel-unicode-text-utf16.txt, Zoë de Boer",
        "05c-excel-csv-utf16.csv, Zoë de Boer",
        "18-same-address-twice.csv, Jan de Vries|Jan de Vries"
    })
    void readsTheAwkwardFilesWhereTheyLie(String file, String names) throws IOException {
        PeopleCsv.Content content = PeopleCsv.read(awkward(file), Addresses.usual());

        assertThat(content.problems()).isEmpty();
        assertThat(content.leftOut()).isEqualTo(file.startsWith("02-") ? List.of("Afdeling") : List.of());
        assertThat(content.lines())
                .extracting(line -> line.firstName() + " " + line.lastName())
                .containsExactly(names.split("\\|"));
    }

    @Test
    void refusesTheOneUnknownRoleOfTheAwkwardFileWhereItLies() throws IOException {
        assertThat(PeopleCsv.read(awkward("03-role-words-with-space.csv"), Addresses.usual())
                        .problems())
                .extracting(Problem::row)
                .containsExactly(3);
    }

    private static byte[] awkward(String file) throws IOException {
        Path path = Path.of("../shared/data/cases", file);
        assumeTrue(Files.exists(path), "the awkward files lie beside the repository, if they do");
        return Files.readAllBytes(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "organisation;person;first name;last name;email;roles\n", "\"never closed"})
    void refusesWhatHasNoLines(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(Refusal.class);
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        List<PersonLine> lines = List.of(
                new PersonLine(
                        2,
                        "sam",
                        "SAM",
                        "lnv",
                        "Ministry; \"food\"",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Set.of(),
                        null),
                new PersonLine(
                        3,
                        null,
                        null,
                        "lnv",
                        null,
                        "anne",
                        "＝cmd()",
                        "O'Neill",
                        "anne@example.org",
                        "+31 70 555 0110",
                        "nl",
                        "joost",
                        Set.of(HeldRole.of("DEPARTMENT_HEAD")),
                        false),
                new PersonLine(
                        4,
                        "sam",
                        null,
                        null,
                        null,
                        "ellen",
                        "Ellen",
                        "Janssen",
                        "ellen@example.org",
                        null,
                        "nl",
                        null,
                        Set.of(HeldRole.chairOf("sam"), HeldRole.chairOf("noord")),
                        true));
        StringBuilder file = new StringBuilder();

        PeopleCsv.write(lines.stream(), file);

        assertThat(file).contains("'＝cmd()", "'+31 70 555 0110", "department-head", "chair@noord chair;yes");
        assertThat(read(file.toString()).lines()).isEqualTo(lines);
    }

    private static final String CHAIRS = "network;organisation;person;first name;last name;email;roles\n";

    private static final String ONE = "network;organisation;person;first name;last name;email;roles\n"
            + "sam;lnv;anne;Anne;Smit;anne@lnv.example.org;";

    private static PeopleCsv.Content read(String file) {
        return PeopleCsv.read(file.getBytes(StandardCharsets.UTF_8), Addresses.usual());
    }
}
