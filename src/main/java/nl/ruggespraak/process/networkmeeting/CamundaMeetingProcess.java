package nl.ruggespraak.process.networkmeeting;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.MeetingDates;
import nl.ruggespraak.meeting.MeetingProcess;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.Variable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts, moves and ends the process instances of meetings and cycles. */
@Component
class CamundaMeetingProcess implements MeetingProcess {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    CamundaMeetingProcess(RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    @Override
    public void invited(Meeting meeting, List<MeetingCycle> cycles) {
        for (MeetingCycle cycle : cycles) {
            VariableMap variables = Variables.createVariables();
            ProcessVariables.ORGANISATION.put(variables, cycle.organisation());
            ProcessVariables.MEETING.put(variables, meeting.title());
            ProcessVariables.REPRESENTATIVE.put(variables, cycle.representative());
            ProcessVariables.ASK_ROUND_BATCHES.put(variables, 0);
            datesOfCycle(meeting.dates()).forEach((variable, date) -> variable.put(variables, date));
            runtime.startProcessInstanceByKey("meeting-cycle", cycle.key(), variables);
        }
    }

    @Override
    public void rescheduled(Meeting meeting) {
        for (ProcessInstance instance : instances("network-meeting", meeting.key())) {
            VariableMap variables = Variables.createVariables();
            datesOfMeeting(meeting.dates()).forEach((variable, date) -> variable.put(variables, date));
            runtime.setVariables(instance.getId(), variables);
            moveTimers(
                    instance,
                    Map.of(
                            "timer_meetingEnded", meeting.dates().endsAt(),
                            "timer_reportPeriodEnded", meeting.dates().reportPeriodEndsAt()));
        }
    }

    @Override
    public void rescheduled(Meeting meeting, List<MeetingCycle> cycles) {
        MeetingDates dates = meeting.dates();
        for (MeetingCycle cycle : cycles) {
            for (ProcessInstance instance : instances("meeting-cycle", cycle.key())) {
                VariableMap variables = Variables.createVariables();
                datesOfCycle(dates).forEach((variable, date) -> variable.put(variables, date));
                runtime.setVariables(instance.getId(), variables);
                moveTimers(
                        instance,
                        Map.of(
                                "timer_announcementDue", dates.announceAt(),
                                "timer_announcementOverdue", dates.announceByItselfAt(),
                                "timer_reminderDue", dates.remindAt(),
                                "timer_asksClose", dates.asksCloseAt(),
                                "timer_meetingStartsUnprepared", dates.startsAt(),
                                "timer_meetingStarts", dates.startsAt(),
                                "timer_evaluationDue", dates.evaluateAt()));
                moveTasks(
                        instance,
                        Map.of(
                                "userTask_announceMeeting", dates.announceByItselfAt(),
                                "userTask_prepareBriefing", dates.startsAt(),
                                "userTask_recordLeads", dates.leadsDueAt()));
                runtime.createMessageCorrelation("ruggespraak.meetingRescheduled")
                        .processInstanceId(instance.getId())
                        .correlateAll();
            }
        }
    }

    @Override
    public void cancelled(List<MeetingCycle> cycles) {
        for (MeetingCycle cycle : cycles) {
            runtime.createMessageCorrelation("ruggespraak.meetingCancelled")
                    .processInstanceBusinessKey(cycle.key())
                    .correlateAll();
        }
    }

    /** Comes before the meeting has ended when everybody was quick; then nothing waits for it and the next check finds out. */
    @Override
    public void allReported(String meeting) {
        runtime.createMessageCorrelation("ruggespraak.allCyclesReported")
                .processInstanceBusinessKey(meeting)
                .correlateAll();
    }

    /** The dates that a network-meeting waits for. */
    static Map<Variable<Date>, Date> datesOfMeeting(MeetingDates dates) {
        return Map.of(
                ProcessVariables.MEETING_ENDS_AT, Date.from(dates.endsAt()),
                ProcessVariables.REPORT_PERIOD_ENDS_AT, Date.from(dates.reportPeriodEndsAt()),
                ProcessVariables.PUBLISH_DUE_AT, Date.from(dates.publishDueAt()));
    }

    private static Map<Variable<Date>, Date> datesOfCycle(MeetingDates dates) {
        return Map.of(
                ProcessVariables.ANNOUNCE_AT, Date.from(dates.announceAt()),
                ProcessVariables.ANNOUNCE_BY_ITSELF_AT, Date.from(dates.announceByItselfAt()),
                ProcessVariables.REMIND_AT, Date.from(dates.remindAt()),
                ProcessVariables.ASKS_CLOSE_AT, Date.from(dates.asksCloseAt()),
                ProcessVariables.STARTS_AT, Date.from(dates.startsAt()),
                ProcessVariables.LEADS_DUE_AT, Date.from(dates.leadsDueAt()),
                ProcessVariables.EVALUATE_AT, Date.from(dates.evaluateAt()));
    }

    private List<ProcessInstance> instances(String definition, String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(definition)
                .processInstanceBusinessKey(businessKey)
                .list();
    }

    private void moveTimers(ProcessInstance instance, Map<String, Instant> dates) {
        for (Job job : management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list()) {
            String activity = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
            if (dates.containsKey(activity)) {
                management.setJobDuedate(job.getId(), Date.from(dates.get(activity)));
            }
        }
    }

    private void moveTasks(ProcessInstance instance, Map<String, Instant> dates) {
        for (Task task :
                tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
            Instant due = dates.get(task.getTaskDefinitionKey());
            if (due != null) {
                tasks.setDueDate(task.getId(), Date.from(due));
            }
        }
    }
}
