package nl.ruggespraak.link.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ruggespraak.link.PersonalLink;
import nl.ruggespraak.link.PersonalLinks;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.Standing;
import nl.ruggespraak.link.StopReminders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Below the link of a reminder: no more reminders of this, please. Opening the page changes nothing. A mail program may stop them without
 * showing it, by RFC 8058; it follows no redirect.
 */
@Controller
@RequestMapping("/{path:[ar]}/{token}/reminders")
class ReminderPages {

    private static final int MOST_OTHERS = 100;

    private final PersonalLinks links;
    private final StopReminders stopReminders;
    private final About about;

    ReminderPages(PersonalLinks links, StopReminders stopReminders, About about) {
        this.links = links;
        this.stopReminders = stopReminders;
        this.about = about;
    }

    @GetMapping
    String show(
            @PathVariable String path,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String and,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Optional<PersonalLink> found = open(path, token);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "link/web/unknown";
        }
        PersonalLink link = found.get();
        model.addAttribute("link", link);
        model.addAttribute("about", about.of(link, language));
        if (link.standing() == Standing.REVOKED) {
            response.setStatus(HttpStatus.GONE.value());
            return "link/web/closed";
        }
        model.addAttribute("several", !others(and).isEmpty());
        model.addAttribute("stopped", stopReminders.stopped(link, others(and)));
        return "link/web/reminders";
    }

    /** One of the page's own buttons. */
    @PostMapping(params = "do")
    String press(
            @PathVariable String path,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String and,
            @RequestParam("do") String button,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Optional<PersonalLink> found = usable(path, token);
        if (found.isEmpty()) {
            return show(path, token, and, language, model, response);
        }
        switch (button) {
            case "stop" -> stopReminders.stop(found.get(), others(and));
            case "resume" -> stopReminders.resume(found.get(), others(and));
            default -> {}
        }
        String query = others(and).isEmpty() ? "" : "?and=" + String.join(".", others(and));
        return "redirect:/" + path + "/" + token + "/reminders" + query;
    }

    /** What a mail program sends, without asking any more. Not all send what RFC 8058 says: some send other words, or none. */
    @PostMapping
    ResponseEntity<Void> oneClick(
            @PathVariable String path, @PathVariable String token, @RequestParam(defaultValue = "") String and) {
        Optional<PersonalLink> found = usable(path, token);
        found.ifPresent(link -> stopReminders.stop(link, others(and)));
        return found.isPresent()
                ? ResponseEntity.ok().build()
                : ResponseEntity.notFound().build();
    }

    private Optional<PersonalLink> open(String path, String token) {
        return Purpose.at(path).flatMap(purpose -> links.open(purpose, token));
    }

    /** A link that has expired still stops reminders: whoever asks for that should not need another mail for it. */
    private Optional<PersonalLink> usable(String path, String token) {
        return open(path, token).filter(link -> link.standing() != Standing.REVOKED);
    }

    private static List<String> others(String and) {
        return Arrays.stream(and.split("\\.", -1))
                .filter(id -> id.matches("\\d{1,18}"))
                .limit(MOST_OTHERS)
                .toList();
    }
}
