package nl.ruggespraak.process.link;

import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.Variable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Finds a person's own open tasks by what they are about. */
@Component
class OpenTasks {

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Asks for the tasks of this kind that wait for this person; nobody has two about the same. */
    TaskQuery query(WaitingTask task, String subject, String person) {
        TaskQuery open = tasks.createTaskQuery()
                .taskDefinitionKey(key(task))
                .taskAssignee(person)
                .active();
        return switch (task.about()) {
            case CYCLE -> open.processInstanceBusinessKey(subject);
            case REPORT_BACK -> about(open, ProcessVariables.REPORT_BACK, subject);
            case ESCALATION -> about(open, ProcessVariables.ESCALATION, subject);
        };
    }

    private static TaskQuery about(TaskQuery open, Variable<Long> variable, String id) {
        return open.processVariableValueEquals(variable.name(), Long.valueOf(id));
    }

    private static String key(WaitingTask task) {
        return switch (task) {
            case GIVE_ASKS -> "userTask_giveAsks";
            case RECORD_LEADS -> "userTask_recordLeads";
            case SEND_REPORT_BACKS -> "userTask_sendReportBacks";
            case ACT_ON_REPORT_BACK -> "userTask_actOnReportBack";
            case DECIDE_ON_ESCALATION -> "userTask_decideOnEscalation";
            case REPORT_STAFF_AT_RISK -> "userTask_reportStaffAtRisk";
        };
    }
}
