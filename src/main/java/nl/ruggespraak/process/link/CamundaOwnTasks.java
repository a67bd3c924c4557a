package nl.ruggespraak.process.link;

import java.util.Optional;
import nl.ruggespraak.link.OwnTasks;
import nl.ruggespraak.link.WaitingTask;
import org.springframework.stereotype.Component;

/** Leads to tasks in Tasklist. */
@Component
class CamundaOwnTasks implements OwnTasks {

    private final OpenTasks openTasks;

    CamundaOwnTasks(OpenTasks openTasks) {
        this.openTasks = openTasks;
    }

    @Override
    public Optional<String> find(WaitingTask task, String subject, String person) {
        return openTasks.query(task, subject, person).listPage(0, 1).stream()
                .findFirst()
                .map(open -> "/camunda/app/tasklist/default/#/?task=" + open.getId());
    }
}
