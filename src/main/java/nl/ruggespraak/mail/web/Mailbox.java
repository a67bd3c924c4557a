package nl.ruggespraak.mail.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import nl.ruggespraak.calendar.CalendarMessage;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.MailLine;
import nl.ruggespraak.mail.MailStatus;
import nl.ruggespraak.mail.Mails;
import nl.ruggespraak.mail.PersonalAddresses;
import nl.ruggespraak.mail.Postbox;
import nl.ruggespraak.mail.PostedMail;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.DateInWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows the mails: all of them to administrators; in the demo, where nothing is sent anywhere, to everybody their own. Only there do
 * personal links work, for the mailbox is all the delivery that there is. Elsewhere nobody but the recipient gets them, no administrator
 * either.
 */
@Controller
@RequestMapping("/mailbox")
class Mailbox {

    private static final int PAGE = 50;

    /** The HTML of a mail may look as it likes, but load nothing, run nothing, and send nothing. */
    private static final String NOTHING_BUT_LOOKS = "sandbox allow-popups allow-popups-to-escape-sandbox;"
            + " default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'";

    private final Mails mails;
    private final Postbox postbox;
    private final List<PersonalAddresses> addresses;
    private final Demo demo;
    private final MessageSource messages;
    private final ZoneId zone;

    Mailbox(
            Mails mails,
            Postbox postbox,
            List<PersonalAddresses> addresses,
            Demo demo,
            MessageSource messages,
            @Value("${ruggespraak.zone:Europe/Amsterdam}") ZoneId zone) {
        this.mails = mails;
        this.postbox = postbox;
        this.addresses = addresses;
        this.demo = demo;
        this.messages = messages;
        this.zone = zone;
    }

    @ModelAttribute
    void admit(HttpServletRequest request) {
        if (!isDemo() && !isAdministrator(request)) {
            throw new AccessDeniedException("The mailbox is for administrators");
        }
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Long olderThan,
            @RequestParam(required = false) @Nullable MailStatus status,
            HttpServletRequest request,
            Locale language,
            Model model) {
        List<MailLine> lines = isAdministrator(request)
                ? mails.newest(olderThan, status, PAGE + 1)
                : mails.newestTo(request.getRemoteUser(), olderThan, status, PAGE + 1);
        boolean more = lines.size() > PAGE;
        List<Line> shown = lines.stream()
                .limit(PAGE)
                .map(line -> new Line(line, inWords(line.postedAt(), language)))
                .toList();
        model.addAttribute("lines", shown);
        model.addAttribute("status", status);
        model.addAttribute("statuses", List.of(MailStatus.REFUSED, MailStatus.FAILED));
        model.addAttribute("olderThan", olderThan);
        model.addAttribute("older", more ? lines.get(PAGE - 1).id() : null);
        model.addAttribute("keepsMails", postbox.keepsMails());
        return "mail/web/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, HttpServletRequest request, Locale language, Model model) {
        PostedMail posted = find(id, request);
        model.addAttribute("text", readable(posted, language).text());
        Instant sentAt = posted.sentAt();
        model.addAttribute("posted", posted);
        model.addAttribute("postedAt", inWords(posted.postedAt(), language));
        model.addAttribute("sentAt", sentAt == null ? null : inWords(sentAt, language));
        return "mail/web/show";
    }

    /** The HTML part alone, for the frame in the page. */
    @GetMapping("/{id}/html")
    ResponseEntity<byte[]> html(@PathVariable long id, HttpServletRequest request, Locale language) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", NOTHING_BUT_LOOKS)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(readable(find(id, request), language).html().getBytes(StandardCharsets.UTF_8));
    }

    /** The entry for the calendar, as the recipient gets it. */
    @GetMapping("/{id}/invite.ics")
    ResponseEntity<byte[]> calendar(@PathVariable long id, HttpServletRequest request) {
        CalendarMessage entry = find(id, request).mail().calendar();
        if (entry == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar; charset=UTF-8; method=" + entry.method()))
                .header("Content-Disposition", "attachment; filename=invite.ics")
                .body(entry.file());
    }

    private Mail readable(PostedMail posted, Locale language) {
        Mail mail = posted.mail();
        return mail.personal() != null && posted.status() == MailStatus.KEPT && isDemo()
                ? PersonalAddresses.addressed(mail, addresses)
                : mail.veiled(messages.getMessage("mailbox.personalLink", null, language));
    }

    private boolean isDemo() {
        return postbox.keepsMails() && demo.isThere();
    }

    /** Somebody else's mail is not there. */
    private PostedMail find(long id, HttpServletRequest request) {
        return mails.find(id)
                .filter(posted ->
                        isAdministrator(request) || posted.mail().recipient().equals(request.getRemoteUser()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean isAdministrator(HttpServletRequest request) {
        return request.isUserInRole(Role.ADMINISTRATOR.name());
    }

    private String inWords(Instant moment, Locale language) {
        return DateInWords.of(moment, zone, language);
    }

    /** A line of the list, its moment in words. */
    record Line(MailLine mail, String postedAt) {}
}
