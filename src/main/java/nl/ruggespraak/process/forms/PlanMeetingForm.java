package nl.ruggespraak.process.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ruggespraak.people.Network;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.stereotype.Component;

/** The networks in which the person who has signed in can plan a meeting. */
@Component
class PlanMeetingForm {

    private final People people;
    private final Clock clock;

    PlanMeetingForm(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    Content content(String reader) {
        Optional<Person> person = people.find(reader);
        return new Content(people.networks().stream()
                .filter(network ->
                        person.filter(each -> each.leads(network.key())).isPresent())
                .map(this::choice)
                .filter(choice -> !choice.members().isEmpty())
                .toList());
    }

    private NetworkChoice choice(Network network) {
        List<Organisation> members =
                people.members(network.key(), LocalDate.ofInstant(clock.instant(), network.zone()));
        Map<String, List<Person>> representatives =
                people.inTurn(members.stream().map(Organisation::key).toList(), List.of(Role.REPRESENTATIVE));
        return new NetworkChoice(
                network.key(),
                network.name(),
                network.leadTimeDays(),
                Choices.members(members, null),
                members.stream()
                        .filter(member -> !representatives.containsKey(member.key()))
                        .map(Organisation::name)
                        .toList());
    }

    record Content(List<NetworkChoice> networks) {}

    /** {@code unrepresented}: names of the members that have no representative. */
    record NetworkChoice(
            String value, String label, int leadTimeDays, List<Choices.Choice> members, List<String> unrepresented) {}
}
