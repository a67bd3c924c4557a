package nl.ruggespraak.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import nl.ruggespraak.account.InvitePeople;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets an administrator invite people to choose a password: one, those of an organisation, or everybody who has none. */
@Controller
@RequestMapping("/admin/invitations")
class Invitations {

    private final InvitePeople invitePeople;
    private final People people;
    private final MessageSource sentences;

    Invitations(InvitePeople invitePeople, People people, MessageSource sentences) {
        this.invitePeople = invitePeople;
        this.people = people;
        this.sentences = sentences;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String invited, HttpServletResponse response, Model model) {
        InvitePeople.Standing standing = invitePeople.standing();
        boolean underWay =
                standing.newest().filter(round -> round.finishedAt() == null).isPresent();
        if (underWay) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("standing", standing);
        model.addAttribute("round", standing.newest().orElse(null));
        model.addAttribute("underWay", underWay);
        model.addAttribute("organisations", people.organisations());
        model.addAttribute(
                "invited",
                invited == null ? null : people.find(invited).map(Person::name).orElse(null));
        return "account/web/invitations";
    }

    /** Everybody without a password, or of one organisation. */
    @PostMapping
    String invite(
            @RequestParam(defaultValue = "") String organisation,
            Principal signedIn,
            Locale language,
            HttpServletResponse response,
            Model model) {
        try {
            invitePeople.inviteAll(organisation.isBlank() ? null : organisation, signedIn.getName());
            return "redirect:/admin/invitations?round";
        } catch (Refusal refusal) {
            return refused(refusal, language, response, model);
        }
    }

    @PostMapping(params = "person")
    String inviteOne(@RequestParam String person, Locale language, HttpServletResponse response, Model model) {
        try {
            String key = person.strip();
            invitePeople.invite(key);
            return "redirect:/admin/invitations?invited=" + key;
        } catch (Refusal refusal) {
            model.addAttribute("typed", person);
            return refused(refusal, language, response, model);
        }
    }

    private String refused(Refusal refusal, Locale language, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        List<String> said = refusal.problems().stream()
                .map(problem -> problem.sentence(sentences, language))
                .toList();
        model.addAttribute("refused", said);
        return show(null, response, model);
    }
}
