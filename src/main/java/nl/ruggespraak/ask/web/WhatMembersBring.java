package nl.ruggespraak.ask.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.ask.ReadSharedAsks;
import nl.ruggespraak.ask.SharedAsk;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.DateInWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What members bring to a meeting. To whom it is not shown, the page does not exist. */
@Controller
class WhatMembersBring {

    private static final int PAGE = 50;

    private final ReadSharedAsks readSharedAsks;
    private final Catalogue catalogue;
    private final People people;

    WhatMembersBring(ReadSharedAsks readSharedAsks, Catalogue catalogue, People people) {
        this.readSharedAsks = readSharedAsks;
        this.catalogue = catalogue;
        this.people = people;
    }

    @GetMapping("/meetings/asks")
    String meetings(Principal signedIn, Locale language, Model model) {
        model.addAttribute(
                "meetings",
                readSharedAsks.meetings(signedIn.getName()).stream()
                        .map(meeting -> new Held(
                                meeting.key(),
                                meeting.title(),
                                DateInWords.of(meeting.dates().startsAt(), meeting.zone(), language)))
                        .toList());
        return "ask/web/meetings";
    }

    @GetMapping("/meetings/{key}/asks")
    String list(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") long after,
            Principal signedIn,
            Locale language,
            Model model) {
        Meeting meeting = meeting(key, signedIn);
        List<SharedAsk> found = readSharedAsks.after(meeting, after, signedIn.getName(), PAGE + 1);
        List<SharedAsk> page = found.stream().limit(PAGE).toList();
        model.addAttribute("meeting", meeting);
        model.addAttribute("startsAt", DateInWords.of(meeting.dates().startsAt(), meeting.zone(), language));
        model.addAttribute("asks", lines(page, language));
        model.addAttribute("after", after);
        model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).id() : null);
        return "ask/web/shared";
    }

    @GetMapping("/meetings/{key}/asks/{id}")
    String show(@PathVariable String key, @PathVariable long id, Principal signedIn, Locale language, Model model) {
        Meeting meeting = meeting(key, signedIn);
        SharedAsk ask = readSharedAsks
                .read(meeting, id, signedIn.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("meeting", meeting);
        model.addAttribute("line", lines(List.of(ask), language).get(0));
        return "ask/web/shared-one";
    }

    private Meeting meeting(String key, Principal signedIn) {
        return readSharedAsks
                .meeting(key, signedIn.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Line> lines(List<SharedAsk> asks, Locale language) {
        Map<String, String> organisations =
                people.organisations().stream().collect(Collectors.toMap(Organisation::key, Organisation::name));
        CatalogueNames occupations = catalogue.occupationNames(asks.stream()
                .map(SharedAsk::occupation)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        CatalogueNames regions = catalogue.regionNames(
                asks.stream().map(SharedAsk::region).filter(Objects::nonNull).collect(Collectors.toSet()));
        return asks.stream()
                .map(ask -> new Line(
                        ask,
                        organisations.getOrDefault(ask.organisation(), ask.organisation()),
                        Stream.of(occupations.of(ask.occupation(), language), regions.of(ask.region(), language))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · ")),
                        ask.availableFrom() == null
                                ? null
                                : DateInWords.of(Objects.requireNonNull(ask.availableFrom()), language)))
                .toList();
    }

    record Held(String key, String title, String startsAt) {}

    /** An ask in words. */
    record Line(
            SharedAsk ask,
            String organisation,
            String where,
            @Nullable String availableFrom) {}
}
