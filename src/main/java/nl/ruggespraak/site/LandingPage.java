package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.setup.BrowserAddress;
import nl.ruggespraak.setup.Setup;
import nl.ruggespraak.setup.SetupStep.Visit;
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

    private static final String SETUP_SHOWN = LandingPage.class.getName() + ".setup";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final People people;
    private final Demo demo;
    private final Setup setup;

    LandingPage(People people, Demo demo, Setup setup) {
        this.people = people;
        this.demo = demo;
        this.setup = setup;
    }

    @GetMapping("/")
    String show(Principal signedIn, HttpServletRequest request, Model model) {
        if (request.isUserInRole(Role.ADMINISTRATOR.name()) && beginsWithSetup(signedIn, request)) {
            return "redirect:/setup";
        }
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

    /** Once after each sign-in, while something is missing: who has seen it may go on elsewhere. */
    private boolean beginsWithSetup(Principal signedIn, HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(SETUP_SHOWN) != null) {
            return false;
        }
        session.setAttribute(SETUP_SHOWN, true);
        return setup.isMissingAnything(new Visit(signedIn.getName(), BrowserAddress.of(request)));
    }

    private List<Place> places(HttpServletRequest request) {
        boolean administrator = request.isUserInRole(Role.ADMINISTRATOR.name());
        boolean manager = request.isUserInRole(Role.MANAGER.name());
        boolean chair = request.isUserInRole(Role.CHAIR.name());
        boolean representative = request.isUserInRole(Role.REPRESENTATIVE.name());
        boolean asked = manager || request.isUserInRole(Role.ADVISER.name());
        boolean inDemo = demo.isThere();
        return Stream.of(
                        Stream.of(new Place("tasks", TASKLIST)),
                        when(inDemo, new Place("demo", "/demo")),
                        when(chair, new Place("plan", TASKLIST + "#/?processStart=network-meeting")),
                        when(chair || representative || manager || administrator, new Place("meetings", "/meetings")),
                        when(chair || administrator, new Place("deadlines", "/networks")),
                        when(asked, new Place("asks", "/asks")),
                        when(chair || representative, new Place("shared", "/meetings/asks")),
                        when(manager || administrator, new Place("progress", "/camunda/app/cockpit/default/")),
                        when(administrator, new Place("setup", "/setup")),
                        when(administrator, new Place("people", "/admin/people")),
                        when(administrator, new Place("import", "/admin/import")),
                        when(administrator, new Place("invitations", "/admin/invitations")),
                        when(administrator, new Place("catalogue", "/admin/catalogue")),
                        when(administrator, new Place("organisations", "/admin/organisations")),
                        when(administrator, new Place("addresses", "/admin/addresses")),
                        when(administrator, new Place("accounts", "/camunda/app/admin/default/")),
                        when(administrator, new Place("audit", "/audit")),
                        when(administrator, new Place("erase", "/admin/erase")),
                        when(administrator || inDemo, new Place("mails", "/mailbox")))
                .flatMap(places -> places)
                .toList();
    }

    private static Stream<Place> when(boolean applies, Place place) {
        return applies ? Stream.of(place) : Stream.empty();
    }
}
