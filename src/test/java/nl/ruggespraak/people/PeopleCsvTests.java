package nl.ruggespraak.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void tellsWhichColumnsAreMissingOrUnknown() {
        assertThatThrownBy(() -> read("organisation;person;surname\nlnv;anne;Smit"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .containsExactly(
                                        Problem.of("file", "refusal.file.columnUnknown", "surname"),
                                        Problem.of(
                                                "file",
                                                "refusal.file.columnsMissing",
                                                "first name, last name, email, roles")));
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

    private static PeopleCsv.Content read(String file) {
        return PeopleCsv.read(file.getBytes(StandardCharsets.UTF_8), Addresses.usual());
    }
}
