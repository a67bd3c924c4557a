package nl.ruggespraak.account.web;

import nl.ruggespraak.account.ForgottenPassword;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for a link to choose another password. It says the same to everybody, whoever is known here. */
@Controller
@RequestMapping("/forgot-password")
class ForgottenPasswordPage {

    private final ForgottenPassword forgottenPassword;

    ForgottenPasswordPage(ForgottenPassword forgottenPassword) {
        this.forgottenPassword = forgottenPassword;
    }

    @GetMapping
    String show() {
        return "account/web/forgot-password";
    }

    @PostMapping
    String ask(@RequestParam(defaultValue = "") String username) {
        forgottenPassword.ask(username);
        return "redirect:/forgot-password?asked";
    }
}
