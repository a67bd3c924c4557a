package nl.ruggespraak.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.mail.Deliveries;
import nl.ruggespraak.meeting.CancelMeeting;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.MeetingStatus;
import nl.ruggespraak.meeting.ReadMeetings;
import nl.ruggespraak.meeting.RepresentativeRequest;
import nl.ruggespraak.meeting.RepresentativeRequests;
import nl.ruggespraak.meeting.RescheduleMeeting;
import nl.ruggespraak.people.HandDutiesOver;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
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

/** The networks' meetings: where each stands, and for its chairs the forms to move one and to call one off. Both show first what will happen. */
@Controller
@RequestMapping("/meetings")
class NetworkMeetings {

    private static final int PAGE = 25;
    private static final int LAST_PAGE = 10_000;
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final ReadMeetings readMeetings;
    private final RescheduleMeeting rescheduleMeeting;
    private final CancelMeeting cancelMeeting;
    private final RepresentativeRequests representativeRequests;
    private final HandDutiesOver handDutiesOver;
    private final People people;
    private final Deliveries deliveries;
    private final MessageSource messages;
    private final Clock clock;

    NetworkMeetings(
            ReadMeetings readMeetings,
            RescheduleMeeting rescheduleMeeting,
            CancelMeeting cancelMeeting,
            RepresentativeRequests representativeRequests,
            HandDutiesOver handDutiesOver,
            People people,
            Deliveries deliveries,
            MessageSource messages,
            Clock clock) {
        this.readMeetings = readMeetings;
        this.rescheduleMeeting = rescheduleMeeting;
        this.cancelMeeting = cancelMeeting;
        this.representativeRequests = representativeRequests;
        this.handDutiesOver = handDutiesOver;
        this.people = people;
        this.deliveries = deliveries;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Locale language, Model model) {
        int number = Math.max(1, Math.min(page, LAST_PAGE));
        List<Meeting> found = readMeetings.newest(reader(request), (number - 1) * PAGE, PAGE + 1);
        model.addAttribute(
                "meetings",
                found.stream()
                        .limit(PAGE)
                        .map(meeting -> new Line(meeting, when(meeting, language)))
                        .toList());
        model.addAttribute("newer", number > 1 ? number - 1 : null);
        model.addAttribute("older", found.size() > PAGE ? number + 1 : null);
        return "meeting/web/list";
    }

    @GetMapping("/{key}")
    String show(@PathVariable String key, HttpServletRequest request, Locale language, Model model) {
        ReadMeetings.Reader reader = reader(request);
        ReadMeetings.Seen seen = seen(key, reader);
        Meeting meeting = seen.meeting();
        boolean open = meeting.status() == MeetingStatus.PLANNED
                && meeting.dates().startsAt().isAfter(clock.instant());
        model.addAttribute("meeting", meeting);
        model.addAttribute("when", when(meeting, language));
        model.addAttribute("host", people.organisation(meeting.host()).name());
        model.addAttribute("leads", reader.leads(meeting));
        model.addAttribute(
                "nobodys", reader.leads(meeting) ? handDutiesOver.ofNobody(key).size() : 0);
        model.addAttribute("open", open);
        model.addAttribute("parts", parts(seen.cycles()));
        model.addAttribute(
                "unrepresented", reader.leads(meeting) && open ? unrepresented(key, meeting, language) : List.of());
        model.addAttribute(
                "own", seen.own() == null ? null : parts(List.of(seen.own())).get(0));
        model.addAttribute("undelivered", undelivered(seen.own(), reader, request));
        model.addAttribute("nudges", open && seen.own() != null && collects(seen.own(), reader.person()));
        model.addAttribute("dates", PlannedDate.of(meeting.dates(), null, meeting.zone(), language, clock.instant()));
        model.addAttribute(
                "readsAsks",
                reader.networks().contains(meeting.network())
                        || request.isUserInRole(Role.REPRESENTATIVE.name())
                        || seen.own() != null && seen.own().representative().equals(reader.person()));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", typed(meeting));
        }
        return "meeting/web/show";
    }

    /** How many mails of the organisation's own part did not arrive, for those who may read more about them. */
    private int undelivered(@Nullable MeetingCycle own, ReadMeetings.Reader reader, HttpServletRequest request) {
        if (own == null) {
            return 0;
        }
        boolean concerns = request.isUserInRole(Role.REPRESENTATIVE.name())
                || request.isUserInRole(Role.MANAGER.name())
                || own.representative().equals(reader.person());
        return concerns ? deliveries.countUndelivered(own.key()) : 0;
    }

    /** Whether colleagues are being asked on behalf of this person. */
    private static boolean collects(MeetingCycle own, String person) {
        return own.representative().equals(person)
                && (own.status() == CycleStatus.ANNOUNCED || own.status() == CycleStatus.BRIEFED);
    }

    /** Shows first what will move, and moves it when that was seen. */
    @PostMapping("/{key}/move")
    String move(
            @PathVariable String key,
            @RequestParam(defaultValue = "-1") int revision,
            @RequestParam(defaultValue = "") String startsAt,
            @RequestParam(defaultValue = "") String endsAt,
            @RequestParam(defaultValue = "") String location,
            @RequestParam(required = false) @Nullable String sure,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Meeting meeting = led(key, request);
        RescheduleMeeting.Seen seen = new RescheduleMeeting.Seen(key, revision);
        Typed typed = new Typed(startsAt, endsAt, location, "");
        model.addAttribute("typed", typed);
        try {
            LocalDateTime start = moment("startsAt", startsAt, "refusal.startsAt.notAMoment");
            LocalDateTime end = moment("endsAt", endsAt, "refusal.endsAt.notAMoment");
            if (sure != null) {
                rescheduleMeeting.reschedule(seen, start, end, location);
                return "redirect:/meetings/" + key + "?moved";
            }
            model.addAttribute(
                    "dates",
                    PlannedDate.of(
                            meeting.dates(),
                            rescheduleMeeting.look(seen, start, end, location),
                            meeting.zone(),
                            language,
                            clock.instant()));
        } catch (Refusal refusal) {
            return refused("move", refusal, key, request, response, language, model);
        }
        return confirm("meeting/web/move", meeting, revision, language, model);
    }

    /** Asks first, and calls it off when the answer is yes. */
    @PostMapping("/{key}/cancel")
    String cancel(
            @PathVariable String key,
            @RequestParam(defaultValue = "-1") int revision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String sure,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Meeting meeting = led(key, request);
        RescheduleMeeting.Seen seen = new RescheduleMeeting.Seen(key, revision);
        Typed typed = typed(meeting);
        model.addAttribute("typed", new Typed(typed.startsAt(), typed.endsAt(), typed.location(), reason));
        try {
            if (sure != null) {
                cancelMeeting.cancel(seen, reason);
                return "redirect:/meetings/" + key + "?cancelled";
            }
            model.addAttribute("reason", cancelMeeting.look(seen, reason));
        } catch (Refusal refusal) {
            return refused("cancel", refusal, key, request, response, language, model);
        }
        return confirm("meeting/web/cancel", meeting, revision, language, model);
    }

    private String confirm(String page, Meeting meeting, int revision, Locale language, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("revision", revision);
        model.addAttribute("when", when(meeting, language));
        model.addAttribute("told", readMeetings.told(meeting.key()));
        return page;
    }

    /** The page again with what was typed, and the meeting as it is now. */
    private String refused(
            String form,
            Refusal refusal,
            String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Problem problem : refusal.problems()) {
            sentences.merge(problem.field(), problem.sentence(messages, language), (one, other) -> one + " " + other);
        }
        model.addAttribute("refused", sentences);
        model.addAttribute("refusedForm", form);
        return show(key, request, language, model);
    }

    /** The members that have no representative, and who was asked for one. */
    private List<Unrepresented> unrepresented(String key, Meeting meeting, Locale language) {
        List<RepresentativeRequest> requests = representativeRequests.open(key);
        Map<String, Person> asked = people.all(requests.stream()
                .map(RepresentativeRequest::asked)
                .filter(Objects::nonNull)
                .toList());
        return requests.stream()
                .map(request -> new Unrepresented(
                        people.organisation(request.organisation()).name(),
                        request.asked() == null
                                ? messages.getMessage("meetings.unrepresented.nobody", null, language)
                                : messages.getMessage(
                                        "meetings.unrepresented.asked",
                                        new Object[] {
                                            Objects.requireNonNull(asked.get(request.asked()))
                                                    .name(),
                                            DateInWords.of(
                                                    LocalDate.ofInstant(request.askedAt(), meeting.zone()), language)
                                        },
                                        language)))
                .toList();
    }

    private List<Part> parts(List<MeetingCycle> cycles) {
        Map<String, String> organisations =
                people.organisations().stream().collect(Collectors.toMap(Organisation::key, Organisation::name));
        Map<String, Person> representatives =
                people.all(cycles.stream().map(MeetingCycle::representative).toList());
        return cycles.stream()
                .map(cycle -> new Part(
                        cycle,
                        organisations.getOrDefault(cycle.organisation(), cycle.organisation()),
                        Objects.requireNonNull(representatives.get(cycle.representative()))
                                .name()))
                .toList();
    }

    private ReadMeetings.Reader reader(HttpServletRequest request) {
        return reader(readMeetings, request);
    }

    static ReadMeetings.Reader reader(ReadMeetings readMeetings, HttpServletRequest request) {
        Set<Role> roles = Stream.of(Role.values())
                .filter(role -> request.isUserInRole(role.name()))
                .collect(Collectors.toSet());
        return readMeetings.reader(request.getUserPrincipal().getName(), roles);
    }

    private ReadMeetings.Seen seen(String key, ReadMeetings.Reader reader) {
        return readMeetings.find(key, reader).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The meeting, for those who may move it or call it off. */
    private Meeting led(String key, HttpServletRequest request) {
        ReadMeetings.Reader reader = reader(request);
        Meeting meeting = seen(key, reader).meeting();
        if (!reader.leads(meeting)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return meeting;
    }

    private static Typed typed(Meeting meeting) {
        return new Typed(
                typed(meeting.dates().startsAt().atZone(meeting.zone()).toLocalDateTime()),
                typed(meeting.dates().endsAt().atZone(meeting.zone()).toLocalDateTime()),
                meeting.location(),
                "");
    }

    private static String typed(LocalDateTime moment) {
        return moment.format(TYPED);
    }

    private static @Nullable LocalDateTime moment(String field, String typed, String otherwise) {
        try {
            return typed.isBlank() ? null : LocalDateTime.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.of(field, otherwise);
        }
    }

    static String when(Meeting meeting, Locale language) {
        ZoneId zone = meeting.zone();
        return DateInWords.of(meeting.dates().startsAt(), zone, language) + " – "
                + DateInWords.timeOf(meeting.dates().endsAt(), zone, language);
    }

    record Line(Meeting meeting, String when) {}

    /** One organisation's part. */
    record Part(MeetingCycle cycle, String organisation, String representative) {

        /** Key of the words for how far it is. */
        public String stands() {
            return cycle.withdrawn() ? "meetings.withdrawn" : "form.cycleStatus." + cycle.status();
        }

        public boolean isOpen() {
            return !cycle.status().hasEnded();
        }
    }

    /** A member without a representative. */
    record Unrepresented(String organisation, String asked) {}

    /** What stands in the fields. */
    record Typed(String startsAt, String endsAt, String location, String reason) {}
}
