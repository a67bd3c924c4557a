package nl.ruggespraak.matching;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the occupations of ESCO, the European classification, from the files as they are published (versions 1.1 and 1.2): occupations in
 * English and Dutch, ISCO groups, and which group is part of which. What is in the catalogue under other keys stays beside them.
 */
@Component
public class ImportEsco {

    /** Where it comes from, as its licence (Decision 2011/833/EU) wants it told. */
    public static final String SOURCE = "This service uses the ESCO classification of the European Commission.";

    private static final String ISCO = "/isco/C";
    private static final int MINOR_GROUP = 3;

    private final JdbcEsco occupations;
    private final AuditTrail audit;

    ImportEsco(JdbcEsco occupations, AuditTrail audit) {
        this.occupations = occupations;
        this.audit = audit;
    }

    /** A file: what it is called, and what it holds. */
    public record Content(String name, Opened opened) {

        /** Opens it. */
        @FunctionalInterface
        public interface Opened {
            InputStream open() throws IOException;
        }
    }

    /**
     * Takes in the files of a folder; those with other names are passed over.
     *
     * @throws Refusal when one that is needed is not there, or cannot be read; nothing is taken in then
     * @throws IOException when the folder cannot be read
     */
    @Transactional
    public EscoReport from(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return from(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Content(
                            String.valueOf(file.getFileName()),
                            () -> new BufferedInputStream(Files.newInputStream(file))))
                    .toList());
        }
    }

    /**
     * Takes in these files, all or nothing.
     *
     * @throws Refusal when one that is needed is not among them, or cannot be read
     */
    @Transactional
    public EscoReport from(List<Content> files) {
        Map<EscoFile, Content> known = new EnumMap<>(EscoFile.class);
        files.forEach(file -> EscoFile.of(file.name()).ifPresent(which -> known.putIfAbsent(which, file)));
        Refusal.ifAny(Arrays.stream(EscoFile.values())
                .filter(file -> file.isNeeded() && !known.containsKey(file))
                .map(file -> Problem.of("file", "refusal.esco.fileMissing", file.called()))
                .toList());

        Map<String, Found> found = new LinkedHashMap<>();
        read(known, EscoFile.OCCUPATIONS_EN, row -> {
            String uri = row.get("conceptUri").strip();
            if (!uri.isEmpty()) {
                found.putIfAbsent(uri, new Found(uri, row));
            }
        });
        read(known, EscoFile.OCCUPATIONS_NL, row -> {
            Found occupation = found.get(row.get("conceptUri").strip());
            if (occupation != null) {
                occupation.inDutch(row);
            }
        });
        Map<String, String> groups = new HashMap<>();
        read(
                known,
                EscoFile.ISCO_GROUPS,
                row -> groups.put(
                        row.get("code").strip(), row.get("preferredLabel").strip()));
        List<String> leftOut = new ArrayList<>();
        if (known.containsKey(EscoFile.BROADER_RELATIONS)) {
            read(known, EscoFile.BROADER_RELATIONS, row -> relate(row, found, groups, leftOut));
        }

        List<JdbcEsco.Row> rows =
                found.values().stream().map(occupation -> occupation.row(found)).toList();
        EscoReport report = occupations.take(rows, minorGroups(rows, groups), leftOut);
        if (!report.changedNothing()) {
            audit.record(
                    Action.CATALOGUE_IMPORTED,
                    "catalogue/esco",
                    null,
                    "added: " + report.added() + ", changed: " + report.changed());
        }
        return report;
    }

    private static void read(Map<EscoFile, Content> known, EscoFile file, java.util.function.Consumer<CSVRecord> row) {
        try (InputStream content =
                Objects.requireNonNull(known.get(file)).opened().open()) {
            file.read(content, row);
        } catch (IOException e) {
            throw Refusal.of("file", "refusal.esco.unreadable", file.called());
        }
    }

    /** An occupation stands in an ISCO group, or is a kind of another occupation. */
    private static void relate(
            CSVRecord row, Map<String, Found> found, Map<String, String> groups, List<String> leftOut) {
        String uri = row.get("conceptUri").strip();
        String broader = row.get("broaderUri").strip();
        boolean group = uri.contains(ISCO);
        boolean known = (group ? groups.containsKey(code(uri)) : found.containsKey(uri))
                && (broader.contains(ISCO) ? groups.containsKey(code(broader)) : found.containsKey(broader));
        if (!known) {
            leftOut.add(uri + " → " + broader);
        } else if (!group) {
            Objects.requireNonNull(found.get(uri)).broader = broader;
        }
    }

    private static String code(String uri) {
        return uri.substring(uri.lastIndexOf(ISCO) + ISCO.length());
    }

    /** The groups of three digits in which the occupations stand, by code. */
    private static Map<String, String> minorGroups(List<JdbcEsco.Row> rows, Map<String, String> groups) {
        return rows.stream()
                .map(JdbcEsco.Row::minorGroup)
                .filter(code -> !code.isEmpty())
                .distinct()
                .collect(Collectors.toMap(code -> code, code -> groups.getOrDefault(code, code)));
    }

    /** An occupation while its rows in several files are put together. */
    private static final class Found {

        private final String uri;
        private final String english;
        private final List<String> alsoEnglish;
        private final String group;
        private final boolean offered;
        private String dutch;
        private List<String> alsoDutch = List.of();
        private @Nullable String broader;

        private Found(String uri, CSVRecord row) {
            this.uri = uri;
            this.english = label(row.get("preferredLabel"));
            this.alsoEnglish = labels(row.get("altLabels"), english);
            this.group = row.get("iscoGroup").strip();
            this.offered =
                    row.get("status").isBlank() || row.get("status").strip().equalsIgnoreCase("released");
            this.dutch = english;
        }

        private void inDutch(CSVRecord row) {
            String label = label(row.get("preferredLabel"));
            if (!label.isEmpty()) {
                dutch = label;
            }
            alsoDutch = labels(row.get("altLabels"), dutch);
        }

        private JdbcEsco.Row row(Map<String, Found> all) {
            String code = isco(all, 0);
            return new JdbcEsco.Row(
                    "esco-" + uri.substring(uri.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                    uri,
                    english,
                    dutch,
                    alsoEnglish,
                    alsoDutch,
                    code,
                    code.length() < MINOR_GROUP ? code : code.substring(0, MINOR_GROUP),
                    offered);
        }

        /** Its own group, or that of the occupation that it is a kind of. */
        private String isco(Map<String, Found> all, int steps) {
            if (!group.isEmpty() || broader == null || steps > 10) {
                return group;
            }
            if (broader.contains(ISCO)) {
                return code(broader);
            }
            Found wider = all.get(broader);
            return wider == null ? "" : wider.isco(all, steps + 1);
        }

        private static String label(String published) {
            String label = published.strip().replaceAll("\\s+", " ");
            return label.isEmpty() ? label : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
        }

        /** One a line, each once, without the name itself. */
        private static List<String> labels(String published, String name) {
            return published
                    .lines()
                    .map(line -> line.strip().replaceAll("\\s+", " "))
                    .filter(line -> !line.isEmpty() && !line.equalsIgnoreCase(name))
                    .distinct()
                    .toList();
        }
    }
}
