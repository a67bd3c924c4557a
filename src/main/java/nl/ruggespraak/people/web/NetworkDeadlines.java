package nl.ruggespraak.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.Network;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.people.SetDeadlines;
import nl.ruggespraak.shared.Problem;
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

/** Lets the chairs of a network choose how much time it gives for everything. To others the network does not exist. */
@Controller
@RequestMapping("/networks")
class NetworkDeadlines {

    private static final String LEAD_TIME = "leadTimeDays";

    private final People people;
    private final SetDeadlines setDeadlines;
    private final MessageSource sentences;

    NetworkDeadlines(People people, SetDeadlines setDeadlines, MessageSource sentences) {
        this.people = people;
        this.setDeadlines = setDeadlines;
        this.sentences = sentences;
    }

    /** The network, or a choice where there are several. */
    @GetMapping
    String choose(HttpServletRequest request, Model model) {
        List<Network> networks = people.networks().stream()
                .filter(network -> leads(network.key(), request))
                .toList();
        if (networks.size() == 1) {
            return "redirect:/networks/" + networks.get(0).key();
        }
        model.addAttribute("networks", networks);
        return "people/web/networks";
    }

    @GetMapping("/{key}")
    String show(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String saved,
            HttpServletRequest request,
            Model model) {
        Network network = network(key, request);
        Map<String, String> typed = Arrays.stream(Deadline.values())
                .collect(Collectors.toMap(
                        Deadline::name,
                        deadline -> String.valueOf(network.deadlines().of(deadline))));
        typed.put(LEAD_TIME, String.valueOf(network.leadTimeDays()));
        model.addAttribute("saved", saved != null);
        return page(network, typed, Map.of(), model);
    }

    @PostMapping("/{key}")
    String set(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            Locale language,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Network network = network(key, request);
        Map<Deadline, @Nullable Long> chosen = new EnumMap<>(Deadline.class);
        for (Deadline deadline : Deadline.values()) {
            chosen.put(deadline, number(typed.get(deadline.name())));
        }
        try {
            setDeadlines.set(network, number(typed.get(LEAD_TIME)), chosen);
            return "redirect:/networks/" + key + "?saved";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(
                    network,
                    typed,
                    refusal.problems().stream()
                            .collect(
                                    Collectors.toMap(Problem::field, problem -> problem.sentence(sentences, language))),
                    model);
        }
    }

    private String page(Network network, Map<String, String> typed, Map<String, String> refused, Model model) {
        model.addAttribute("network", network);
        model.addAttribute("deadlines", Deadline.values());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "people/web/deadlines";
    }

    private boolean leads(String network, HttpServletRequest request) {
        return request.isUserInRole(Role.ADMINISTRATOR.name())
                || people.find(request.getUserPrincipal().getName())
                        .filter(person -> person.leads(network))
                        .isPresent();
    }

    private Network network(String key, HttpServletRequest request) {
        return people.network(key)
                .filter(network -> leads(key, request))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable Long number(@Nullable String typed) {
        return typed != null && typed.strip().matches("[0-9]{1,9}") ? Long.valueOf(typed.strip()) : null;
    }
}
