package nl.ruggespraak.mail.web;

import java.security.Principal;
import java.util.Locale;
import nl.ruggespraak.mail.SendTestMail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends the administrator who presses it a mail, and says what the mail server answered. */
@Controller
class TestMailButton {

    private final SendTestMail sendTestMail;

    TestMailButton(SendTestMail sendTestMail) {
        this.sendTestMail = sendTestMail;
    }

    @PostMapping("/setup/mail")
    String send(Principal signedIn, Locale language, RedirectAttributes answer) {
        SendTestMail.Result result = sendTestMail.send(signedIn.getName(), language);
        answer.addFlashAttribute("mailTest", result.sentence());
        answer.addFlashAttribute("mailSent", result.sent());
        return "redirect:/setup";
    }
}
