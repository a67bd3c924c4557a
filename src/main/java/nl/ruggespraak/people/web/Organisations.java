package nl.ruggespraak.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.ChangeOrganisation;
import nl.ruggespraak.people.CloseOrganisation;
import nl.ruggespraak.people.LeaveNetwork;
import nl.ruggespraak.people.Member;
import nl.ruggespraak.people.Membership;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.DateInWords;
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

/** Shows an administrator which organisations are members of which networks; lets one leave a network, and closes one. */
@Controller
@RequestMapping("/admin/organisations")
class Organisations {

    private final LeaveNetwork leaveNetwork;
    private final CloseOrganisation closeOrganisation;
    private final ChangeOrganisation changeOrganisation;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    Organisations(
            LeaveNetwork leaveNetwork,
            CloseOrganisation closeOrganisation,
            ChangeOrganisation changeOrganisation,
            People people,
            MessageSource messages,
            Clock clock) {
        this.leaveNetwork = leaveNetwork;
        this.closeOrganisation = closeOrganisation;
        this.changeOrganisation = changeOrganisation;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Locale language, Model model) {
        model.addAttribute(
                "organisations",
                leaveNetwork.members().stream()
                        .map(member -> new Line(
                                member,
                                closed(member, language),
                                member.memberships().stream()
                                        .map(membership -> network(membership, language))
                                        .toList()))
                        .toList());
        return "people/web/organisations";
    }

    @GetMapping("/new")
    String begin(Model model) {
        return page(Map.of(), Map.of(), model);
    }

    @PostMapping
    String add(
            @RequestParam Map<String, String> typed,
            Principal signedIn,
            HttpServletResponse response,
            Locale language,
            Model model) {
        try {
            String known = typed.getOrDefault("known", "");
            changeOrganisation.add(
                    typed.getOrDefault("organisation", ""),
                    typed.getOrDefault("name", ""),
                    known.isBlank() ? typed.getOrDefault("network", "") : known,
                    known.isBlank() ? typed.getOrDefault("networkName", "") : "",
                    signedIn.getName());
            return "redirect:/admin/organisations/"
                    + typed.getOrDefault("organisation", "").strip() + "?added";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.problems()
                    .forEach(problem -> wrong.putIfAbsent(problem.field(), problem.sentence(messages, language)));
            return page(typed, wrong, model);
        }
    }

    private String page(Map<String, String> typed, Map<String, String> wrong, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("networks", people.networks());
        return "people/web/organisation-new";
    }

    @PostMapping("/{key}/name")
    String rename(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            Principal signedIn,
            HttpServletResponse response,
            Locale language,
            Model model) {
        try {
            changeOrganisation.rename(key, name, signedIn.getName());
            return "redirect:/admin/organisations/" + key + "?saved";
        } catch (Refusal refusal) {
            model.addAttribute("typedName", name);
            return refused(refusal, key, response, language, model);
        }
    }

    @PostMapping("/{key}/networks")
    String join(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String network,
            Principal signedIn,
            HttpServletResponse response,
            Locale language,
            Model model) {
        try {
            changeOrganisation.join(key, network, signedIn.getName());
            return "redirect:/admin/organisations/" + key + "?joined";
        } catch (Refusal refusal) {
            return refused(refusal, key, response, language, model);
        }
    }

    @GetMapping("/{key}")
    String show(@PathVariable String key, Locale language, Model model) {
        Member member = leaveNetwork.member(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("member", member);
        model.addAttribute("closed", closed(member, language));
        LocalDate today = LocalDate.now(clock);
        Set<String> joined = member.memberships().stream()
                .filter(membership ->
                        membership.endsOn() == null || membership.endsOn().isAfter(today))
                .map(Membership::network)
                .collect(Collectors.toSet());
        model.addAttribute(
                "others",
                people.networks().stream()
                        .filter(network -> !joined.contains(network.key()))
                        .toList());
        return "people/web/organisation";
    }

    /** An empty day lets the organisation stay. */
    @PostMapping("/{key}/networks/{network}")
    String leave(
            @PathVariable String key,
            @PathVariable String network,
            @RequestParam(defaultValue = "") String endsOn,
            HttpServletResponse response,
            Locale language,
            Model model) {
        try {
            leaveNetwork.leave(network, key, day(endsOn));
            return "redirect:/admin/organisations/" + key + "?saved";
        } catch (Refusal refusal) {
            model.addAttribute("refusedNetwork", network);
            model.addAttribute("typed", endsOn);
            return refused(refusal, key, response, language, model);
        }
    }

    @PostMapping("/{key}/close")
    String close(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String sure,
            Principal signedIn,
            HttpServletResponse response,
            Locale language,
            Model model) {
        try {
            closeOrganisation.close(key, sure != null, signedIn.getName());
            return "redirect:/admin/organisations/" + key + "?closed";
        } catch (Refusal refusal) {
            return refused(refusal, key, response, language, model);
        }
    }

    @PostMapping("/{key}/open")
    String open(@PathVariable String key, HttpServletResponse response, Locale language, Model model) {
        try {
            closeOrganisation.open(key);
            return "redirect:/admin/organisations/" + key + "?opened";
        } catch (Refusal refusal) {
            return refused(refusal, key, response, language, model);
        }
    }

    private String refused(Refusal refusal, String key, HttpServletResponse response, Locale language, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute(
                "refused",
                refusal.problems().stream()
                        .map(problem -> problem.sentence(messages, language))
                        .toList());
        return show(key, language, model);
    }

    private @Nullable String closed(Member member, Locale language) {
        return member.closedOn() == null
                ? null
                : messages.getMessage(
                        "organisations.closed", new Object[] {DateInWords.of(member.closedOn(), language)}, language);
    }

    private String network(Membership membership, Locale language) {
        if (membership.endsOn() == null) {
            return membership.networkName();
        }
        boolean over = !membership.endsOn().isAfter(LocalDate.now(clock));
        return messages.getMessage(
                over ? "organisations.left" : "organisations.until",
                new Object[] {membership.networkName(), DateInWords.of(membership.endsOn(), language)},
                language);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.of("endsOn", "refusal.endsOn.notADay");
        }
    }

    /**
     * @param closed when it was closed, in words; null when it is open
     * @param networks of which it is a member, in words
     */
    record Line(Member member, @Nullable String closed, List<String> networks) {}
}
