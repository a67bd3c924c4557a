package nl.ruggespraak.setup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import nl.ruggespraak.setup.BrowserAddress;
import nl.ruggespraak.setup.Setup;
import nl.ruggespraak.setup.SetupLine;
import nl.ruggespraak.setup.SetupStep.Visit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows an administrator what is there and what is missing until the first meeting can be planned. */
@Controller
class SetupPage {

    private final Setup setup;
    private final MessageSource messages;

    SetupPage(Setup setup, MessageSource messages) {
        this.setup = setup;
        this.messages = messages;
    }

    @GetMapping("/setup")
    String show(Principal signedIn, HttpServletRequest request, Locale language, Model model) {
        List<SetupLine> lines = setup.look(new Visit(signedIn.getName(), BrowserAddress.of(request)));
        model.addAttribute(
                "lines",
                lines.stream()
                        .map(line -> new Line(
                                line,
                                messages.getMessage(
                                        line.sentence(), line.arguments().toArray(), language)))
                        .toList());
        model.addAttribute(
                "missing",
                lines.stream()
                        .filter(line -> line.state() == SetupLine.State.MISSING)
                        .count());
        return "setup/web/list";
    }

    /** A line, its sentence in the reader's language. */
    record Line(SetupLine line, String sentence) {}
}
