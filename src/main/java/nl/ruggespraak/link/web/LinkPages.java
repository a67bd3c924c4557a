package nl.ruggespraak.link.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ruggespraak.link.LinkedForm;
import nl.ruggespraak.link.PersonalLink;
import nl.ruggespraak.link.PersonalLinks;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.Standing;
import nl.ruggespraak.link.Typed;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.springframework.context.MessageSource;
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
 * The pages behind the links. Opening one changes nothing. Every button sends everything that was typed, which is kept before anything
 * else is done with it.
 */
@Controller
@RequestMapping("/{path:[arl]}/{token}")
class LinkPages {

    private final PersonalLinks links;
    private final Map<Purpose, LinkedForm> forms;
    private final About about;
    private final MessageSource messages;

    LinkPages(PersonalLinks links, List<LinkedForm> forms, About about, MessageSource messages) {
        this.links = links;
        this.forms = new EnumMap<>(Purpose.class);
        forms.forEach(form -> this.forms.put(form.purpose(), form));
        this.about = about;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @PathVariable String path,
            @PathVariable String token,
            @RequestParam Map<String, String> query,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Optional<PersonalLink> found = open(path, token);
        if (found.isEmpty()) {
            return unknown(response);
        }
        PersonalLink link = found.get();
        if (!takesTyping(link)) {
            return closed(link, language, model, response);
        }
        LinkedForm form = form(link);
        Typed typed = links.draft(link).map(draft -> form.reopen(draft, query)).orElseGet(() -> form.begin(query));
        model.addAttribute("kept", query.containsKey("kept"));
        return page(link, form, typed, List.of(), language, model);
    }

    @PostMapping
    String act(
            @PathVariable String path,
            @PathVariable String token,
            Locale language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<PersonalLink> found = open(path, token);
        if (found.isEmpty()) {
            return unknown(response);
        }
        PersonalLink link = found.get();
        if ("revoke".equals(request.getParameter("do"))) {
            links.revoke(link);
            return backTo(path, token, "");
        }
        if (!takesTyping(link)) {
            return late(link, language, model, response);
        }
        LinkedForm form = form(link);
        Sent sent = Sent.read(form, request);
        return switch (sent.button()) {
            case "send" -> send(link, form, sent.typed(), token, language, model, response);
            case "add" -> keep(link, form, sent.withAnotherRow(), token, "", language, model, response);
            case "remove" -> keep(link, form, sent.withoutRow(), token, "", language, model, response);
            default -> keep(link, form, sent.typed(), token, "?kept", language, model, response);
        };
    }

    /** What the page's script sends from time to time. */
    @PostMapping(params = "do=autosave")
    ResponseEntity<Void> autosave(@PathVariable String path, @PathVariable String token, HttpServletRequest request) {
        Optional<PersonalLink> found = open(path, token).filter(LinkPages::takesTyping);
        if (found.isEmpty()) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        Typed typed = Sent.read(form(found.get()), request).typed();
        return links.keep(found.get(), typed)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.unprocessableEntity().build();
    }

    /** What the page's script offers while somebody types. */
    @GetMapping("/offered/{field}")
    ResponseEntity<List<String>> offered(
            @PathVariable String path,
            @PathVariable String token,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String words,
            Locale language) {
        return open(path, token)
                .filter(LinkPages::takesTyping)
                .map(link -> ResponseEntity.ok(form(link).offered(field, words, language)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Whatever else is asked below a link: told here, so that no other part of the program sees, and logs, a token. */
    @RequestMapping("/**")
    String elsewhere(HttpServletResponse response) {
        return unknown(response);
    }

    private String send(
            PersonalLink link,
            LinkedForm form,
            Typed typed,
            String token,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Typed written = typed.withoutEmptyRows();
        boolean kept = links.keep(link, written);
        try {
            if (links.answer(link, form.answer(written))) {
                return backTo(link.purpose().path(), token, "?thanks");
            }
            return refused(link, form, written, List.of(notNow(link, kept)), token, language, model, response);
        } catch (Refusal refusal) {
            return refused(link, form, written, refusal.problems(), token, language, model, response);
        }
    }

    /** Who was answered twice at once is told of the first answer, and of nothing that is wrong. */
    private String refused(
            PersonalLink link,
            LinkedForm form,
            Typed typed,
            List<Problem> problems,
            String token,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Optional<PersonalLink> now = links.open(link.purpose(), token);
        if (now.isPresent() && !takesTyping(now.get())) {
            return late(now.get(), language, model, response);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Typed shown = typed.rows().isEmpty() ? new Typed(typed.fields(), List.of(Map.of())) : typed;
        return page(link, form, shown, problems, language, model);
    }

    private String keep(
            PersonalLink link,
            LinkedForm form,
            Typed typed,
            String token,
            String query,
            Locale language,
            Model model,
            HttpServletResponse response) {
        if (!links.keep(link, typed)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(link, form, typed, List.of(Problem.of("", "refusal.link.tooMuch")), language, model);
        }
        int rows = typed.rows().size();
        boolean another = query.isEmpty() && form.list() != null;
        return backTo(link.purpose().path(), token, another ? "#" + form.list() + "-" + rows : query + "#sending");
    }

    private String page(
            PersonalLink link, LinkedForm form, Typed typed, List<Problem> problems, Locale language, Model model) {
        model.addAttribute("link", link);
        model.addAttribute("about", about.of(link, language));
        model.addAttribute("form", new FilledForm(form, typed, problems, messages, language));
        model.addAttribute("waits", link.standing() == Standing.LATER);
        model.addAllAttributes(form.content(link, language));
        return form.template();
    }

    private String closed(PersonalLink link, Locale language, Model model, HttpServletResponse response) {
        if (link.standing() == Standing.EXPIRED || link.standing() == Standing.REVOKED) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("link", link);
        model.addAttribute("about", about.of(link, language));
        return "link/web/closed";
    }

    /** Something was sent after the purpose had ended: it is told how that ended, and what was sent is not kept. */
    private String late(PersonalLink link, Locale language, Model model, HttpServletResponse response) {
        if (link.standing() != Standing.EXPIRED && link.standing() != Standing.REVOKED) {
            links.forgetDraft(link);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return closed(link, language, model, response);
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "link/web/unknown";
    }

    /** Before the meeting leads can be noted already, though not sent. */
    private static boolean takesTyping(PersonalLink link) {
        return link.standing() == Standing.OPEN
                || link.standing() == Standing.LATER && link.purpose() == Purpose.RECORD_LEADS;
    }

    private static Problem notNow(PersonalLink link, boolean kept) {
        return Problem.of("", kept ? "refusal.link.notNow" : "refusal.link.tooMuch", link.purpose());
    }

    private Optional<PersonalLink> open(String path, String token) {
        return Purpose.at(path).flatMap(purpose -> links.open(purpose, token));
    }

    private LinkedForm form(PersonalLink link) {
        return Objects.requireNonNull(forms.get(link.purpose()));
    }

    /** A see-other, so that going back or loading again sends nothing twice. */
    private static String backTo(String path, String token, String rest) {
        return "redirect:/" + path + "/" + token + rest;
    }
}
