package nl.ruggespraak.process.reportback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
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
    private final People people;

    CamundaReportBackProcess(RuntimeService runtime, Meetings meetings, People people) {
        this.runtime = runtime;
        this.meetings = meetings;
        this.people = people;
    }

    @Override
    public void approved(String cycle, List<ReportBack> reportBacks) {
        MeetingCycle ours = meetings.cycle(cycle);
        String title = meetings.get(ours.meeting()).title();
        Map<String, Person> recipients =
                people.all(reportBacks.stream().map(ReportBack::recipient).collect(Collectors.toSet()));
        for (ReportBack reportBack : reportBacks) {
            Person recipient = recipients.get(reportBack.recipient());
            VariableMap variables = Variables.createVariables();
            ProcessVariables.ORGANISATION.put(variables, ours.organisation());
            ProcessVariables.MEETING.put(variables, title);
            ProcessVariables.REPORT_BACK.put(variables, reportBack.id());
            // Nobody else knows what a former colleague asked for.
            ProcessVariables.COLLEAGUE.put(
                    variables, recipient != null && recipient.active() ? recipient.key() : ours.representative());
            runtime.startProcessInstanceByKey("report-back", cycle, variables);
        }
    }
}
