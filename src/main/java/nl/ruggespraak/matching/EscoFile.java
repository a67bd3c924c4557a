package nl.ruggespraak.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import nl.ruggespraak.shared.Refusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One of the files in which the European Commission publishes ESCO: CSV in UTF-8, with or without byte order mark, perhaps compressed with gzip. */
enum EscoFile {
    OCCUPATIONS_EN("occupations_en", true, "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "status"),
    OCCUPATIONS_NL("occupations_nl", true, "conceptUri", "preferredLabel", "altLabels"),
    ISCO_GROUPS("ISCOGroups_en", true, "conceptUri", "code", "preferredLabel"),
    BROADER_RELATIONS("broaderRelationsOccPillar", false, "conceptUri", "broaderUri");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final String begins;
    private final boolean needed;
    private final List<String> columns;

    EscoFile(String begins, boolean needed, String... columns) {
        this.begins = begins;
        this.needed = needed;
        this.columns = List.of(columns);
    }

    /** The one that is called so: {@code occupations_en.csv}, {@code occupations_en.csv.gz}, {@code occupations_en (1).csv}. */
    static Optional<EscoFile> of(String name) {
        String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(file -> last.startsWith(file.begins) && (last.endsWith(".csv") || last.endsWith(".csv.gz")))
                .findFirst();
    }

    String called() {
        return begins + ".csv";
    }

    boolean isNeeded() {
        return needed;
    }

    /**
     * Reads all rows.
     *
     * @throws Refusal when it is no CSV file or lacks a column
     */
    void read(InputStream content, Consumer<CSVRecord> row) {
        try (InputStreamReader text = new InputStreamReader(inflated(content), StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<String> missing = columns.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw Refusal.of("file", "refusal.esco.columnsMissing", called(), String.join(", ", missing));
            }
            for (CSVRecord each : parser) {
                row.accept(each);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Refusal.of("file", "refusal.esco.unreadable", called());
        }
    }

    private static InputStream inflated(InputStream content) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(content, 3);
        byte[] first = peeked.readNBytes(3);
        peeked.unread(first);
        if (first.length >= 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b) {
            return withoutMark(new GZIPInputStream(peeked));
        }
        return withoutMark(peeked);
    }

    private static InputStream withoutMark(InputStream content) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(content, 3);
        byte[] first = peeked.readNBytes(3);
        boolean marked = first.length == 3
                && (first[0] & 0xff) == 0xef
                && (first[1] & 0xff) == 0xbb
                && (first[2] & 0xff) == 0xbf;
        if (!marked) {
            peeked.unread(first);
        }
        return peeked;
    }
}
