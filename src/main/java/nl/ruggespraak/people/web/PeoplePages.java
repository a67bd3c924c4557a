package nl.ruggespraak.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ruggespraak.people.AccountState;
import nl.ruggespraak.people.AccountStates;
import nl.ruggespraak.people.ChangePerson;
import nl.ruggespraak.people.FindPeople;
import nl.ruggespraak.people.Handover;
import nl.ruggespraak.people.LeaveNetwork;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.PeopleSearch;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.PersonEntry;
import nl.ruggespraak.people.PersonFound;
import nl.ruggespraak.people.PersonVersion;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.DateInWords;
import nl.ruggespraak.shared.Languages;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows an administrator who takes part, finds people, adds and changes one, ends that one takes part, and brings one back. */
@Controller
@RequestMapping("/admin/people")
class PeoplePages {

    private static final int SHOWN = 50;

    /** As many as a browser offers while somebody types. */
    private static final int OFFERED = 300;

    private static final String VERSION = "version";

    private final FindPeople findPeople;
    private final ChangePerson changePerson;
    private final People people;
    private final LeaveNetwork leaveNetwork;
    private final AccountStates accounts;
    private final Clock clock;
    private final MessageSource messages;

    PeoplePages(
            FindPeople findPeople,
            ChangePerson changePerson,
            People people,
            LeaveNetwork leaveNetwork,
            AccountStates accounts,
            Clock clock,
            MessageSource messages) {
        this.findPeople = findPeople;
        this.changePerson = changePerson;
        this.people = people;
        this.leaveNetwork = leaveNetwork;
        this.accounts = accounts;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "yes") String part,
            @RequestParam(defaultValue = "0") int from,
            Locale language,
            Model model) {
        PeopleSearch search = new PeopleSearch(
                words,
                roles().stream()
                        .filter(each -> each.name().equals(role))
                        .findAny()
                        .orElse(null),
                part.equals("yes") ? Boolean.TRUE : part.equals("no") ? Boolean.FALSE : null);
        int first = Math.max(0, from);
        List<PersonFound> found = findPeople.find(search, first, SHOWN + 1);
        model.addAttribute("words", words);
        model.addAttribute("role", role);
        model.addAttribute("part", part);
        model.addAttribute("roles", roles());
        model.addAttribute("count", findPeople.count(search));
        model.addAttribute("found", found.stream().limit(SHOWN).toList());
        model.addAttribute(
                "accounts",
                accounts(
                        found.stream()
                                .filter(PersonFound::active)
                                .map(PersonFound::key)
                                .toList(),
                        language));
        model.addAttribute("earlier", first == 0 ? null : Math.max(0, first - SHOWN));
        model.addAttribute("later", found.size() > SHOWN ? first + SHOWN : null);
        return "people/web/people";
    }

    @GetMapping("/new")
    String begin(@RequestParam(defaultValue = "") String organisation, Locale language, Model model) {
        PersonEntry nothing = new PersonEntry("", organisation, "", "", "", "", language.getLanguage(), "", List.of());
        return page(null, nothing, "", Map.of(), language, model);
    }

    @PostMapping
    String add(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "roles", required = false) @Nullable List<String> roles,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        PersonEntry entry =
                entry(typed.getOrDefault("person", ""), typed.getOrDefault("organisation", ""), typed, roles);
        try {
            Person added = changePerson.add(entry, signedIn.getName());
            after.addFlashAttribute("done", say("people.added", language, added.name()));
            return "redirect:/admin/people/" + added.key() + "?added";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(null, entry, "", sentences(refusal, language), language, model);
        }
    }

    @GetMapping("/{key}")
    String show(@PathVariable String key, Locale language, Model model) {
        Person person = person(key);
        return page(person, PersonEntry.of(person), PersonVersion.of(person), Map.of(), language, model);
    }

    /** Where somebody else has to take over what comes with a role, this is said first; nothing changes until the administrator is sure. */
    @PostMapping("/{key}")
    String change(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "roles", required = false) @Nullable List<String> roles,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Person person = person(key);
        PersonEntry entry = entry(key, PersonEntry.of(person).organisation(), typed, roles);
        String version = typed.getOrDefault(VERSION, "");
        try {
            List<Handover> handovers = changePerson.handedOnByChange(entry, version, signedIn.getName());
            if (!handovers.isEmpty() && !typed.containsKey("sure")) {
                model.addAttribute("person", person);
                model.addAttribute("typed", entry);
                model.addAttribute(VERSION, version);
                model.addAttribute("handovers", sentences(handovers, false, language));
                return "people/web/person-sure";
            }
            changePerson.change(entry, version, signedIn.getName());
            after.addFlashAttribute(
                    "done", say("people.saved", language, person(key).name()));
            after.addFlashAttribute("handovers", sentences(handovers, true, language));
            return "redirect:/admin/people/" + key;
        } catch (Refusal refusal) {
            return refused(person, entry, refusal, language, model, response);
        }
    }

    @GetMapping("/{key}/end")
    String askForEnd(@PathVariable String key, Principal signedIn, Locale language, Model model) {
        Person person = person(key);
        if (!person.active()) {
            return "redirect:/admin/people/" + key;
        }
        model.addAttribute("person", person);
        model.addAttribute(VERSION, PersonVersion.of(person));
        try {
            model.addAttribute(
                    "handovers", sentences(changePerson.handedOnByEnd(key, signedIn.getName()), false, language));
            model.addAttribute("refused", List.of());
        } catch (Refusal refusal) {
            model.addAttribute("handovers", List.of());
            model.addAttribute(
                    "refused", List.copyOf(sentences(refusal, language).values()));
        }
        return "people/web/person-end";
    }

    @PostMapping("/{key}/end")
    String end(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String version,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Person person = person(key);
        try {
            List<Handover> handovers = changePerson.handedOnByEnd(key, signedIn.getName());
            changePerson.end(key, version, signedIn.getName());
            after.addFlashAttribute("done", say("people.ended", language, person.name()));
            after.addFlashAttribute("handovers", sentences(handovers, true, language));
            return "redirect:/admin/people/" + key;
        } catch (Refusal refusal) {
            return refused(person, PersonEntry.of(person(key)), refusal, language, model, response);
        }
    }

    @PostMapping("/{key}/back")
    String bringBack(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String version,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Person person = person(key);
        try {
            changePerson.bringBack(key, version, signedIn.getName());
            after.addFlashAttribute("done", say("people.back", language, person.name()));
            return "redirect:/admin/people/" + key + "?added";
        } catch (Refusal refusal) {
            return refused(person, PersonEntry.of(person(key)), refusal, language, model, response);
        }
    }

    /** With what was typed, and as the person is now: who saves again has seen it. */
    private String refused(
            Person before,
            PersonEntry typed,
            Refusal refusal,
            Locale language,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        Person now = people.find(before.key()).orElse(before);
        Map<String, String> wrong = sentences(refusal, language);
        if (wrong.containsKey(VERSION)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("now", PersonEntry.of(now));
        }
        return page(now, typed, PersonVersion.of(now), wrong, language, model);
    }

    private String page(
            @Nullable Person person,
            PersonEntry typed,
            String version,
            Map<String, String> wrong,
            Locale language,
            Model model) {
        model.addAttribute("person", person);
        model.addAttribute("typed", typed);
        model.addAttribute(VERSION, version);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "roles", roles().stream().filter(role -> role != Role.CHAIR).toList());
        model.addAttribute("networks", people.networks());
        model.addAttribute("languages", Languages.SPOKEN);
        model.addAttribute(
                "organisations",
                leaveNetwork.members().stream()
                        .filter(member -> member.closedOn() == null)
                        .toList());
        if (person != null) {
            model.addAttribute(
                    "account", accounts(List.of(person.key()), language).get(person.key()));
            model.addAttribute("sharing", findPeople.sharing(person.key(), SHOWN));
            String organisation = person.organisation();
            model.addAttribute("organisation", organisation == null ? null : people.organisation(organisation));
            model.addAttribute(
                    "colleagues",
                    organisation == null
                            ? List.of()
                            : people.colleagues(organisation).stream()
                                    .filter(colleague -> !colleague.key().equals(person.key()))
                                    .limit(OFFERED)
                                    .toList());
        }
        return "people/web/person";
    }

    /** How far each of them is with the account, in words. */
    private Map<String, String> accounts(List<String> persons, Locale language) {
        return accounts.of(persons).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, state -> inWords(state.getValue(), language)));
    }

    private String inWords(AccountState state, Locale language) {
        if (state.lastSignIn() != null) {
            return say("people.account.came", language, day(state.lastSignIn(), language));
        }
        if (state.invitedAt() != null) {
            return say("people.account.invited", language, day(state.invitedAt(), language));
        }
        return say(state.hasPassword() ? "people.account.password" : "people.account.none", language);
    }

    private String day(Instant moment, Locale language) {
        return DateInWords.of(LocalDate.ofInstant(moment, clock.getZone()), language);
    }

    private Person person(String key) {
        return people.find(key)
                .filter(person -> person.active() || !person.email().isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Role> roles() {
        return List.of(Role.values());
    }

    private static PersonEntry entry(
            String person, String organisation, Map<String, String> typed, @Nullable List<String> roles) {
        return new PersonEntry(
                person,
                organisation,
                typed.getOrDefault("firstName", ""),
                typed.getOrDefault("lastName", ""),
                typed.getOrDefault("email", ""),
                typed.getOrDefault("phone", ""),
                typed.getOrDefault("language", ""),
                typed.getOrDefault("deputy", ""),
                roles == null ? List.of() : roles);
    }

    /** Who takes over what, in words. */
    private List<String> sentences(List<Handover> handovers, boolean done, Locale language) {
        return handovers.stream()
                .map(handover -> say(
                        handover.to() == null
                                ? "people.handover.nobody"
                                : done ? "people.handover.done" : "people.handover",
                        language,
                        handover.duty().title(),
                        say("people.duty." + handover.duty().kind(), language),
                        Optional.ofNullable(handover.to()).map(Person::name).orElse("")))
                .toList();
    }

    /** By field; the first of each. */
    private Map<String, String> sentences(Refusal refusal, Locale language) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refusal.problems()
                .forEach(problem -> sentences.putIfAbsent(problem.field(), problem.sentence(messages, language)));
        return Collections.unmodifiableMap(sentences);
    }

    private String say(String key, Locale language, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, language));
    }
}
