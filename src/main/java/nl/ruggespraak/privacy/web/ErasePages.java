package nl.ruggespraak.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.privacy.ErasePerson;
import nl.ruggespraak.privacy.Findings;
import nl.ruggespraak.privacy.Place;
import nl.ruggespraak.shared.LongWork;
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

/**
 * Erases a person in two steps: see every place where the person is found and choose, then confirm. A name is never part of an address, so
 * that none is logged. What was chosen on other pages goes along in the form.
 */
@Controller
@RequestMapping("/admin/erase")
@LongWork
class ErasePages {

    private static final int PLACES_OF_A_PAGE = 50;

    private final ErasePerson erasePerson;
    private final People people;
    private final MessageSource messages;

    ErasePages(ErasePerson erasePerson, People people, MessageSource messages) {
        this.erasePerson = erasePerson;
        this.people = people;
        this.messages = messages;
    }

    /**
     * What was chosen so far.
     *
     * @param kept ids of the places that were chosen on other pages, between spaces; null at the first look
     * @param place ids of those that are chosen on this page
     * @param page the page to show
     */
    record Choice(
            @Nullable String kept,
            @Nullable List<String> place,
            @Nullable Integer page) {

        List<String> all() {
            Set<String> all = new LinkedHashSet<>(Arrays.asList(
                    kept == null || kept.isBlank()
                            ? new String[0]
                            : kept.strip().split(" ")));
            all.addAll(place == null ? List.of() : place);
            return new ArrayList<>(all);
        }

        boolean isFirst() {
            return kept == null;
        }
    }

    @GetMapping
    String choose(Model model) {
        return choosePerson(model);
    }

    @PostMapping("/candidate/look")
    String lookForCandidate(
            @RequestParam(defaultValue = "") String candidate,
            @RequestParam(defaultValue = "") String organisation,
            Choice choice,
            Locale language,
            Model model,
            HttpServletResponse response) {
        try {
            Findings findings = erasePerson.lookForCandidate(candidate, organisation);
            return found("candidate", candidate.strip(), organisation, findings, choice, language, model);
        } catch (Refusal refusal) {
            return refused(refusal, candidate, "", language, model, response);
        }
    }

    @PostMapping("/colleague/look")
    String lookForColleague(
            @RequestParam(defaultValue = "") String colleague,
            Choice choice,
            Locale language,
            Model model,
            HttpServletResponse response) {
        String key = colleague.strip();
        try {
            return found("colleague", key, "", erasePerson.lookForColleague(key), choice, language, model);
        } catch (Refusal refusal) {
            return refused(refusal, "", colleague, language, model, response);
        }
    }

    @PostMapping("/candidate")
    String eraseCandidate(
            @RequestParam(defaultValue = "") String candidate,
            @RequestParam(defaultValue = "") String organisation,
            Choice choice,
            Locale language,
            Model model,
            HttpServletResponse response) {
        try {
            erasePerson.eraseCandidate(candidate, organisation, choice.all());
        } catch (Refusal refusal) {
            return refused(refusal, candidate, "", language, model, response);
        }
        return "redirect:/admin/erase?erased";
    }

    @PostMapping("/colleague")
    String eraseColleague(
            @RequestParam(defaultValue = "") String colleague,
            Choice choice,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response) {
        try {
            erasePerson.eraseColleague(colleague, signedIn.getName(), choice.all());
        } catch (Refusal refusal) {
            return refused(refusal, "", colleague, language, model, response);
        }
        return "redirect:/admin/erase?erased";
    }

    /** A place as the page shows it. */
    record Shown(Place place, boolean chosen, String kind, String where) {}

    /** So many rows of a kind that go along. */
    record ShownAlong(String kind, long rows) {}

    private String found(
            String kind,
            String who,
            String organisation,
            Findings findings,
            Choice choice,
            Locale language,
            Model model) {
        List<Place> places = findings.places();
        Set<String> there = places.stream().map(Place::id).collect(Collectors.toSet());
        Set<String> chosen = new HashSet<>(choice.isFirst() ? findings.sure() : choice.all());
        chosen.retainAll(there);
        int pages = Math.max(1, (places.size() + PLACES_OF_A_PAGE - 1) / PLACES_OF_A_PAGE);
        int page = Math.min(pages, Math.max(1, choice.page() == null ? 1 : choice.page()));
        List<Place> ofPage =
                places.subList((page - 1) * PLACES_OF_A_PAGE, Math.min(places.size(), page * PLACES_OF_A_PAGE));
        Set<String> elsewhere = new LinkedHashSet<>(chosen);
        ofPage.forEach(place -> elsewhere.remove(place.id()));
        var organisations =
                people.organisations().stream().collect(Collectors.toMap(Organisation::key, Organisation::name));
        model.addAttribute("kind", kind);
        model.addAttribute("who", who);
        model.addAttribute("organisation", organisation);
        model.addAttribute("name", findings.name());
        model.addAttribute("kept", String.join(" ", elsewhere));
        model.addAttribute("elsewhere", elsewhere.size());
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute("found", places.size());
        List<Shown> shown = ofPage.stream()
                .map(place -> new Shown(
                        place,
                        chosen.contains(place.id()),
                        label(place.label(), language),
                        where(
                                place.organisation() == null
                                        ? null
                                        : organisations.getOrDefault(place.organisation(), place.organisation()),
                                place.meeting())))
                .toList();
        model.addAttribute(
                "sure", shown.stream().filter(each -> each.place().isSure()).toList());
        model.addAttribute(
                "doubtful",
                shown.stream().filter(each -> !each.place().isSure()).toList());
        model.addAttribute(
                "alongs",
                findings.alongs().stream()
                        .map(along -> new ShownAlong(label(along.label(), language), along.rows()))
                        .toList());
        return "privacy/web/found";
    }

    /** What a kind of row is called. One that has no name yet is called as its table. */
    private String label(String label, Locale language) {
        String called = messages.getMessage("privacy.place." + label, null, label, language);
        return called == null ? label : called;
    }

    private static String where(@Nullable String organisation, @Nullable String meeting) {
        return Stream.of(Optional.ofNullable(organisation), Optional.ofNullable(meeting))
                .flatMap(Optional::stream)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String choosePerson(Model model) {
        model.addAttribute("organisations", people.organisations());
        return "privacy/web/choose";
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
        return choosePerson(model);
    }
}
