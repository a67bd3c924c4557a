package nl.ruggespraak.ask.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.ask.NameRelease;
import nl.ruggespraak.ask.ReleaseName;
import nl.ruggespraak.ask.StateGround;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
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

/** A colleague's own asks: how they stand, on what ground candidates are shared, and who may know their names. */
@Controller
@RequestMapping("/asks")
class MyAsks {

    private static final int NEWEST = 100;

    private final Asks asks;
    private final StateGround stateGround;
    private final ReleaseName releaseName;
    private final Meetings meetings;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    MyAsks(
            Asks asks,
            StateGround stateGround,
            ReleaseName releaseName,
            Meetings meetings,
            People people,
            MessageSource messages,
            Clock clock) {
        this.asks = asks;
        this.stateGround = stateGround;
        this.releaseName = releaseName;
        this.meetings = meetings;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Principal signedIn, Locale language, Model model) {
        List<Ask> mine = asks.ofColleague(signedIn.getName(), NEWEST);
        Map<String, List<Ask>> byCycle =
                mine.stream().collect(Collectors.groupingBy(Ask::cycle, LinkedHashMap::new, Collectors.toList()));
        List<OfMeeting> groups = new ArrayList<>();
        byCycle.forEach((key, its) -> {
            MeetingCycle cycle = meetings.cycle(key);
            Meeting meeting = meetings.get(cycle.meeting());
            groups.add(new OfMeeting(
                    meeting.title(),
                    DateInWords.of(meeting.dates().startsAt(), meeting.zone(), language),
                    its.stream().map(ask -> new Line(ask, standing(ask, cycle))).toList()));
        });
        model.addAttribute("meetings", groups);
        return "ask/web/mine";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Principal signedIn, Locale language, Model model) {
        Ask ask = own(id, signedIn);
        MeetingCycle cycle = meetings.cycle(ask.cycle());
        Meeting meeting = meetings.get(cycle.meeting());
        model.addAttribute("ask", ask);
        model.addAttribute("meeting", meeting.title());
        model.addAttribute("standing", standing(ask, cycle));
        model.addAttribute("startsAt", DateInWords.of(meeting.dates().startsAt(), meeting.zone(), language));
        model.addAttribute("open", StateGround.isOpen(ask, meeting, clock.instant()));
        LocalDate agreedOn = ask.agreedOn();
        model.addAttribute("agreedOn", agreedOn == null ? null : DateInWords.of(agreedOn, language));
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed",
                    new Typed(
                            Objects.requireNonNullElse(ask.candidate(), ""),
                            ask.pitch(),
                            agreedOn == null ? "" : agreedOn.toString()));
        }
        boolean releasable = ReleaseName.isPossible(ask);
        model.addAttribute("releasable", releasable);
        if (releasable) {
            List<NameRelease> lasting = releaseName.lasting(List.of(id));
            model.addAttribute("counterparts", releaseName.counterparts(ask.cycle()));
            model.addAttribute(
                    "releases",
                    lasting.stream()
                            .map(release -> told(release, meeting, language))
                            .toList());
        }
        return "ask/web/own";
    }

    @PostMapping("/{id}/ground")
    String state(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String candidate,
            @RequestParam(defaultValue = "") String pitch,
            @RequestParam(defaultValue = "") String agreedOn,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response) {
        own(id, signedIn);
        try {
            stateGround.state(id, signedIn.getName(), candidate, pitch, day(agreedOn));
        } catch (Refusal refusal) {
            model.addAttribute("typed", new Typed(candidate, pitch, agreedOn));
            return refused("ground", refusal, id, signedIn, language, model, response);
        }
        return "redirect:/asks/" + id + "?kept";
    }

    @PostMapping("/{id}/releases")
    String release(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String counterpart,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response) {
        own(id, signedIn);
        try {
            releaseName.release(id, counterpart, signedIn.getName());
        } catch (Refusal refusal) {
            return refused("release", refusal, id, signedIn, language, model, response);
        }
        return "redirect:/asks/" + id + "?kept";
    }

    @PostMapping("/{id}/releases/{release}/end")
    String end(@PathVariable long id, @PathVariable long release, Principal signedIn) {
        own(id, signedIn);
        releaseName.end(id, release, signedIn.getName());
        return "redirect:/asks/" + id + "?kept";
    }

    private String refused(
            String form,
            Refusal refusal,
            long id,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        Map<String, String> sentences = new LinkedHashMap<>();
        refusal.problems()
                .forEach(problem -> sentences.merge(
                        problem.field(),
                        messages.getMessage(
                                problem.message(), problem.arguments().toArray(), language),
                        (one, other) -> one + " " + other));
        model.addAttribute("refused", sentences);
        model.addAttribute("refusedForm", form);
        return show(id, signedIn, language, model);
    }

    private Ask own(long id, Principal signedIn) {
        return asks.own(id, signedIn.getName()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Released told(NameRelease release, Meeting meeting, Locale language) {
        Person counterpart = people.get(release.counterpart());
        String organisation = counterpart.organisation();
        return new Released(
                release.id(),
                counterpart.name(),
                organisation == null ? "" : organisationName(organisation),
                DateInWords.of(release.releasedAt(), meeting.zone(), language));
    }

    private String organisationName(String key) {
        Organisation organisation = people.organisation(key);
        return organisation.name();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.of("agreedOn", "refusal.agreedOn.notADate");
        }
    }

    private static Standing standing(Ask ask, MeetingCycle cycle) {
        if (ask.carried()) {
            return Standing.CARRIED;
        }
        if (!ask.hasGround()) {
            return Standing.STAYS_BEHIND;
        }
        return cycle.status() == CycleStatus.OPENED || cycle.status() == CycleStatus.ANNOUNCED
                ? Standing.GIVEN
                : Standing.NOT_CHOSEN;
    }

    /** How an ask stands. */
    enum Standing {
        GIVEN,
        CARRIED,
        STAYS_BEHIND,
        NOT_CHOSEN
    }

    /** The asks of one meeting. */
    record OfMeeting(String title, String startsAt, List<Line> asks) {}

    record Line(Ask ask, Standing standing) {}

    /** What stands in the fields. */
    record Typed(String candidate, String pitch, String agreedOn) {}

    /** Who knows the name, and since when. */
    record Released(long id, String name, String organisation, String since) {}
}
