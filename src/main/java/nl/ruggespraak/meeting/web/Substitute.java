package nl.ruggespraak.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.ruggespraak.meeting.HandCycleOver;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.ReadMeetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
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

/**
 * Lets a representative who is ill, or a manager instead, hand a meeting to a colleague. A chair chooses another for any organisation, from those who speak for it;
 * an administrator from all of its people.
 */
@Controller
@RequestMapping("/meetings/{key}/substitute")
class Substitute {

    private final ReadMeetings readMeetings;
    private final HandCycleOver handCycleOver;
    private final People people;
    private final MessageSource messages;

    Substitute(ReadMeetings readMeetings, HandCycleOver handCycleOver, People people, MessageSource messages) {
        this.readMeetings = readMeetings;
        this.handCycleOver = handCycleOver;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping
    String choose(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String organisation,
            HttpServletRequest request,
            Locale language,
            Model model) {
        ReadMeetings.Seen seen = seen(key, request);
        MeetingCycle cycle = cycle(seen, organisation, request);
        model.addAttribute("meeting", seen.meeting());
        model.addAttribute("when", NetworkMeetings.when(seen.meeting(), language));
        model.addAttribute("cycle", cycle);
        model.addAttribute(
                "organisation", people.organisation(cycle.organisation()).name());
        model.addAttribute("representative", people.get(cycle.representative()).name());
        model.addAttribute("colleagues", colleagues(seen, cycle, request));
        model.addAttribute("fromOutside", isOutside(seen, cycle, request));
        return "meeting/web/substitute";
    }

    @PostMapping
    String handOver(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String substitute,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        ReadMeetings.Seen seen = seen(key, request);
        MeetingCycle cycle = cycle(seen, organisation, request);
        boolean canChoose = !isOutside(seen, cycle, request)
                || colleagues(seen, cycle, request).stream()
                        .anyMatch(person -> person.key().equals(substitute));
        try {
            handCycleOver.handOver(cycle.key(), from, canChoose ? substitute : null);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("chosen", substitute);
            model.addAttribute(
                    "refused",
                    refusal.problems().stream()
                            .map((Problem problem) -> problem.sentence(messages, language))
                            .toList());
            return choose(key, organisation, request, language, model);
        }
        boolean stillShown = readMeetings
                .find(key, NetworkMeetings.reader(readMeetings, request))
                .isPresent();
        return stillShown ? "redirect:/meetings/" + key + "?handed" : "redirect:/meetings?handed";
    }

    private ReadMeetings.Seen seen(String key, HttpServletRequest request) {
        return readMeetings
                .find(key, NetworkMeetings.reader(readMeetings, request))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whom the reader can choose. */
    private List<Person> colleagues(ReadMeetings.Seen seen, MeetingCycle cycle, HttpServletRequest request) {
        List<Person> all = isOutside(seen, cycle, request)
                ? people.inTurn(cycle.organisation(), Role.REPRESENTATIVE, Role.MANAGER, Role.DIRECTOR)
                : people.colleagues(cycle.organisation());
        return all.stream()
                .filter(person -> !person.key().equals(cycle.representative()))
                .toList();
    }

    /** Whether the reader is a chair, who need not know everybody of the organisation. */
    private boolean isOutside(ReadMeetings.Seen seen, MeetingCycle cycle, HttpServletRequest request) {
        return !cycle.equals(seen.own())
                && !NetworkMeetings.reader(readMeetings, request).administers();
    }

    /** The own organisation's part, or for a chair and an administrator that of the organisation that is asked for. */
    private MeetingCycle cycle(ReadMeetings.Seen seen, @Nullable String organisation, HttpServletRequest request) {
        boolean leads = NetworkMeetings.reader(readMeetings, request).leads(seen.meeting());
        MeetingCycle cycle = leads
                ? seen.cycles().stream()
                        .filter(each -> each.organisation().equals(organisation))
                        .findFirst()
                        .orElse(seen.own())
                : seen.own();
        if (cycle == null
                || cycle.status().hasEnded()
                || !leads && organisation != null && !Objects.equals(organisation, cycle.organisation())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return cycle;
    }
}
