package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ruggespraak.database.DatabaseKind;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody to where their work is. */
@Controller
class LandingPage {

    /**
     * Where work is done.
     *
     * @param key of the texts: {@code site.place.<key>.title} and {@code .text}
     */
    record Place(String key, String address) {}

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final People people;
    private final DatabaseKind database;

    LandingPage(People people, DatabaseKind database) {
        this.people = people;
        this.database = database;
    }

    @GetMapping("/")
    String show(Principal signedIn, HttpServletRequest request, Model model) {
        Optional<Person> person = people.find(signedIn.getName());
        model.addAttribute("firstName", person.map(Person::firstName).orElse(signedIn.getName()));
        model.addAttribute(
                "organisation",
                person.map(Person::organisation)
                        .map(people::organisation)
                        .map(Organisation::name)
                        .orElse(""));
        model.addAttribute("places", places(request));
        return "site/landing";
    }

    private List<Place> places(HttpServletRequest request) {
        boolean administrator = request.isUserInRole(Role.ADMINISTRATOR.name());
        boolean manager = request.isUserInRole(Role.MANAGER.name());
        boolean chair = request.isUserInRole(Role.CHAIR.name());
        boolean representative = request.isUserInRole(Role.REPRESENTATIVE.name());
        boolean asked = manager || request.isUserInRole(Role.ADVISER.name());
        return Stream.of(
                        Stream.of(new Place("tasks", TASKLIST)),
                        when(chair, new Place("plan", TASKLIST + "#/?processStart=network-meeting")),
                        when(chair || representative || manager || administrator, new Place("meetings", "/meetings")),
                        when(chair || administrator, new Place("deadlines", "/networks")),
                        when(asked, new Place("asks", "/asks")),
                        when(chair || representative, new Place("shared", "/meetings/asks")),
                        when(manager || administrator, new Place("progress", "/camunda/app/cockpit/default/")),
                        when(administrator, new Place("people", "/admin/import")),
                        when(administrator, new Place("catalogue", "/admin/catalogue")),
                        when(administrator, new Place("organisations", "/admin/organisations")),
                        when(administrator, new Place("addresses", "/admin/addresses")),
                        when(administrator, new Place("accounts", "/camunda/app/admin/default/")),
                        when(administrator, new Place("audit", "/audit")),
                        when(administrator, new Place("erase", "/admin/erase")),
                        when(administrator || database == DatabaseKind.EMBEDDED, new Place("mails", "/mailbox")))
                .flatMap(places -> places)
                .toList();
    }

    private static Stream<Place> when(boolean applies, Place place) {
        return applies ? Stream.of(place) : Stream.empty();
    }
}
