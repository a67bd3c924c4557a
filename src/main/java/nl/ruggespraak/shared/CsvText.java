package nl.ruggespraak.shared;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) as spreadsheets read and write it: UTF-8 or UTF-16, with or without byte order mark; a line that is no UTF-8 is Windows-1252.
 * Fields are apart by semicolon, comma, tab or bar.
 */
public final class CsvText {

    public static final char BYTE_ORDER_MARK = '\uFEFF';

    public static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();

    private static final Charset EXCEL = Charset.forName("windows-1252");

    /** What cannot be decoded is decoded to this. */
    private static final char UNKNOWN = '\uFFFD';

    /** What stands between fields; of two that are as frequent, the first. */
    private static final String DELIMITERS = ";,\t|";

    /** With which a spreadsheet is told what stands between fields; the spreadsheet does not show it as a row. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\A(?i)\"?sep=[^\\r\\n]{0,2}\"?(\\R|\\z)");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** Octets, as Latin-1, that are a European letter or a quotation mark in UTF-8, and next to never a text in Windows-1252. */
    private static final Pattern LETTER_IN_UTF_8 =
            Pattern.compile("[\u00C2-\u00C5][\u0080-\u00BF]|\u00E2[\u0080-\u00BF]{2}");

    /** With what the files of spreadsheets begin that are no CSV: a ZIP archive, and Microsoft's older format. */
    private static final List<byte[]> WORKBOOKS =
            List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});

    private static final int LINES_NAMED = 20;

    private CsvText() {}

    /**
     * The rows that are not empty, headings first, each with the number that a spreadsheet gives it.
     *
     * @throws Refusal when it is no CSV file, holds nothing, or has lines whose encoding is not to be told
     */
    public static List<CSVRecord> rows(byte[] file) {
        String text = SEPARATOR_LINE.matcher(text(file)).replaceFirst("");
        String firstLine =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        try (CSVParser parser = CSVParser.parse(
                new StringReader(text),
                FORMAT.builder().setDelimiter(delimiter(firstLine)).get())) {
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

    private static char delimiter(String headings) {
        String unquoted = QUOTED.matcher(headings).replaceAll("");
        char most = DELIMITERS.charAt(0);
        for (char candidate : DELIMITERS.toCharArray()) {
            if (count(unquoted, candidate) > count(unquoted, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static String text(byte[] file) {
        if (WORKBOOKS.stream().anyMatch(beginning -> startsWith(file, beginning))) {
            throw Refusal.of("file", "refusal.file.workbook");
        }
        Charset twoOctets = twoOctets(file);
        String text = twoOctets != null ? decoded(file, twoOctets) : decoded(file, StandardCharsets.UTF_8);
        if (text == null && twoOctets == null) {
            text = lineByLine(file);
        }
        if (text == null || text.indexOf('\0') >= 0) {
            throw Refusal.of("file", "refusal.file.unreadable");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** UTF-16 in which order, if it is UTF-16: headings are mostly of letters whose other octet is zero. */
    private static @Nullable Charset twoOctets(byte[] file) {
        if (file.length < 2) {
            return null;
        }
        int mark = (file[0] & 0xFF) << 8 | file[1] & 0xFF;
        if (mark == 0xFEFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (mark == 0xFFFE) {
            return StandardCharsets.UTF_16LE;
        }
        int looked = Math.min(file.length, 200) / 2;
        int first = 0;
        int second = 0;
        for (int pair = 0; pair < looked; pair++) {
            first += file[2 * pair] == 0 ? 1 : 0;
            second += file[2 * pair + 1] == 0 ? 1 : 0;
        }
        if (second > looked / 2 && first == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first > looked / 2 && second == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static @Nullable String decoded(byte[] octets, Charset encoding) {
        try {
            return encoding.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException notIn) {
            return null;
        }
    }

    /** Files that were put together out of several have lines in several encodings. */
    private static String lineByLine(byte[] file) {
        StringBuilder text = new StringBuilder(file.length);
        List<Integer> doubtful = new ArrayList<>();
        int number = 1;
        for (int from = 0; from < file.length; number++) {
            int to = endOfLine(file, from);
            byte[] octets = Arrays.copyOfRange(file, from, to);
            String line = decoded(octets, StandardCharsets.UTF_8);
            if (line == null) {
                line = new String(octets, EXCEL);
                if (line.indexOf(UNKNOWN) >= 0
                        || LETTER_IN_UTF_8
                                .matcher(new String(octets, StandardCharsets.ISO_8859_1))
                                .find()) {
                    doubtful.add(number);
                }
            }
            text.append(line);
            from = to;
        }
        if (!doubtful.isEmpty()) {
            throw Refusal.of(
                    "file",
                    "refusal.file.encodings",
                    doubtful.stream().limit(LINES_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                            + (doubtful.size() > LINES_NAMED ? ", …" : ""),
                    doubtful.size());
        }
        return text.toString();
    }

    /** Behind the line feed, or behind the carriage return of a line that has no other end. */
    private static int endOfLine(byte[] file, int from) {
        for (int place = from; place < file.length; place++) {
            boolean carriageReturn = file[place] == '\r';
            if (file[place] == '\n' || carriageReturn && (place + 1 == file.length || file[place + 1] != '\n')) {
                return place + 1;
            }
        }
        return file.length;
    }
}
