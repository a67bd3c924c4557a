package nl.ruggespraak.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditEntries;
import nl.ruggespraak.audit.AuditEntry;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.audit.ExportAudit;
import nl.ruggespraak.shared.LongWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows who did what when. */
@Controller
@RequestMapping("/audit")
class AuditPage {

    private static final int PAGE = 50;
    private static final int MOST_NAMESAKES = 10;

    private final AuditEntries entries;
    private final ExportAudit export;
    private final Clock clock;
    private final ZoneId zone;

    AuditPage(
            AuditEntries entries,
            ExportAudit export,
            Clock clock,
            @Value("${ruggespraak.zone:Europe/Amsterdam}") ZoneId zone) {
        this.entries = entries;
        this.export = export;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    String list(
            @ModelAttribute("typed") Sought typed,
            @RequestParam(required = false) @Nullable Long olderThan,
            Locale language,
            Model model) {
        Map<String, String> people = called(typed.person());
        Optional<String> person = meant(typed, people);
        Sought sought = person.map(typed::withPerson).orElse(typed);
        List<AuditEntry> found = entries.newest(sought.by(zone), olderThan, PAGE + 1);
        DateTimeFormatter inWords =
                DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", language).withZone(zone);
        model.addAttribute("sought", sought);
        model.addAttribute("namesakes", person.isPresent() ? Map.of() : people);
        model.addAttribute("organisations", entries.organisations());
        model.addAttribute("actions", Action.values());
        model.addAttribute("system", AuditTrail.SYSTEM);
        model.addAttribute(
                "lines",
                found.stream()
                        .limit(PAGE)
                        .map(entry -> new Line(entry, inWords.format(entry.at()), sought))
                        .toList());
        model.addAttribute("csv", sought.address("/audit/audit.csv"));
        model.addAttribute("newest", olderThan == null ? null : sought.address("/audit"));
        model.addAttribute("older", found.size() > PAGE ? older(sought, found.get(PAGE - 1)) : null);
        return "audit/web/list";
    }

    /** The same as a file. */
    @GetMapping("/audit.csv")
    @LongWork
    void csv(@ModelAttribute("typed") Sought typed, HttpServletResponse response) throws IOException {
        Sought sought =
                meant(typed, called(typed.person())).map(typed::withPerson).orElse(typed);
        Instant now = clock.instant();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"audit-%s.csv\"".formatted(LocalDate.ofInstant(now, zone)));
        AuditCsv csv = new AuditCsv(response.getWriter(), zone);
        export.export(sought.by(zone), List.copyOf(sought.fields().keySet()), csv::write);
        csv.finish();
    }

    private Map<String, String> called(@Nullable String person) {
        return person == null || person.equals(AuditTrail.SYSTEM)
                ? Map.of()
                : entries.peopleCalled(person, MOST_NAMESAKES);
    }

    /** Who has this key, or is the only one called so, is meant. */
    private static Optional<String> meant(Sought typed, Map<String, String> people) {
        return people.keySet().stream()
                .filter(key -> people.size() == 1 || key.equalsIgnoreCase(typed.person()))
                .findFirst();
    }

    private static String older(Sought sought, AuditEntry last) {
        String here = sought.address("/audit");
        return here + (here.contains("?") ? "&" : "?") + "olderThan=" + last.id();
    }

    /**
     * A line of the list.
     *
     * @param at its moment in words
     */
    record Line(AuditEntry entry, String at, Sought sought) {

        public String ofActor() {
            return sought.withPerson(entry.actor()).address("/audit");
        }

        public String ofSubject() {
            return sought.withSubject(entry.subject()).address("/audit");
        }
    }
}
