package nl.ruggespraak.setup;

import java.util.List;
import nl.ruggespraak.setup.SetupStep.Visit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that a network needs, in the order in which it is done. */
@Component
public class Setup {

    private final ObjectProvider<SetupStep> steps;

    Setup(ObjectProvider<SetupStep> steps) {
        this.steps = steps;
    }

    /** How each thing stands. */
    public List<SetupLine> look(Visit visit) {
        return steps.orderedStream().map(step -> step.look(visit)).toList();
    }

    /** Whether anything is missing that is needed. */
    public boolean isMissingAnything(Visit visit) {
        return steps.orderedStream().anyMatch(step -> step.look(visit).state() == SetupLine.State.MISSING);
    }
}
