package nl.ruggespraak.matching;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the catalogue: an administrator adds, changes, withdraws, takes in from a file, and says what people meant who wrote something else. */
@Component
public class ManageCatalogue {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{1,79}");
    private static final int MOST_ALIASES = 100;
    private static final int MOST_LINES = 20_000;

    private final JdbcCatalogueEntries entries;
    private final AuditTrail audit;
    private final Clock clock;

    ManageCatalogue(JdbcCatalogueEntries entries, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of what is in the catalogue, by name; what people wrote is not. */
    public List<CatalogueEntry> search(CatalogueKind kind, String words, int from, int most) {
        return entries.search(kind, words.strip(), from, most);
    }

    /** How many there are: offered ones. */
    public int count(CatalogueKind kind) {
        return entries.count(kind);
    }

    public Optional<CatalogueEntry> find(CatalogueKind kind, String key) {
        return entries.find(kind, key);
    }

    /** The fields of occupations. */
    public List<CatalogueField> fields() {
        return entries.fields();
    }

    /** What people wrote most that is not in the catalogue. */
    public List<Said> said(CatalogueKind kind, int most) {
        return entries.said(kind, most);
    }

    /** What people wrote, and how often. */
    public record Said(String key, String words, int times) {}

    /**
     * Adds an entry, or changes the one with this key.
     *
     * @throws Refusal for each field that cannot be
     */
    @Transactional
    public void save(CatalogueEntry entry) {
        Checks checks = new Checks();
        CatalogueEntry checked = check(checks.plain(), entry, fieldKeys());
        checks.refuseIfAny();
        entries.save(entry.kind(), List.of(checked));
        audit.record(Action.CATALOGUE_CHANGED, subject(entry.kind(), entry.key()), null, "");
    }

    /**
     * Says that what people wrote is something in the catalogue: it then fits the same, and whoever writes it again gets that.
     *
     * @throws Refusal when there is no such thing in the catalogue
     */
    @Transactional
    public void map(CatalogueKind kind, String said, String meant) {
        String key = entries.offered(kind, meant.strip())
                .orElseThrow(() -> Refusal.of("meant", "refusal.catalogue.unknown"));
        if (!entries.map(kind, said, key)) {
            throw Refusal.of("meant", "refusal.catalogue.gone");
        }
        audit.record(Action.CATALOGUE_CHANGED, subject(kind, said), null, "same as " + key);
    }

    /**
     * Keeps a file until it is applied.
     *
     * @return the number of the file
     * @throws Refusal when it is no such file
     */
    @Transactional
    public long check(CatalogueKind kind, String name, byte[] file, String by) {
        int lines = CatalogueCsv.read(kind, file).size();
        if (lines > MOST_LINES) {
            throw Refusal.of("file", "refusal.file.tooLong", MOST_LINES, lines);
        }
        long id = entries.keep(kind, name, file, by, clock.instant());
        audit.record(Action.CATALOGUE_IMPORTED, "catalogue-import/" + id, null, "checked");
        return id;
    }

    /** A file that was checked: what it would change, as things are now. */
    @Transactional(readOnly = true)
    public Optional<Preview> preview(long file) {
        return entries.kept(file).map(kept -> {
            List<CatalogueCsv.Line> lines = CatalogueCsv.read(kept.kind(), kept.content());
            List<Problem> problems = problems(lines);
            Map<String, CatalogueEntry> now = entries.all(kept.kind()).stream()
                    .collect(Collectors.toMap(CatalogueEntry::key, Function.identity()));
            List<Change> changes = new ArrayList<>();
            for (CatalogueCsv.Line line : lines) {
                CatalogueEntry before = now.get(line.entry().key());
                if (!line.entry().equals(before)) {
                    changes.add(new Change(line.number(), line.entry(), before));
                }
            }
            return new Preview(file, kept.kind(), kept.file(), lines.size(), problems, changes);
        });
    }

    /**
     * What a file would change.
     *
     * @param lines how many it holds
     * @param problems of lines, by row
     */
    public record Preview(
            long id, CatalogueKind kind, String file, int lines, List<Problem> problems, List<Change> changes) {}

    /** A line that adds something, or changes what was before. */
    public record Change(
            int line, CatalogueEntry entry, @Nullable CatalogueEntry before) {}

    /**
     * Applies a file, all or nothing; what is not in it stays as it is.
     *
     * @return how many entries were added or changed
     * @throws Refusal when a line cannot be, or the file is not there any more
     */
    @Transactional
    public int apply(long file) {
        Preview preview = preview(file).orElseThrow(() -> Refusal.of("file", "refusal.catalogue.fileGone"));
        Refusal.ifAny(preview.problems());
        entries.save(
                preview.kind(), preview.changes().stream().map(Change::entry).toList());
        entries.forget(file);
        audit.record(
                Action.CATALOGUE_IMPORTED,
                "catalogue-import/" + file,
                null,
                "entries: " + preview.changes().size());
        return preview.changes().size();
    }

    /** Everything of this kind, as a file that reads back the same. */
    @Transactional(readOnly = true)
    public void write(CatalogueKind kind, Appendable out) throws IOException {
        CatalogueCsv.write(entries.all(kind), out);
    }

    private List<Problem> problems(List<CatalogueCsv.Line> lines) {
        Checks checks = new Checks();
        Set<String> fields = fieldKeys();
        Set<String> seen = new HashSet<>();
        for (CatalogueCsv.Line line : lines) {
            Checks.Row row = checks.row("file", line.number());
            check(row, line.entry(), fields);
            row.require(
                    seen.add(line.entry().key()),
                    "catalogue",
                    "twice",
                    line.entry().key());
        }
        return checks.problems();
    }

    private static CatalogueEntry check(Checks.Row row, CatalogueEntry entry, Set<String> fields) {
        row.require(KEY.matcher(entry.key()).matches(), "catalogue", "keyMalformed", entry.key());
        String english = row.text("nameEn", entry.nameEn(), Catalogue.LONGEST_NAME);
        String dutch = row.text("nameNl", entry.nameNl(), Catalogue.LONGEST_NAME);
        for (List<String> aliases : List.of(entry.aliasesEn(), entry.aliasesNl())) {
            row.require(
                    aliases.size() <= MOST_ALIASES
                            && aliases.stream().allMatch(alias -> alias.length() <= Catalogue.LONGEST_NAME),
                    "catalogue",
                    "aliases",
                    MOST_ALIASES,
                    Catalogue.LONGEST_NAME);
        }
        row.require(
                entry.field() == null || fields.contains(entry.field()),
                "catalogue",
                "fieldUnknown",
                String.valueOf(entry.field()));
        return new CatalogueEntry(
                entry.kind(),
                entry.key(),
                english,
                dutch,
                entry.aliasesEn(),
                entry.aliasesNl(),
                entry.field(),
                entry.offered());
    }

    private Set<String> fieldKeys() {
        return entries.fields().stream().map(CatalogueField::key).collect(Collectors.toSet());
    }

    private static String subject(CatalogueKind kind, String key) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + key;
    }
}
