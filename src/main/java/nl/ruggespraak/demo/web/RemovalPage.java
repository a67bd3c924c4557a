package nl.ruggespraak.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import nl.ruggespraak.demo.RemoveDemo;
import nl.ruggespraak.demo.RemoveDemo.Self;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.site.OwnSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets an administrator remove the demo. */
@Controller
@RequestMapping("/setup/demo")
class RemovalPage {

    private final Demo demo;
    private final RemoveDemo removeDemo;
    private final MessageSource messages;

    RemovalPage(Demo demo, RemoveDemo removeDemo, MessageSource messages) {
        this.demo = demo;
        this.removeDemo = removeDemo;
        this.messages = messages;
    }

    @GetMapping
    String show(Principal signedIn, Model model) {
        if (!demo.isThere()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("ofDemo", removeDemo.isOfDemo(signedIn.getName()));
        model.addAttribute("key", signedIn.getName());
        return "demo/web/removal";
    }

    @PostMapping
    String remove(
            @RequestParam(required = false) @Nullable String sure,
            @RequestParam(defaultValue = "") String firstName,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Principal signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            RedirectAttributes answer,
            Model model) {
        try {
            removeDemo.remove(signedIn.getName(), sure != null, new Self(firstName, lastName, email, password, again));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute(
                    "refused",
                    refusal.problems().stream()
                            .map(problem -> problem.sentence(messages, language))
                            .toList());
            model.addAttribute("firstName", firstName);
            model.addAttribute("lastName", lastName);
            model.addAttribute("email", email);
            return show(signedIn, model);
        }
        OwnSession.goOnWithNewPassword(request);
        answer.addFlashAttribute("removed", true);
        return "redirect:/setup";
    }
}
