package nl.ruggespraak.mail.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ruggespraak.mail.Deliveries;
import nl.ruggespraak.mail.RefusedAddress;
import nl.ruggespraak.mail.Undelivered;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.DateInWords;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.UnusableAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows what did not arrive: of a meeting, to its representative and the managers of that organisation; and to administrators
 * whose address does not work.
 */
@Controller
class NotDelivered {

    private static final int SHOWN = 100;
    private static final int PAGE = 50;

    private final Deliveries deliveries;
    private final People people;
    private final EmailAddresses addresses;
    private final MessageSource messages;
    private final ZoneId zone;

    NotDelivered(
            Deliveries deliveries,
            People people,
            EmailAddresses addresses,
            MessageSource messages,
            @Value("${ruggespraak.zone:Europe/Amsterdam}") ZoneId zone) {
        this.deliveries = deliveries;
        this.people = people;
        this.addresses = addresses;
        this.messages = messages;
        this.zone = zone;
    }

    /** Of one's own organisation; administrators name one. */
    @GetMapping("/meetings/{key}/deliveries")
    String ofMeeting(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String organisation,
            HttpServletRequest request,
            Locale language,
            Model model) {
        Deliveries.Cycle cycle =
                cycle(key, organisation, request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("meetingKey", key);
        model.addAttribute("meetingTitle", cycle.title());
        model.addAttribute("count", deliveries.countUndelivered(cycle.key()));
        model.addAttribute("shown", SHOWN);
        model.addAttribute(
                "mails",
                deliveries.undelivered(cycle.key(), SHOWN).stream()
                        .map(mail -> new Line(mail, inWords(mail.since(), language)))
                        .toList());
        return "mail/web/undelivered";
    }

    private Optional<Deliveries.Cycle> cycle(
            String meeting, @Nullable String organisation, HttpServletRequest request) {
        if (request.isUserInRole(Role.ADMINISTRATOR.name()) && organisation != null) {
            return deliveries.cycle(meeting, organisation);
        }
        boolean concerns =
                request.isUserInRole(Role.REPRESENTATIVE.name()) || request.isUserInRole(Role.MANAGER.name());
        String person = request.getRemoteUser();
        return people.find(person)
                .map(Person::organisation)
                .flatMap(own -> deliveries.cycle(meeting, own))
                .filter(cycle -> concerns || cycle.representative().equals(person));
    }

    @GetMapping("/admin/addresses")
    String addresses(
            @RequestParam(defaultValue = "") String sought,
            @RequestParam(required = false) @Nullable String after,
            Locale language,
            Model model) {
        List<RefusedAddress> found = deliveries.refused(sought, after, PAGE + 1);
        model.addAttribute("sought", sought);
        model.addAttribute("after", after);
        model.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).person() : null);
        model.addAttribute(
                "addresses",
                found.stream()
                        .limit(PAGE)
                        .map(refused -> address(refused, language))
                        .toList());
        return "mail/web/addresses";
    }

    private Address address(RefusedAddress refused, Locale language) {
        RefusedAddress.Answer answer = refused.answer();
        return answer == null
                ? new Address(refused, why(refused.address(), language), null)
                : new Address(refused, answer.reason(), inWords(answer.since(), language));
    }

    private String why(String address, Locale language) {
        try {
            addresses.read(address);
            return "";
        } catch (UnusableAddress unusable) {
            return unusable.problem("address").sentence(messages, language);
        }
    }

    private String inWords(Instant moment, Locale language) {
        return DateInWords.of(moment, zone, language);
    }

    /** A mail, its moment in words. */
    record Line(Undelivered mail, String since) {}

    /**
     * An address, and why it does not work, in words.
     *
     * @param since since when the mail server refuses it, if it was asked
     */
    record Address(
            RefusedAddress refused, String why, @Nullable String since) {}
}
