package nl.ruggespraak.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ruggespraak.account.PasswordLinks;
import nl.ruggespraak.people.ChangeOwnAccount;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.OwnAccount;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Languages;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.site.OwnSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What somebody chooses alone: password, language, absence, reminders. The rest an administrator changes. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private final ChangeOwnAccount changeOwnAccount;
    private final PasswordLinks links;
    private final People people;
    private final MessageSource sentences;

    AccountPage(ChangeOwnAccount changeOwnAccount, PasswordLinks links, People people, MessageSource sentences) {
        this.changeOwnAccount = changeOwnAccount;
        this.links = links;
        this.people = people;
        this.sentences = sentences;
    }

    @GetMapping
    String show(Principal signedIn, Model model) {
        Optional<OwnAccount> account = changeOwnAccount.of(signedIn.getName());
        return page(signedIn, account.map(AccountPage::typed).orElse(null), Map.of(), model);
    }

    @PostMapping
    String change(
            @RequestParam Map<String, String> sent,
            Principal signedIn,
            Locale language,
            HttpServletResponse response,
            Model model) {
        if (changeOwnAccount.of(signedIn.getName()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Typed typed = new Typed(
                sent.getOrDefault("language", ""),
                sent.getOrDefault("awayFrom", ""),
                sent.getOrDefault("awayUntil", ""),
                sent.containsKey("reminders"));
        try {
            changeOwnAccount.change(
                    signedIn.getName(),
                    new OwnAccount(
                            typed.language(),
                            day(typed.awayFrom(), "awayFrom", "refusal.awayFrom.notADay"),
                            day(typed.awayUntil(), "awayUntil", "refusal.awayUntil.notADay"),
                            typed.reminders()));
            return "redirect:/account?saved";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(signedIn, typed, refused(refusal, language), model);
        }
    }

    /** Who was vouched for by an identity provider has no password here. */
    @PostMapping("/password")
    String changePassword(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Principal signedIn,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!hasPassword(signedIn)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            links.change(signedIn.getName(), present, password, again);
            OwnSession.goOnWithNewPassword(request);
            return "redirect:/account?changed";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            Typed kept = changeOwnAccount
                    .of(signedIn.getName())
                    .map(AccountPage::typed)
                    .orElse(null);
            return page(signedIn, kept, refused(refusal, language), model);
        }
    }

    private String page(Principal signedIn, @Nullable Typed typed, Map<String, String> wrong, Model model) {
        Optional<Person> person = people.find(signedIn.getName());
        model.addAttribute("user", signedIn.getName());
        model.addAttribute("person", person.orElse(null));
        model.addAttribute(
                "organisation",
                person.map(Person::organisation)
                        .map(people::organisation)
                        .map(Organisation::name)
                        .orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("languages", Languages.SPOKEN);
        model.addAttribute("hasPassword", hasPassword(signedIn));
        model.addAttribute("wrong", wrong);
        return "account/web/account";
    }

    private static boolean hasPassword(Principal signedIn) {
        return signedIn instanceof UsernamePasswordAuthenticationToken;
    }

    private Map<String, String> refused(Refusal refusal, Locale language) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.problems()
                .forEach(problem -> wrong.putIfAbsent(problem.field(), problem.sentence(sentences, language)));
        return wrong;
    }

    private static Typed typed(OwnAccount account) {
        return new Typed(account.language(), text(account.awayFrom()), text(account.awayUntil()), account.reminders());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String typed, String field, String otherwise) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.of(field, otherwise);
        }
    }

    /** The form as it was filled in. */
    record Typed(String language, String awayFrom, String awayUntil, boolean reminders) {}
}
