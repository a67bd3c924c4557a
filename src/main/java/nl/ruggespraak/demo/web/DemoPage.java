package nl.ruggespraak.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ruggespraak.demo.DemoDates;
import nl.ruggespraak.demo.DemoDates.Move;
import nl.ruggespraak.demo.DemoDates.Standing;
import nl.ruggespraak.demo.DemoDates.Waiting;
import nl.ruggespraak.demo.JdbcDemoMeetings;
import nl.ruggespraak.demo.JdbcDemoMeetings.Part;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.DateInWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets the next date of a meeting come, in the demo only: there nobody wants to wait for two weeks. Everybody moves the own organisation's part, a chair the
 * network's, an administrator every part.
 */
@Controller
@RequestMapping("/demo")
class DemoPage {

    /** More parts of meetings nobody reads on one page; those of the meeting that was planned last come first. */
    private static final int MOST = 30;

    private final Demo demo;
    private final DemoDates dates;
    private final JdbcDemoMeetings meetings;
    private final People people;
    private final MessageSource messages;
    private final ZoneId zone;

    DemoPage(
            Demo demo,
            DemoDates dates,
            JdbcDemoMeetings meetings,
            People people,
            MessageSource messages,
            @Value("${ruggespraak.zone:Europe/Amsterdam}") ZoneId zone) {
        this.demo = demo;
        this.dates = dates;
        this.meetings = meetings;
        this.people = people;
        this.messages = messages;
        this.zone = zone;
    }

    /** Without the demo there is no such page. */
    @ModelAttribute
    void admit() {
        if (!demo.isThere()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping
    String show(Principal signedIn, HttpServletRequest request, Locale language, Model model) {
        model.addAttribute(
                "lines",
                parts(signedIn, request).stream()
                        .map(part -> line(part, language))
                        .filter(line -> !line.over())
                        .limit(MOST)
                        .toList());
        return "demo/web/dates";
    }

    @PostMapping("/next")
    String next(
            @RequestParam String key,
            @RequestParam(required = false) @Nullable String without,
            Principal signedIn,
            HttpServletRequest request,
            Locale language,
            RedirectAttributes answer) {
        Part part = parts(signedIn, request).stream()
                .filter(own -> own.key().equals(key))
                .findAny()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<String> first = whatComesFirst(part, language);
        if (first.isPresent()) {
            answer.addFlashAttribute("said", first.get());
            return "redirect:/demo";
        }
        Move move = dates.next(key, without != null);
        answer.addFlashAttribute("came", move.held().isEmpty() && move.came() != null);
        answer.addFlashAttribute("said", inWords(part, move, language));
        if (!move.held().isEmpty() && move.colleaguesOnly()) {
            answer.addFlashAttribute("without", key);
        }
        return "redirect:/demo";
    }

    /** The network's own date comes after those of its members that are earlier, for they all go by one calendar. */
    private Optional<String> whatComesFirst(Part part, Locale language) {
        Instant due = part.organisation() == null ? dates.standing(part.key()).due() : null;
        if (due == null) {
            return Optional.empty();
        }
        return meetings.parts().stream()
                .filter(other -> other.organisation() != null && other.meeting().equals(part.meeting()))
                .filter(other -> {
                    Instant earlier = dates.standing(other.key()).due();
                    return earlier != null && earlier.isBefore(due);
                })
                .findFirst()
                .map(other -> say("demo.firstOf", language, String.valueOf(other.name())));
    }

    private List<Part> parts(Principal signedIn, HttpServletRequest request) {
        if (request.isUserInRole(Role.ADMINISTRATOR.name())) {
            return meetings.parts();
        }
        String organisation =
                people.find(signedIn.getName()).map(Person::organisation).orElse(null);
        boolean chair = request.isUserInRole(Role.CHAIR.name());
        return meetings.parts().stream()
                .filter(part -> part.organisation() == null
                        ? chair
                        : part.organisation().equals(organisation))
                .toList();
    }

    private Line line(Part part, Locale language) {
        Standing standing = dates.standing(part.key());
        return new Line(
                part,
                part.name() == null ? say("demo.network", language) : part.name(),
                DateInWords.of(part.startsAt(), zone, language),
                standing.waiting().stream().map(each -> inWords(each, language)).toList(),
                standing.next() == null || standing.due() == null
                        ? null
                        : say("demo.next", language, standing.next(), DateInWords.of(standing.due(), zone, language)),
                standing.isOver());
    }

    private String inWords(Part part, Move move, Locale language) {
        String whose = part.name() == null ? say("demo.network", language) : part.name();
        if (move.came() == null || move.due() == null) {
            return say("demo.nothingComes", language, whose);
        }
        String due = DateInWords.of(move.due(), zone, language);
        if (move.held().isEmpty()) {
            return say("demo.came", language, whose, move.came(), due);
        }
        return say(
                "demo.held",
                language,
                whose,
                move.held().stream().map(each -> inWords(each, language)).collect(Collectors.joining(" ")),
                move.came());
    }

    private String inWords(Waiting waiting, Locale language) {
        return waiting.whose().isEmpty()
                ? say("demo.waitsForSomebody", language, waiting.task())
                : say("demo.waits", language, waiting.task(), String.join(", ", waiting.whose()));
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** A part of a meeting, in words. */
    record Line(
            Part part,
            String whose,
            String startsAt,
            List<String> waiting,
            @Nullable String next,
            boolean over) {}
}
