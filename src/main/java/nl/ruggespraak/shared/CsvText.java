package nl.ruggespraak.shared;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV (RFC 4180) as spreadsheets read and write it: UTF-8 with or without byte order mark, or Windows-1252 where it is no UTF-8; fields apart
 * by semicolon or comma.
 */
public final class CsvText {

    public static final char BYTE_ORDER_MARK = '\uFEFF';

    public static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();

    private static final Charset EXCEL = Charset.forName("windows-1252");

    /** With which a spreadsheet is told what stands between fields; the spreadsheet does not show it as a row. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\A(?i)\"?sep=[^\\r\\n]{0,2}\"?(\\R|\\z)");

    private CsvText() {}

    /**
     * The rows that are not empty, headings first, each with the number that a spreadsheet gives it.
     *
     * @throws Refusal when it is no CSV file, or holds nothing
     */
    public static List<CSVRecord> rows(byte[] file) {
        String text = SEPARATOR_LINE.matcher(text(file)).replaceFirst("");
        String firstLine =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char delimiter = firstLine.chars().filter(c -> c == ';').count()
                        >= firstLine.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        try (CSVParser parser = CSVParser.parse(
                new StringReader(text), FORMAT.builder().setDelimiter(delimiter).get())) {
            List<CSVRecord> filled = parser.getRecords().stream()
                    .filter(record -> record.stream().anyMatch(field -> !field.isBlank()))
                    .toList();
            if (filled.isEmpty()) {
                throw Refusal.of("file", "refusal.file.empty");
            }
            return filled;
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.of("file", "refusal.file.unreadable");
        }
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            text = new String(file, EXCEL);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
