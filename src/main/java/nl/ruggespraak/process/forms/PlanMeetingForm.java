package nl.ruggespraak.process.forms;

import java.util.List;
import nl.ruggespraak.people.People;
import org.springframework.stereotype.Component;

/** The networks in which a meeting can be planned. */
@Component
class PlanMeetingForm {

    private final People people;
    private final Choices choices;

    PlanMeetingForm(People people, Choices choices) {
        this.people = people;
        this.choices = choices;
    }

    Content content() {
        return new Content(people.networks().stream()
                .map(network -> new NetworkChoice(
                        network.key(), network.name(), network.leadTimeDays(), choices.members(network.key(), null)))
                .toList());
    }

    record Content(List<NetworkChoice> networks) {}

    record NetworkChoice(String value, String label, int leadTimeDays, List<Choices.Choice> members) {}
}
