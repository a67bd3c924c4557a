package nl.ruggespraak.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.shared.CsvText;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.SpreadsheetCell;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Regions or occupations as {@link CsvText}, with headings in English or Dutch, in any order. */
final class CatalogueCsv {

    /** What stands between the aliases in a cell. */
    private static final String BETWEEN = "|";

    private static final Set<String> NO = Set.of("no", "nee", "false", "onwaar", "0");

    private CatalogueCsv() {}

    /** A column, and the headings by which it is known. */
    enum Column {
        KEY("key", "sleutel"),
        NAME_EN("name English", "naam Engels"),
        NAME_NL("name Dutch", "naam Nederlands"),
        ALIASES_EN("aliases English", "andere namen Engels"),
        ALIASES_NL("aliases Dutch", "andere namen Nederlands"),
        FIELD("field", "vakgebied"),
        OFFERED("offered", "aangeboden");

        private static final List<Column> NEEDED = List.of(KEY, NAME_EN, NAME_NL);

        private final String heading;
        private final String dutchHeading;

        Column(String heading, String dutchHeading) {
            this.heading = heading;
            this.dutchHeading = dutchHeading;
        }

        static Optional<Column> of(String heading) {
            String words = words(heading);
            return Arrays.stream(values())
                    .filter(column -> words.equals(words(column.heading)) || words.equals(words(column.dutchHeading)))
                    .findFirst();
        }

        private static String words(String heading) {
            return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        }
    }

    /** A line, by the number that a spreadsheet gives it. */
    record Line(int number, CatalogueEntry entry) {}

    /** @throws Refusal when it is no such file, or lacks a needed column */
    static List<Line> read(CatalogueKind kind, byte[] file) {
        List<CSVRecord> rows = CsvText.rows(file);
        Map<Column, Integer> columns = columns(rows.get(0));
        List<Line> lines = rows.stream()
                .skip(1)
                .map(row -> new Line((int) row.getRecordNumber(), entry(kind, columns, row)))
                .toList();
        if (lines.isEmpty()) {
            throw Refusal.of("file", "refusal.file.empty");
        }
        return lines;
    }

    private static Map<Column, Integer> columns(CSVRecord headings) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<Problem> problems = new ArrayList<>();
        for (int place = 0; place < headings.size(); place++) {
            String heading = headings.get(place).strip();
            Optional<Column> column = Column.of(heading);
            if (column.isPresent()) {
                columns.putIfAbsent(column.get(), place);
            } else if (!heading.isEmpty()) {
                problems.add(Problem.of(
                        "file", "refusal.file.columnUnknown", heading.substring(0, Math.min(60, heading.length()))));
            }
        }
        List<Column> missing = Column.NEEDED.stream()
                .filter(column -> !columns.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            problems.add(Problem.of(
                    "file",
                    "refusal.file.columnsMissing",
                    missing.stream().map(column -> column.heading).collect(Collectors.joining(", ")),
                    missing.stream().map(column -> column.dutchHeading).collect(Collectors.joining(", "))));
        }
        Refusal.ifAny(problems);
        return columns;
    }

    private static CatalogueEntry entry(CatalogueKind kind, Map<Column, Integer> columns, CSVRecord row) {
        Map<Column, String> cells = new HashMap<>();
        columns.forEach((column, place) -> cells.put(
                column,
                place < row.size()
                        ? SpreadsheetCell.read(row.get(place).strip()).replaceAll("\\s+", " ")
                        : ""));
        String field = cells.getOrDefault(Column.FIELD, "");
        return new CatalogueEntry(
                kind,
                cells.getOrDefault(Column.KEY, ""),
                cells.getOrDefault(Column.NAME_EN, ""),
                cells.getOrDefault(Column.NAME_NL, ""),
                aliases(cells.getOrDefault(Column.ALIASES_EN, "")),
                aliases(cells.getOrDefault(Column.ALIASES_NL, "")),
                field.isEmpty() ? null : field,
                !NO.contains(cells.getOrDefault(Column.OFFERED, "").toLowerCase(Locale.ROOT)));
    }

    static List<String> aliases(String cell) {
        return Arrays.stream(cell.split("[|\\n]"))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .toList();
    }

    /** Writes a file that reads back the same. */
    static void write(List<CatalogueEntry> entries, Appendable out) throws IOException {
        out.append(CsvText.BYTE_ORDER_MARK);
        CSVPrinter printer =
                new CSVPrinter(out, CsvText.FORMAT.builder().setDelimiter(';').get());
        printer.printRecord(Arrays.stream(Column.values()).map(column -> column.heading));
        for (CatalogueEntry entry : entries) {
            printer.printRecord(
                    entry.key(),
                    SpreadsheetCell.harmless(entry.nameEn()),
                    SpreadsheetCell.harmless(entry.nameNl()),
                    SpreadsheetCell.harmless(String.join(BETWEEN, entry.aliasesEn())),
                    SpreadsheetCell.harmless(String.join(BETWEEN, entry.aliasesNl())),
                    entry.field(),
                    entry.offered() ? "yes" : "no");
        }
        printer.flush();
    }
}
