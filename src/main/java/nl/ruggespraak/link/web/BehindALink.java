package nl.ruggespraak.link.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import nl.ruggespraak.link.PersonalLinks;
import nl.ruggespraak.link.Purpose;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What all pages behind personal links have in common. */
@ControllerAdvice(assignableTypes = {LinkPages.class, ReminderPages.class})
class BehindALink {

    private final PersonalLinks links;
    private final About about;

    BehindALink(PersonalLinks links, About about) {
        this.links = links;
        this.about = about;
    }

    /** Nobody lists these pages, and nobody keeps them. */
    @ModelAttribute
    void keepSecret(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    /** Whoever opens a link reads it in the language of the person whose link it is. */
    @ModelAttribute
    void speakTheirLanguage(
            @PathVariable String path,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        LocaleResolver languages = Objects.requireNonNull(RequestContextUtils.getLocaleResolver(request));
        Purpose.at(path)
                .flatMap(purpose -> links.open(purpose, token))
                .ifPresent(link -> languages.setLocale(request, response, about.language(link)));
    }
}
