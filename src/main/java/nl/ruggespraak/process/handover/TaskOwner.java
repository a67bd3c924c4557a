package nl.ruggespraak.process.handover;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.people.Duty;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.Variable;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/**
 * For whom a user task waits: the variable that holds the person's key, and the duty that it is a part of.
 *
 * @param whose nothing when it waits for a group
 * @param kind nothing when it is a question to one colleague, which nobody else can answer
 */
public record TaskOwner(@Nullable Variable<String> whose, Duty.@Nullable Kind kind) {

    private static final TaskOwner REPRESENTATIVE = new TaskOwner(ProcessVariables.REPRESENTATIVE, Duty.Kind.REPRESENT);
    private static final TaskOwner COLLEAGUE = new TaskOwner(ProcessVariables.COLLEAGUE, null);
    private static final TaskOwner DIRECTOR = new TaskOwner(ProcessVariables.DIRECTOR, Duty.Kind.DECIDE);

    /** Every user task of every model. */
    static final Map<String, TaskOwner> ALL = Map.ofEntries(
            Map.entry("userTask_publishResults", new TaskOwner(null, null)),
            Map.entry("userTask_announceMeeting", REPRESENTATIVE),
            Map.entry("userTask_prepareBriefing", REPRESENTATIVE),
            Map.entry("userTask_recordLeads", REPRESENTATIVE),
            Map.entry("userTask_sendReportBacks", REPRESENTATIVE),
            // Whoever stops is not followed by somebody else: another one is asked anew.
            Map.entry("userTask_nameRepresentative", new TaskOwner(ProcessVariables.MANAGER, null)),
            Map.entry("userTask_giveAsks", COLLEAGUE),
            Map.entry("userTask_actOnReportBack", COLLEAGUE),
            Map.entry("userTask_decideOnEscalation", DIRECTOR),
            Map.entry(
                    "userTask_reportStaffAtRisk",
                    new TaskOwner(ProcessVariables.DEPARTMENT_HEAD, Duty.Kind.REPORT_STAFF)),
            Map.entry("userTask_agreeDeal", DIRECTOR),
            Map.entry("userTask_recordPlacements", DIRECTOR));

    /** Of whom this task is; nothing when no model of ours has it. */
    public static Optional<TaskOwner> of(String task) {
        return Optional.ofNullable(ALL.get(task));
    }

    static Set<String> tasksOf(Variable<String> whose) {
        return ALL.entrySet().stream()
                .filter(entry -> whose.equals(entry.getValue().whose()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static String[] tasksOfGroups() {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().whose() == null)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** The duty that this task is a part of, as its process has it. */
    Optional<Duty> duty(DelegateTask task, String person) {
        if (kind == null) {
            return Optional.empty();
        }
        String cycle = task.getExecution().getProcessBusinessKey();
        String id = switch (kind) {
            case DECIDE, REPORT_STAFF -> Long.toString(ProcessVariables.ESCALATION.in(task));
            case LEAD, REPRESENT, SEE_THROUGH -> cycle;
        };
        return Optional.of(new Duty(
                kind,
                id,
                MeetingCycle.meetingOf(cycle),
                ProcessVariables.MEETING.in(task),
                MeetingCycle.organisationOf(cycle),
                person));
    }
}
