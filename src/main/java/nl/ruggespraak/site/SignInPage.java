package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.ruggespraak.site.RefusedElsewhere.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPage {

    private final List<ClientRegistration> registrations;

    SignInPage(ObjectProvider<ClientRegistrationRepository> registrations) {
        this.registrations = registrations.getIfAvailable() instanceof Iterable<?> all
                ? StreamSupport.stream(all.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .toList()
                : List.of();
    }

    /** Spring Security takes what is filled in. */
    @GetMapping("/sign-in")
    String show(
            @Nullable Principal signedIn,
            @RequestParam(required = false) @Nullable String elsewhere,
            HttpServletRequest request,
            Model model) {
        String next = ProviderSignOut.next(request);
        if (next != null) {
            return "redirect:" + next;
        }
        model.addAttribute("registrations", registrations);
        model.addAttribute(
                "reason",
                Arrays.stream(Reason.values())
                        .filter(reason -> reason.name().equals(elsewhere))
                        .findFirst()
                        .orElse(null));
        return signedIn == null ? "site/sign-in" : "redirect:/";
    }
}
