package nl.ruggespraak.matching.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueEntry;
import nl.ruggespraak.matching.CatalogueField;
import nl.ruggespraak.matching.CatalogueKind;
import nl.ruggespraak.matching.EscoReport;
import nl.ruggespraak.matching.ImportEsco;
import nl.ruggespraak.matching.ManageCatalogue;
import nl.ruggespraak.matching.Occupation;
import nl.ruggespraak.matching.Region;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets an administrator keep the regions and occupations from which people choose. */
@Controller
@RequestMapping("/admin/catalogue")
class CataloguePage {

    private static final int SHOWN = 50;
    private static final int SAID = 20;
    private static final int CHANGES = 100;

    private final ManageCatalogue catalogue;
    private final Catalogue catalogued;
    private final ImportEsco importEsco;
    private final MessageSource sentences;

    CataloguePage(ManageCatalogue catalogue, Catalogue catalogued, ImportEsco importEsco, MessageSource sentences) {
        this.catalogue = catalogue;
        this.catalogued = catalogued;
        this.importEsco = importEsco;
        this.sentences = sentences;
    }

    /** What is typed into the form of an entry. Aliases stand one in a line. */
    record EntryForm(
            @Nullable String key,
            @Nullable String nameEn,
            @Nullable String nameNl,
            @Nullable String aliasesEn,
            @Nullable String aliasesNl,
            @Nullable String field,
            boolean offered) {

        static EntryForm of(CatalogueEntry entry) {
            return new EntryForm(
                    entry.key(),
                    entry.nameEn(),
                    entry.nameNl(),
                    String.join("\n", entry.aliasesEn()),
                    String.join("\n", entry.aliasesNl()),
                    entry.field(),
                    entry.offered());
        }

        CatalogueEntry entry(CatalogueKind kind, String key) {
            return new CatalogueEntry(
                    kind,
                    key,
                    Objects.requireNonNullElse(nameEn, ""),
                    Objects.requireNonNullElse(nameNl, ""),
                    lines(aliasesEn),
                    lines(aliasesNl),
                    field == null || field.isBlank() || kind == CatalogueKind.REGION ? null : field,
                    offered);
        }

        private static List<String> lines(@Nullable String text) {
            return text == null
                    ? List.of()
                    : text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
        }
    }

    @ModelAttribute("fields")
    List<CatalogueField> fields() {
        return catalogue.fields();
    }

    @ModelAttribute("source")
    String source() {
        return ImportEsco.SOURCE;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "OCCUPATION") CatalogueKind kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int from,
            Locale language,
            Model model) {
        int first = Math.max(0, from);
        List<CatalogueEntry> found = catalogue.search(kind, words, first, SHOWN + 1);
        model.addAttribute("kind", kind);
        model.addAttribute("words", words);
        model.addAttribute("entries", found.stream().limit(SHOWN).toList());
        model.addAttribute("count", catalogue.count(kind));
        model.addAttribute("earlier", first == 0 ? null : Math.max(0, first - SHOWN));
        model.addAttribute("later", found.size() > SHOWN ? first + SHOWN : null);
        List<ManageCatalogue.Said> said = catalogue.said(kind, SAID);
        model.addAttribute("said", said);
        model.addAttribute("known", said.isEmpty() ? List.of() : names(kind, language));
        model.addAttribute(
                "fieldNames",
                catalogue.fields().stream().collect(Collectors.toMap(CatalogueField::key, CatalogueField::name)));
        return "matching/web/catalogue";
    }

    private List<String> names(CatalogueKind kind, Locale language) {
        return kind == CatalogueKind.OCCUPATION
                ? catalogued.occupations(language).stream()
                        .map(Occupation::name)
                        .toList()
                : catalogued.regions(language).stream().map(Region::name).toList();
    }

    @GetMapping("/{kind}/entry")
    String edit(@PathVariable CatalogueKind kind, @RequestParam(required = false) @Nullable String key, Model model) {
        if (key == null) {
            return form(kind, null, new EntryForm(null, null, null, null, null, null, true), Map.of(), model);
        }
        CatalogueEntry entry =
                catalogue.find(kind, key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean said = key.startsWith("said-") && !entry.offered();
        EntryForm typed = EntryForm.of(entry);
        return form(
                kind,
                key,
                said
                        ? new EntryForm(
                                key,
                                typed.nameEn(),
                                typed.nameNl(),
                                typed.aliasesEn(),
                                typed.aliasesNl(),
                                typed.field(),
                                true)
                        : typed,
                Map.of(),
                model);
    }

    @PostMapping("/{kind}/entry")
    String save(
            @PathVariable CatalogueKind kind,
            EntryForm typed,
            @RequestParam(defaultValue = "") String existing,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        boolean isNew = existing.isEmpty();
        String key = isNew ? keyOf(typed) : existing;
        try {
            if (isNew && catalogue.find(kind, key).isPresent()) {
                throw Refusal.of("key", "refusal.catalogue.taken", key);
            }
            catalogue.save(typed.entry(kind, key));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(kind, isNew ? null : existing, typed, problems(refusal, language), model);
        }
        after.addFlashAttribute(
                "done", sentences.getMessage("catalogue.saved", new Object[] {typed.nameEn()}, language));
        return to(kind);
    }

    /** What people wrote is the same as something that is in the catalogue. */
    @PostMapping("/{kind}/said")
    String map(
            @PathVariable CatalogueKind kind,
            @RequestParam String said,
            @RequestParam(defaultValue = "") String meant,
            Locale language,
            RedirectAttributes after) {
        try {
            catalogue.map(kind, said, meant);
            after.addFlashAttribute("done", sentences.getMessage("catalogue.mapped", new Object[] {meant}, language));
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", sentences(refusal, language));
        }
        return to(kind);
    }

    @GetMapping("/{kind}.csv")
    void export(@PathVariable CatalogueKind kind, HttpServletResponse response) throws IOException {
        response.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8).toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + kind.name().toLowerCase(Locale.ROOT) + "s.csv\"");
        try (Writer out = response.getWriter()) {
            catalogue.write(kind, out);
        }
    }

    @PostMapping("/{kind}/file")
    String check(
            @PathVariable CatalogueKind kind,
            @RequestParam MultipartFile file,
            Principal signedIn,
            Locale language,
            RedirectAttributes after)
            throws IOException {
        try {
            if (file.isEmpty()) {
                throw Refusal.of("file", "refusal.file.missing");
            }
            String name = file.getOriginalFilename();
            long id = catalogue.check(
                    kind, name == null || name.isBlank() ? "–" : name, file.getBytes(), signedIn.getName());
            return "redirect:/admin/catalogue/file/" + id;
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", sentences(refusal, language));
            return to(kind);
        }
    }

    @GetMapping("/file/{id}")
    String preview(@PathVariable long id, Locale language, Model model) {
        ManageCatalogue.Preview preview =
                catalogue.preview(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("preview", preview);
        model.addAttribute(
                "added",
                preview.changes().stream()
                        .filter(change -> change.before() == null)
                        .count());
        model.addAttribute(
                "changed",
                preview.changes().stream()
                        .filter(change -> change.before() != null)
                        .count());
        model.addAttribute(
                "problems",
                preview.problems().stream()
                        .limit(CHANGES)
                        .map(problem -> new Faulty(
                                Objects.requireNonNullElse(problem.row(), 0), problem.sentence(sentences, language)))
                        .toList());
        model.addAttribute("changes", preview.changes().stream().limit(CHANGES).toList());
        return "matching/web/catalogue-file";
    }

    /** A faulty line, and why. */
    record Faulty(int line, String why) {}

    @PostMapping("/file/{id}")
    String apply(@PathVariable long id, Locale language, RedirectAttributes after) {
        CatalogueKind kind =
                catalogue.preview(id).map(ManageCatalogue.Preview::kind).orElse(CatalogueKind.OCCUPATION);
        try {
            int changed = catalogue.apply(id);
            after.addFlashAttribute(
                    "done", sentences.getMessage("catalogue.applied", new Object[] {changed}, language));
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", sentences(refusal, language));
        }
        return to(kind);
    }

    @PostMapping("/esco")
    String esco(@RequestParam MultipartFile[] files, Locale language, RedirectAttributes after) {
        try {
            EscoReport report = importEsco.from(Arrays.stream(files)
                    .map(file -> new ImportEsco.Content(
                            Objects.requireNonNullElse(file.getOriginalFilename(), ""), file::getInputStream))
                    .toList());
            after.addFlashAttribute("esco", report);
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", sentences(refusal, language));
        }
        return to(CatalogueKind.OCCUPATION);
    }

    private String form(
            CatalogueKind kind, @Nullable String existing, EntryForm typed, Map<String, String> wrong, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("existing", existing);
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return "matching/web/catalogue-entry";
    }

    /** The name in English, in letters that a key may have. */
    private static String keyOf(EntryForm typed) {
        String wished = typed.key() == null || typed.key().isBlank() ? typed.nameEn() : typed.key();
        String plain = java.text.Normalizer.normalize(
                        Objects.requireNonNullElse(wished, ""), java.text.Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() <= 60 ? plain : plain.substring(0, 60);
    }

    private Map<String, String> problems(Refusal refusal, Locale language) {
        return refusal.problems().stream()
                .collect(Collectors.toMap(
                        Problem::field, problem -> problem.sentence(sentences, language), (one, other) -> one));
    }

    private List<String> sentences(Refusal refusal, Locale language) {
        return refusal.problems().stream()
                .map(problem -> problem.sentenceOfRow(sentences, language))
                .toList();
    }

    private static String to(CatalogueKind kind) {
        return "redirect:/admin/catalogue?kind=" + kind;
    }
}
