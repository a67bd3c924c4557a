package nl.ruggespraak.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ruggespraak.account.PasswordLink;
import nl.ruggespraak.account.PasswordLinks;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The page behind an invitation, or a forgotten password's link. Opening it changes nothing; it speaks the language of the person whose link it is. */
@Controller
@RequestMapping("/" + PasswordLinks.PATH + "/{token}")
class ChoosePassword {

    private final PasswordLinks links;
    private final People people;
    private final MessageSource sentences;

    ChoosePassword(PasswordLinks links, People people, MessageSource sentences) {
        this.links = links;
        this.people = people;
        this.sentences = sentences;
    }

    @ModelAttribute
    void speakTheirLanguage(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        LocaleResolver languages = Objects.requireNonNull(RequestContextUtils.getLocaleResolver(request));
        links.open(token)
                .ifPresent(link -> languages.setLocale(
                        request, response, people.get(link.person()).language()));
    }

    @GetMapping
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        return page(token, Map.of(), response, model);
    }

    @PostMapping
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            links.choose(token, password, again);
            return "redirect:/sign-in?chosen";
        } catch (Refusal refusal) {
            Locale language = RequestContextUtils.getLocale(request);
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.problems()
                    .forEach(problem -> wrong.putIfAbsent(problem.field(), problem.sentence(sentences, language)));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(token, wrong, response, model);
        }
    }

    /** Whatever else is asked below a link: told here, so that no other part of the program sees, and logs, a token. */
    @RequestMapping("/**")
    String elsewhere(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "account/web/link-ended";
    }

    private String page(String token, Map<String, String> wrong, HttpServletResponse response, Model model) {
        Optional<PasswordLink> found = links.open(token);
        if (found.isEmpty() || !found.get().works()) {
            response.setStatus(found.isEmpty() ? HttpStatus.NOT_FOUND.value() : HttpStatus.GONE.value());
            return "account/web/link-ended";
        }
        Person person = people.get(found.get().person());
        model.addAttribute("person", person);
        model.addAttribute(
                "byAddress", !people.withOwnAddress(List.of(person.key())).isEmpty());
        model.addAttribute("wrong", wrong);
        return "account/web/choose-password";
    }
}
