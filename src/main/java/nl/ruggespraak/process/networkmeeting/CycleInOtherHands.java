package nl.ruggespraak.process.networkmeeting;

import nl.ruggespraak.meeting.Handover;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.notice.SubstituteNotice;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.handover.TaskHandover;
import nl.ruggespraak.reportback.ReportBackProcess;
import nl.ruggespraak.reportback.ReportBacks;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Puts what waits for a cycle's representative into the hands of another: tasks, those of former colleagues among them, and all that is still to come. */
@Component
class CycleInOtherHands {

    private final RuntimeService runtime;
    private final TaskHandover taskHandover;
    private final ReportBacks reportBacks;
    private final ReportBackProcess reportBackProcess;
    private final SubstituteNotice notice;

    CycleInOtherHands(
            RuntimeService runtime,
            TaskHandover taskHandover,
            ReportBacks reportBacks,
            ReportBackProcess reportBackProcess,
            SubstituteNotice notice) {
        this.runtime = runtime;
        this.taskHandover = taskHandover;
        this.reportBacks = reportBacks;
        this.reportBackProcess = reportBackProcess;
        this.notice = notice;
    }

    void put(MeetingCycle cycle, Handover handover) {
        taskHandover.whole(
                runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey("meeting-cycle")
                        .processInstanceBusinessKey(cycle.key())
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .toList(),
                ProcessVariables.REPRESENTATIVE,
                handover.to());
        reportBackProcess.seenThroughBy(cycle.key(), reportBacks.withRepresentative(cycle.key()), handover.to());
        notice.send(cycle.key(), handover);
    }
}
