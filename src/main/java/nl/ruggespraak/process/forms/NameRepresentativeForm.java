package nl.ruggespraak.process.forms;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.ruggespraak.meeting.ChairOfMeeting;
import nl.ruggespraak.people.People;
import nl.ruggespraak.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** Name who attends: the colleagues of whom one can, the person who is asked among them. */
@Component
class NameRepresentativeForm implements FormContent {

    private final People people;
    private final ChairOfMeeting chair;

    NameRepresentativeForm(People people, ChairOfMeeting chair) {
        this.people = people;
        this.chair = chair;
    }

    @Override
    public String task() {
        return "userTask_nameRepresentative";
    }

    @Override
    public String asker(OpenTask task) {
        return chair.of(task.meeting()).key();
    }

    @Override
    public Content content(OpenTask task) {
        String asked = task.value(ProcessVariables.MANAGER);
        return new Content(
                asked,
                people.colleagues(requireNonNull(task.organisation())).stream()
                        .filter(colleague -> !colleague.key().equals(asked))
                        .map(colleague -> new Choices.Choice(colleague.key(), colleague.name()))
                        .toList());
    }

    /** {@code asked}: key of the person who is asked, and may attend. */
    record Content(String asked, List<Choices.Choice> colleagues) {}
}
