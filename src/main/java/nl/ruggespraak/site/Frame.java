package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import nl.ruggespraak.database.NoAnswer;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows: who is signed in. */
@ControllerAdvice
class Frame {

    private final People people;

    Frame(People people) {
        this.people = people;
    }

    @ModelAttribute("signedIn")
    @Nullable
    String signedIn(@Nullable Principal principal, HttpServletRequest request) {
        if (principal == null) {
            return null;
        }
        if (NoAnswer.isNoted(request)) {
            return principal.getName();
        }
        return people.find(principal.getName()).map(Person::name).orElse(principal.getName());
    }
}
