package nl.ruggespraak.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTests {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, \uFEFF",
        "windows-1252, ''",
        "UTF-16LE, ''",
        "UTF-16LE, \uFEFF",
        "UTF-16BE, ''",
        "UTF-16BE, \uFEFF"
    })
    void readsEveryEncodingOfASpreadsheet(String encoding, String mark) {
        byte[] file = (mark + "name;town\r\nZoë “Été”;’s-Gravenhage\r\n").getBytes(Charset.forName(encoding));

        assertThat(cells(file)).containsExactly(List.of("name", "town"), List.of("Zoë “Été”", "’s-Gravenhage"));
    }

    @ParameterizedTest
    @ValueSource(chars = {';', ',', '\t', '|'})
    void findsWhatStandsBetweenTheFields(char delimiter) {
        String file = "\"name, first; last\"#town#year\nAnne#Ede#".replace('#', delimiter);

        assertThat(cells(file.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("name, first; last", "town", "year"), List.of("Anne", "Ede", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void readsEachLineInItsOwnEncoding(String end) {
        byte[] file = together(
                ("name;town" + end + "José;Ede" + end).getBytes(StandardCharsets.UTF_8),
                ("René;CAFÉ’S" + end).getBytes(WINDOWS),
                "Zoë;Súdwest".getBytes(StandardCharsets.UTF_8));

        assertThat(cells(file))
                .containsExactly(
                        List.of("name", "town"),
                        List.of("José", "Ede"),
                        List.of("René", "CAFÉ’S"),
                        List.of("Zoë", "Súdwest"));
    }

    @Test
    void namesTheLinesWhoseLettersAreInTwoEncodingsOrInNone() {
        byte[] file = together(
                "name;town\nJosé;".getBytes(StandardCharsets.UTF_8),
                "Curaçao\nRené;Ede\n".getBytes(WINDOWS),
                new byte[] {'Z', 'o', (byte) 0x81, ';', 'E', 'd', 'e', '\n'});

        assertRefused(file, Problem.of("file", "refusal.file.encodings", "2, 4", 2));
    }

    @Test
    void tellsAWorkbookFromText() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0}, Problem.of("file", "refusal.file.workbook"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name;town\nAn\0ne;Ede", "\"never closed"})
    void refusesWhatIsNoText(String file) {
        assertRefused(file.getBytes(StandardCharsets.UTF_8), Problem.of("file", "refusal.file.unreadable"));
    }

    @Test
    void refusesUtf16ThatIsCutOff() {
        byte[] file = "\uFEFFname;town\nAnne;Ede".getBytes(StandardCharsets.UTF_16LE);

        assertRefused(java.util.Arrays.copyOf(file, file.length - 1), Problem.of("file", "refusal.file.unreadable"));
    }

    private static void assertRefused(byte[] file, Problem why) {
        assertThatThrownBy(() -> CsvText.rows(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).containsExactly(why));
    }

    private static List<List<String>> cells(byte[] file) {
        return CsvText.rows(file).stream().map(CSVRecord::toList).toList();
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
