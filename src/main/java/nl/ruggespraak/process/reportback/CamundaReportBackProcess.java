package nl.ruggespraak.process.reportback;

import java.util.List;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.reportback.ReportBack;
import nl.ruggespraak.reportback.ReportBackProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Follows each approved report-back by a process instance of its own. */
@Component
class CamundaReportBackProcess implements ReportBackProcess {

    private final RuntimeService runtime;
    private final Meetings meetings;

    CamundaReportBackProcess(RuntimeService runtime, Meetings meetings) {
        this.runtime = runtime;
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
            ProcessVariables.COLLEAGUE.put(variables, reportBack.recipient());
            runtime.startProcessInstanceByKey("report-back", cycle, variables);
        }
    }
}
