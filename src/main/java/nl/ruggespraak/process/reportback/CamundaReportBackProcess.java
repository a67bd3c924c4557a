package nl.ruggespraak.process.reportback;

import java.util.Collection;
import java.util.List;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.notice.LeftReportBackNotice;
import nl.ruggespraak.process.AsEngine;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.handover.TaskHandover;
import nl.ruggespraak.reportback.ReportBack;
import nl.ruggespraak.reportback.ReportBackProcess;
import nl.ruggespraak.reportback.ReportBackStatus;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Follows each approved report-back by a process instance of its own. */
@Component
class CamundaReportBackProcess implements ReportBackProcess {

    private final RuntimeService runtime;
    private final TaskHandover taskHandover;
    private final AsEngine engine;
    private final LeftReportBackNotice notice;
    private final Meetings meetings;

    CamundaReportBackProcess(
            RuntimeService runtime,
            TaskHandover taskHandover,
            AsEngine engine,
            LeftReportBackNotice notice,
            Meetings meetings) {
        this.runtime = runtime;
        this.taskHandover = taskHandover;
        this.engine = engine;
        this.notice = notice;
        this.meetings = meetings;
    }

    @Override
    public void approved(String cycle, List<ReportBack> reportBacks) {
        MeetingCycle ours = meetings.cycle(cycle);
        String title = meetings.get(ours.meeting()).title();
        for (ReportBack reportBack : reportBacks) {
            VariableMap variables = Variables.createVariables();
            ProcessVariables.ORGANISATION.put(variables, ours.organisation());
            ProcessVariables.MEETING.put(variables, title);
            ProcessVariables.REPORT_BACK.put(variables, reportBack.id());
            // Nobody else knows what a former colleague asked for.
            ProcessVariables.COLLEAGUE.put(
                    variables, reportBack.withRepresentative() ? ours.representative() : reportBack.recipient());
            runtime.startProcessInstanceByKey("report-back", cycle, variables);
        }
    }

    /** What has not been sent yet goes to the representative when it is; of what was sent they hear now. */
    @Override
    public void leftToRepresentative(String cycle, List<ReportBack> reportBacks) {
        seenThroughBy(
                cycle,
                reportBacks.stream().map(ReportBack::id).toList(),
                meetings.cycle(cycle).representative());
        reportBacks.stream()
                .filter(reportBack -> reportBack.status() == ReportBackStatus.SENT)
                .map(ReportBack::id)
                .forEach(notice::send);
    }

    @Override
    public void seenThroughBy(String cycle, Collection<Long> reportBacks, String person) {
        if (!reportBacks.isEmpty()) {
            engine.run(() -> taskHandover.whole(
                    runtime
                            .createProcessInstanceQuery()
                            .processDefinitionKey("report-back")
                            .processInstanceBusinessKey(cycle)
                            .list()
                            .stream()
                            .map(ProcessInstance::getId)
                            .filter(instance -> reportBacks.contains(
                                    runtime.getVariable(instance, ProcessVariables.REPORT_BACK.name())))
                            .toList(),
                    ProcessVariables.COLLEAGUE,
                    person));
        }
    }
}
