package nl.ruggespraak.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.ruggespraak.people.ExportPeople;
import nl.ruggespraak.people.ImportPeople;
import nl.ruggespraak.people.ImportPreview;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.PeopleImport;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.LongWork;
import nl.ruggespraak.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Takes people in from a file, for administrators: send it in, see what it would change, apply it. And writes such a file. */
@Controller
@RequestMapping("/admin/import")
@LongWork
class PeopleFiles {

    /** As many lines as somebody would read; the counts tell the rest. */
    private static final int SHOWN = 100;

    /** What the fields that may change are called. */
    private static final Map<String, String> FIELDS = Map.of(
            "first name", "import.field.first-name",
            "last name", "import.field.last-name",
            "email", "import.field.email",
            "phone", "import.field.phone",
            "language", "import.field.language",
            "deputy", "import.field.deputy",
            "active", "import.field.active");

    private final ImportPeople importPeople;
    private final ExportPeople exportPeople;
    private final People people;
    private final MessageSource sentences;
    private final DataSize most;

    PeopleFiles(
            ImportPeople importPeople,
            ExportPeople exportPeople,
            People people,
            MessageSource sentences,
            @Value("${ruggespraak.limits.file}") DataSize most) {
        this.people = people;
        this.importPeople = importPeople;
        this.exportPeople = exportPeople;
        this.sentences = sentences;
        this.most = most;
    }

    /** How many megabytes a file may have. */
    @ModelAttribute("most")
    long most() {
        return most.toMegabytes();
    }

    /** What may stand in the column of roles. */
    @ModelAttribute("roles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping
    String choose() {
        return "people/web/import";
    }

    @PostMapping
    String check(
            @RequestParam MultipartFile file,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file.isEmpty()) {
            return refuse(Refusal.of("file", "refusal.file.missing"), language, model, response);
        }
        try {
            String name = file.getOriginalFilename();
            long id = importPeople.check(
                    name == null || name.isBlank() ? "–" : name, file.getBytes(), signedIn.getName());
            return "redirect:/admin/import/" + id;
        } catch (Refusal refusal) {
            return refuse(refusal, language, model, response);
        }
    }

    private String refuse(Refusal refusal, Locale language, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("refused", sentences(refusal, language));
        return "people/web/import";
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int from,
            Locale language,
            Model model,
            HttpServletResponse response) {
        PeopleImport sentIn =
                importPeople.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("sentIn", sentIn);
        if (sentIn.status() == PeopleImport.Status.CHECKED) {
            ImportPreview preview = importPeople.preview(id);
            model.addAttribute("preview", preview);
            model.addAttribute("changes", importPeople.changes(id, SHOWN));
            model.addAttribute("nobodys", preview.problems() > 0 ? List.of() : nobodys(id, language));
            int first = Math.max(0, from);
            List<Faulty> problems = problems(id, first, language);
            model.addAttribute("problems", problems.stream().limit(SHOWN).toList());
            model.addAttribute("earlier", first == 0 ? null : Math.max(0, first - SHOWN));
            model.addAttribute("later", problems.size() > SHOWN ? first + SHOWN : null);
            model.addAttribute("shown", SHOWN);
            model.addAttribute("fields", FIELDS);
            model.addAttribute("leftOut", importPeople.leftOut(id));
            model.addAttribute("sharedAddresses", importPeople.sharedAddresses(id, SHOWN));
            return "people/web/import-checked";
        }
        if (sentIn.status() == PeopleImport.Status.APPLYING) {
            response.setHeader("Refresh", "1");
        }
        return "people/web/import-progress";
    }

    @PostMapping("/{id}")
    String apply(@PathVariable long id, Locale language, Model model, HttpServletResponse response) {
        try {
            importPeople.apply(id);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", sentences(refusal, language));
            return show(id, 0, language, model, response);
        }
        return "redirect:/admin/import/" + id;
    }

    @GetMapping("/people.csv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8).toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"people.csv\"");
        try (Writer out = response.getWriter()) {
            exportPeople.write(out);
        }
    }

    private List<Faulty> problems(long id, int from, Locale language) {
        return importPeople.problems(id, from, SHOWN + 1).stream()
                .map(problem -> new Faulty(
                        problem.line(),
                        sentences.getMessage(
                                problem.message(), problem.arguments().toArray(), language)))
                .toList();
    }

    /** What would wait for nobody, by name. */
    private List<String> nobodys(long id, Locale language) {
        return importPeople.ofNobody(id).stream()
                .map(duty -> sentences.getMessage(
                        "import.nobody.item",
                        new Object[] {
                            duty.title(),
                            duty.organisation() == null
                                    ? sentences.getMessage("meetings.nobody.ofTheNetwork", null, language)
                                    : people.organisation(duty.organisation()).name(),
                            sentences.getMessage(
                                    "notice.duty." + duty.kind(),
                                    new Object[] {people.get(duty.person()).name()},
                                    language)
                        },
                        language))
                .toList();
    }

    private List<String> sentences(Refusal refusal, Locale language) {
        return refusal.problems().stream()
                .map(problem -> problem.sentence(sentences, language))
                .toList();
    }

    /** A faulty line, and why. */
    record Faulty(int line, String why) {}
}
