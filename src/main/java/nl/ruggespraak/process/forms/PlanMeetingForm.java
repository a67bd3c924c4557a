package nl.ruggespraak.process.forms;

import java.util.List;
import java.util.Optional;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Component;

/** The networks in which the person who has signed in can plan a meeting. */
@Component
class PlanMeetingForm {

    private final People people;
    private final Choices choices;

    PlanMeetingForm(People people, Choices choices) {
        this.people = people;
        this.choices = choices;
    }

    Content content(String reader) {
        Optional<Person> person = people.find(reader);
        return new Content(people.networks().stream()
                .filter(network ->
                        person.filter(each -> each.leads(network.key())).isPresent())
                .map(network -> new NetworkChoice(
                        network.key(), network.name(), network.leadTimeDays(), choices.members(network.key(), null)))
                .toList());
    }

    record Content(List<NetworkChoice> networks) {}

    record NetworkChoice(String value, String label, int leadTimeDays, List<Choices.Choice> members) {}
}
