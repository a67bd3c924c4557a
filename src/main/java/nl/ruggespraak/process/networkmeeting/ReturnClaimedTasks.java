package nl.ruggespraak.process.networkmeeting;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.Leaving;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.process.handover.TaskHandover;
import org.springframework.stereotype.Component;

/** A task of the network that a chair has claimed waits for every chair again when that one leaves. */
@Component
class ReturnClaimedTasks implements Leaving {

    private final TaskHandover taskHandover;

    ReturnClaimedTasks(TaskHandover taskHandover) {
        this.taskHandover = taskHandover;
    }

    @Override
    public void left(Collection<String> persons) {
        taskHandover.backToTheGroup(persons);
    }

    @Override
    public void rolesEnded(Map<String, Set<HeldRole>> ended) {
        taskHandover.backToTheGroup(ended.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(held -> held.role() == Role.CHAIR))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }
}
