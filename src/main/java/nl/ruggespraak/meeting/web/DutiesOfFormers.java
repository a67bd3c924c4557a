package nl.ruggespraak.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.ReadMeetings;
import nl.ruggespraak.people.Duty;
import nl.ruggespraak.people.HandDutiesOver;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
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

/** Lets a chair or an administrator name who takes over what waits for somebody who has left. */
@Controller
@RequestMapping("/meetings/{key}/nobody")
class DutiesOfFormers {

    private final ReadMeetings readMeetings;
    private final HandDutiesOver handDutiesOver;
    private final People people;
    private final MessageSource messages;

    DutiesOfFormers(ReadMeetings readMeetings, HandDutiesOver handDutiesOver, People people, MessageSource messages) {
        this.readMeetings = readMeetings;
        this.handDutiesOver = handDutiesOver;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String key, HttpServletRequest request, Locale language, Model model) {
        Meeting meeting = led(key, request);
        model.addAttribute("meeting", meeting);
        model.addAttribute("when", NetworkMeetings.when(meeting, language));
        model.addAttribute(
                "duties",
                handDutiesOver.ofNobody(key).stream()
                        .map(duty -> new Shown(
                                duty,
                                duty.organisation() == null
                                        ? messages.getMessage("meetings.nobody.ofTheNetwork", null, language)
                                        : people.organisation(duty.organisation())
                                                .name(),
                                messages.getMessage(
                                        "notice.duty." + duty.kind(),
                                        new Object[] {people.get(duty.person()).name()},
                                        language),
                                handDutiesOver.candidates(duty)))
                        .toList());
        return "meeting/web/nobody";
    }

    @PostMapping
    String give(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        led(key, request);
        try {
            Duty duty = handDutiesOver.ofNobody(key).stream()
                    .filter(each -> each.kind().name().equals(kind)
                            && each.id().equals(id)
                            && each.person().equals(from))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of("duty", "refusal.duty.gone"));
            handDutiesOver.give(duty, to);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("gone", refusal.problems().get(0).field().equals("duty"));
            model.addAttribute("kind", kind);
            model.addAttribute("id", id);
            model.addAttribute("from", from);
            model.addAttribute(
                    "refused",
                    refusal.problems().stream()
                            .map(problem -> problem.sentence(messages, language))
                            .toList());
            return show(key, request, language, model);
        }
        return "redirect:/meetings/" + key + "/nobody?given";
    }

    private Meeting led(String key, HttpServletRequest request) {
        ReadMeetings.Reader reader = NetworkMeetings.reader(readMeetings, request);
        Meeting meeting = readMeetings
                .find(key, reader)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .meeting();
        if (!reader.leads(meeting)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return meeting;
    }

    /** A duty, in words, and who may be named for it. */
    record Shown(Duty duty, String organisation, String words, List<Person> candidates) {}
}
