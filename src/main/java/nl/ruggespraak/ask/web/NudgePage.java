package nl.ruggespraak.ask.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.ruggespraak.ask.NudgeColleagues;
import nl.ruggespraak.ask.NudgeRefusal;
import nl.ruggespraak.ask.Unanswered;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.DateInWords;
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

/** Shows the representative who has not answered, and asks those who are chosen once more. To everybody else the page does not exist. */
@Controller
@RequestMapping("/meetings/{key}/nudge")
class NudgePage {

    private static final int PAGE = 50;

    private final NudgeColleagues nudgeColleagues;
    private final Meetings meetings;
    private final People people;
    private final MessageSource messages;

    NudgePage(NudgeColleagues nudgeColleagues, Meetings meetings, People people, MessageSource messages) {
        this.nudgeColleagues = nudgeColleagues;
        this.meetings = meetings;
        this.people = people;
        this.messages = messages;
    }

    /** What was asked for and typed. */
    record Asked(String search, int page, String words, Set<String> chosen, boolean everybody) {

        Asked {
            page = Math.max(page, 1);
        }
    }

    @GetMapping
    String show(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Integer told,
            Principal signedIn,
            Locale language,
            Model model) {
        MeetingCycle cycle = cycle(key, signedIn);
        model.addAttribute("told", told);
        return page(cycle, new Asked(search, page, "", Set.of(), false), language, model);
    }

    @PostMapping
    String nudge(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Set<String> colleague,
            @RequestParam(defaultValue = "false") boolean everybody,
            Principal signedIn,
            Locale language,
            Model model,
            HttpServletResponse response) {
        MeetingCycle cycle = cycle(key, signedIn);
        Set<String> chosen = colleague == null ? Set.of() : colleague;
        Asked asked = new Asked(search, page, words, chosen, everybody);
        try {
            if (everybody) {
                return done(key, nudgeEverybody(cycle, words));
            }
            NudgeColleagues.Nudged nudged = nudgeColleagues.nudge(cycle.key(), chosen, words);
            if (nudged.refused().isEmpty()) {
                return done(key, nudged.told());
            }
            model.addAttribute("told", nudged.told());
            model.addAttribute("refused", refused(nudged.refused()));
            if (nudged.told() == 0) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            }
            return page(cycle, new Asked(search, page, words, Set.of(), false), language, model);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "wrong",
                    refusal.problems().stream()
                            .collect(Collectors.toMap(
                                    Problem::field,
                                    problem -> problem.sentence(messages, language),
                                    (one, other) -> one,
                                    TreeMap::new)));
            return page(cycle, asked, language, model);
        }
    }

    /** A batch in each transaction: should it be interrupted, whoever presses again reaches the others. */
    private int nudgeEverybody(MeetingCycle cycle, String words) {
        int told = 0;
        for (Optional<Integer> next = nudgeColleagues.nudgeNext(cycle.key(), words);
                next.isPresent();
                next = nudgeColleagues.nudgeNext(cycle.key(), words)) {
            told += next.get();
        }
        return told;
    }

    private String page(MeetingCycle cycle, Asked asked, Locale language, Model model) {
        Meeting meeting = meetings.get(cycle.meeting());
        String search = asked.search().strip();
        int count = nudgeColleagues.count(cycle.key(), search);
        int last = Math.max((count + PAGE - 1) / PAGE, 1);
        int page = Math.min(asked.page(), last);
        model.addAttribute("meeting", meeting);
        model.addAttribute("startsAt", DateInWords.of(meeting.dates().startsAt(), meeting.zone(), language));
        model.addAttribute("until", DateInWords.of(meeting.dates().asksCloseAt(), meeting.zone(), language));
        model.addAttribute("open", nudgeColleagues.isOpen(cycle));
        model.addAttribute("asked", asked);
        model.addAttribute("search", search);
        model.addAttribute("found", count);
        model.addAttribute("all", search.isEmpty() ? count : nudgeColleagues.count(cycle.key(), ""));
        model.addAttribute("page", page);
        model.addAttribute("last", last);
        model.addAttribute("longestWords", NudgeColleagues.LONGEST_WORDS);
        model.addAttribute(
                "lines",
                nudgeColleagues.unanswered(cycle.key(), search, (page - 1) * PAGE, PAGE).stream()
                        .map(each -> line(each, meeting, language))
                        .toList());
        return "ask/web/nudge";
    }

    /** Whom it could not reach, and why: those with the same reason together. */
    private Map<NudgeRefusal, String> refused(Map<String, NudgeRefusal> refused) {
        Map<String, Person> persons = people.all(refused.keySet());
        return refused.keySet().stream()
                .sorted(Comparator.comparing(refused::get))
                .collect(Collectors.groupingBy(
                        refused::get,
                        TreeMap::new,
                        Collectors.mapping(
                                key -> persons.containsKey(key)
                                        ? persons.get(key).name()
                                        : key,
                                Collectors.joining(", "))));
    }

    private static String done(String key, int told) {
        return "redirect:/meetings/" + key + "/nudge?told=" + told;
    }

    private static Line line(Unanswered each, Meeting meeting, Locale language) {
        return new Line(
                each, inWords(each.askedAt(), meeting, language), inWords(each.remindedAt(), meeting, language));
    }

    private static @Nullable String inWords(@Nullable Instant moment, Meeting meeting, Locale language) {
        return moment == null ? null : DateInWords.brief(moment, meeting.zone(), language);
    }

    private MeetingCycle cycle(String key, Principal signedIn) {
        return nudgeColleagues
                .ledBy(signedIn.getName(), key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A colleague, with moments in words. */
    record Line(
            Unanswered of,
            @Nullable String askedAt,
            @Nullable String remindedAt) {

        List<NudgeRefusal> refusals() {
            NudgeRefusal refusal = of.refusal();
            return refusal == null ? List.of() : List.of(refusal);
        }
    }
}
