package nl.ruggespraak.site;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    /** Spring Security takes what is filled in. */
    @GetMapping("/sign-in")
    String show(@Nullable Principal signedIn) {
        return signedIn == null ? "site/sign-in" : "redirect:/";
    }
}
