package nl.ruggespraak.process.askround;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.ruggespraak.ask.AskRoundProcess;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.process.AsEngine;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts, moves and ends ask rounds. Each is a root instance of its own: what a colleague costs does not depend on how many there are. */
@Component
class CamundaAskRoundProcess implements AskRoundProcess {

    private static final String CLOSED = "ruggespraak.askRoundClosed";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsEngine engine;

    CamundaAskRoundProcess(RuntimeService runtime, TaskService tasks, AsEngine engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public void opened(Meeting meeting, MeetingCycle cycle, List<String> colleagues) {
        for (String colleague : colleagues) {
            VariableMap variables = Variables.createVariables();
            ProcessVariables.ORGANISATION.put(variables, cycle.organisation());
            ProcessVariables.MEETING.put(variables, meeting.title());
            ProcessVariables.COLLEAGUE.put(variables, colleague);
            runtime.startProcessInstanceByKey("ask-round", cycle.key(), variables);
        }
    }

    @Override
    public void closed(String cycle, int atMost) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(cycle)
                .messageEventSubscriptionName(CLOSED)
                .listPage(0, atMost)
                .forEach(waiting -> runtime.messageEventReceived(CLOSED, waiting.getId()));
    }

    @Override
    public void left(String cycle, String colleague) {
        engine.run(() -> runtime.createExecutionQuery()
                .processInstanceBusinessKey(cycle)
                .messageEventSubscriptionName(CLOSED)
                .processVariableValueEquals(ProcessVariables.COLLEAGUE.name(), colleague)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(CLOSED, waiting.getId())));
    }

    @Override
    public void moved(String cycle, Instant asksCloseAt, int atMost) {
        Date due = Date.from(asksCloseAt);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(cycle)
                .taskDefinitionKey("userTask_giveAsks")
                .or()
                .dueBefore(due)
                .dueAfter(due)
                .endOr()
                .listPage(0, atMost)
                .forEach(task -> tasks.setDueDate(task.getId(), due));
    }
}
