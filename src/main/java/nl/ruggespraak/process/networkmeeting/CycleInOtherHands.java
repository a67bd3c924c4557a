package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.Handover;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.notice.SubstituteNotice;
import nl.ruggespraak.process.HandTask;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.reportback.ReportBackProcess;
import nl.ruggespraak.reportback.ReportBacks;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Puts what waits for a cycle's representative into the hands of another: tasks, those of former colleagues among them, and all that is still to come. */
@Component
class CycleInOtherHands {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HandTask handTask;
    private final ReportBacks reportBacks;
    private final ReportBackProcess reportBackProcess;
    private final SubstituteNotice notice;

    CycleInOtherHands(
            RuntimeService runtime,
            TaskService tasks,
            HandTask handTask,
            ReportBacks reportBacks,
            ReportBackProcess reportBackProcess,
            SubstituteNotice notice) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.handTask = handTask;
        this.reportBacks = reportBacks;
        this.reportBackProcess = reportBackProcess;
        this.notice = notice;
    }

    void put(MeetingCycle cycle, Handover handover) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("meeting-cycle")
                .processInstanceBusinessKey(cycle.key())
                .list()
                .forEach(instance ->
                        runtime.setVariable(instance.getId(), ProcessVariables.REPRESENTATIVE.name(), handover.to()));
        tasks.createTaskQuery()
                .processDefinitionKey("meeting-cycle")
                .processInstanceBusinessKey(cycle.key())
                .taskAssignee(handover.from())
                .list()
                .forEach(task -> handTask.to(task, handover.to()));
        reportBackProcess.seenThroughBy(cycle.key(), reportBacks.withRepresentative(cycle.key()), handover.to());
        notice.send(cycle.key(), handover);
    }
}
