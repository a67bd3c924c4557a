package nl.ruggespraak.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.privacy.ErasePerson;
import nl.ruggespraak.privacy.Trace;
import nl.ruggespraak.shared.LongWork;
import nl.ruggespraak.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Erases a person in two steps: see where the person is found, then confirm. A name is never part of an address, so that none is logged. */
@Controller
@RequestMapping("/admin/erase")
@LongWork
class ErasePages {

    private final ErasePerson erasePerson;
    private final People people;
    private final MessageSource messages;

    ErasePages(ErasePerson erasePerson, People people, MessageSource messages) {
        this.erasePerson = erasePerson;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping
    String choose() {
        return "privacy/web/choose";
    }

    @PostMapping("/candidate/look")
    String lookForCandidate(
            @RequestParam(defaultValue = "") String candidate,
            Locale language,
            Model model,
            HttpServletResponse response) {
        try {
            return found("candidate", candidate, candidate.strip(), erasePerson.tracesOfCandidate(candidate), model);
        } catch (Refusal refusal) {
            return refused(refusal, candidate, "", language, model, response);
        }
    }

    @PostMapping("/colleague/look")
    String lookForColleague(
            @RequestParam(defaultValue = "") String colleague,
            Locale language,
            Model model,
            HttpServletResponse response) {
        String key = colleague.strip();
        try {
            Person person = people.find(key).orElseThrow(() -> Refusal.of("colleague", "refusal.erase.unknown"));
            return found("colleague", key, person.name(), erasePerson.tracesOfColleague(key), model);
        } catch (Refusal refusal) {
            return refused(refusal, "", colleague, language, model, response);
        }
    }

    @PostMapping("/candidate")
    String eraseCandidate(
            @RequestParam(defaultValue = "") String who, Locale language, Model model, HttpServletResponse response) {
        try {
            erasePerson.eraseCandidate(who);
        } catch (Refusal refusal) {
            return refused(refusal, who, "", language, model, response);
        }
        return "redirect:/admin/erase?erased";
    }

    @PostMapping("/colleague")
    String eraseColleague(
            @RequestParam(defaultValue = "") String who,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response) {
        try {
            erasePerson.eraseColleague(who, signedIn.getName());
        } catch (Refusal refusal) {
            return refused(refusal, "", who, language, model, response);
        }
        return "redirect:/admin/erase?erased";
    }

    private static String found(String kind, String who, String name, List<Trace> traces, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("who", who);
        model.addAttribute("name", name);
        model.addAttribute("traces", traces);
        return "privacy/web/found";
    }

    private String refused(
            Refusal refusal,
            String candidate,
            String colleague,
            Locale language,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute(
                "refused",
                refusal.problems().stream()
                        .map(problem -> messages.getMessage(
                                problem.message(), problem.arguments().toArray(), language))
                        .toList());
        model.addAttribute("typedCandidate", candidate);
        model.addAttribute("typedColleague", colleague);
        return "privacy/web/choose";
    }
}
