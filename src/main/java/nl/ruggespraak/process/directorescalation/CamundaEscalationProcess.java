package nl.ruggespraak.process.directorescalation;

import java.time.Instant;
import java.util.Date;
import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.escalation.EscalationProcess;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Follows each escalation by a process instance, and gives its task to the deputy. */
@Component
class CamundaEscalationProcess implements EscalationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Meetings meetings;

    CamundaEscalationProcess(RuntimeService runtime, TaskService tasks, Meetings meetings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.meetings = meetings;
    }

    @Override
    public void directorAsked(Escalation escalation, Instant dueAt, Instant overdueAt) {
        MeetingCycle cycle = meetings.cycle(escalation.cycle());
        VariableMap variables = Variables.createVariables();
        ProcessVariables.ORGANISATION.put(variables, cycle.organisation());
        ProcessVariables.MEETING.put(variables, meetings.get(cycle.meeting()).title());
        ProcessVariables.ESCALATION.put(variables, escalation.id());
        ProcessVariables.DIRECTOR.put(variables, escalation.director());
        ProcessVariables.DECISION_DUE_AT.put(variables, Date.from(dueAt));
        ProcessVariables.DECISION_OVERDUE_AT.put(variables, Date.from(overdueAt));
        runtime.startProcessInstanceByKey("director-escalation", escalation.cycle(), variables);
    }

    @Override
    public void handedOver(Escalation escalation, String deputy) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(escalation.cycle())
                .taskDefinitionKey("userTask_decideOnEscalation")
                .processVariableValueEquals(ProcessVariables.ESCALATION.name(), escalation.id())
                .list()
                .forEach(task -> {
                    runtime.setVariable(task.getProcessInstanceId(), ProcessVariables.DIRECTOR.name(), deputy);
                    tasks.setAssignee(task.getId(), deputy);
                });
    }
}
