package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Collections;
import java.util.Locale;
import nl.ruggespraak.database.NoAnswer;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: that of the person who has signed in; on a page that belongs to a person, whom its controller
 * names by {@link #setLocale}, that of this person; else the first of the browser's that we speak; else English.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PageLanguage implements LocaleResolver {

    private static final String CHOSEN = PageLanguage.class.getName();

    private final People people;

    PageLanguage(People people) {
        this.people = people;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
            return chosen;
        }
        Principal signedIn = request.getUserPrincipal();
        Locale language = signedIn == null || NoAnswer.isNoted(request)
                ? ofBrowser(request)
                : people.find(signedIn.getName()).map(Person::language).orElseGet(() -> ofBrowser(request));
        if (signedIn != null) {
            request.setAttribute(CHOSEN, language);
        }
        return language;
    }

    /** For the rest of this request. */
    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        request.setAttribute(CHOSEN, language);
    }

    static Locale ofBrowser(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Languages.ENGLISH
                : Languages.firstSpoken(Collections.list(request.getLocales()));
    }
}
