package nl.ruggespraak.process.networkmeeting;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ruggespraak.meeting.Handover;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.MeetingDates;
import nl.ruggespraak.meeting.MeetingProcess;
import nl.ruggespraak.notice.CancellationNotice;
import nl.ruggespraak.notice.ChairNotice;
import nl.ruggespraak.notice.MeetingInvitationNotice;
import nl.ruggespraak.process.AsEngine;
import nl.ruggespraak.process.OpenDates;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts, moves and ends the process instances of meetings and cycles. */
@Component
class CamundaMeetingProcess implements MeetingProcess {

    private final RuntimeService runtime;
    private final OpenDates openDates;
    private final CycleInOtherHands otherHands;
    private final MeetingInvitationNotice invitation;
    private final CancellationNotice cancellation;
    private final AsEngine engine;
    private final ChairNotice chairNotice;

    CamundaMeetingProcess(
            RuntimeService runtime,
            OpenDates openDates,
            CycleInOtherHands otherHands,
            MeetingInvitationNotice invitation,
            CancellationNotice cancellation,
            AsEngine engine,
            ChairNotice chairNotice) {
        this.runtime = runtime;
        this.openDates = openDates;
        this.otherHands = otherHands;
        this.invitation = invitation;
        this.cancellation = cancellation;
        this.engine = engine;
        this.chairNotice = chairNotice;
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
    public void joined(Meeting meeting, List<MeetingCycle> cycles) {
        engine.run(() -> {
            invited(meeting, cycles);
            invitation.sendToAll(meeting.key());
        });
    }

    @Override
    public void withdrawn(List<MeetingCycle> cycles) {
        engine.run(() -> {
            cancelled(cycles);
            cycles.forEach(cycle -> cancellation.sendToRepresentative(cycle.key()));
        });
    }

    /** What was posted is still delivered. */
    @Override
    public void closed(String organisation) {
        engine.run(() -> runtime.deleteProcessInstances(
                runtime
                        .createProcessInstanceQuery()
                        .tenantIdIn(organisation)
                        .processDefinitionKeyNotIn("mail-delivery")
                        .rootProcessInstances()
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .toList(),
                "The organisation is closed",
                true,
                true));
    }

    @Override
    public void rescheduled(Meeting meeting) {
        engine.run(() -> {
            moveMeeting(meeting);
            tell("ruggespraak.meetingRescheduled", meeting);
        });
    }

    @Override
    public void rescheduledByMessage(Meeting meeting) {
        moveMeeting(meeting);
    }

    @Override
    public void rescheduled(Meeting meeting, List<MeetingCycle> cycles) {
        MeetingDates dates = meeting.dates();
        VariableMap variables = Variables.createVariables();
        datesOfCycle(dates).forEach((variable, date) -> variable.put(variables, date));
        Map<String, ProcessInstance> running = running(meeting, cycles);
        running.keySet().forEach(instance -> runtime.setVariables(instance, variables));
        openDates.moveTimers(
                running.keySet(),
                "meeting-cycle",
                Map.of(
                        "timer_announcementDue", dates.announceAt(),
                        "timer_announcementOverdue", dates.announceByItselfAt(),
                        "timer_asksClose", dates.asksCloseAt(),
                        "timer_meetingStartsUnprepared", dates.startsAt(),
                        "timer_meetingStarts", dates.startsAt(),
                        "timer_evaluationDue", dates.evaluateAt()));
        openDates.awaitAnew(running.keySet(), "meeting-cycle", "timer_reminderDue", dates.remindAt());
        openDates.moveTasks(
                running.keySet(),
                Map.of(
                        "userTask_announceMeeting", dates.announceByItselfAt(),
                        "userTask_prepareBriefing", dates.startsAt(),
                        "userTask_recordLeads", dates.leadsDueAt()));
        running.keySet()
                .forEach(instance -> runtime.createMessageCorrelation("ruggespraak.meetingRescheduled")
                        .processInstanceId(instance)
                        .correlateAll());
    }

    @Override
    public void cancelled(Meeting meeting) {
        engine.run(() -> tell("ruggespraak.meetingCancelled", meeting));
    }

    @Override
    public void cancelled(List<MeetingCycle> cycles) {
        for (MeetingCycle cycle : cycles) {
            runtime.createMessageCorrelation("ruggespraak.meetingCancelled")
                    .processInstanceBusinessKey(cycle.key())
                    .correlateAll();
        }
    }

    @Override
    public void handedOver(MeetingCycle cycle, Handover handover) {
        engine.run(() -> otherHands.put(cycle, handover));
    }

    @Override
    public void handedOver(Meeting meeting, Handover handover) {
        chairNotice.send(meeting.key(), handover);
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

    private void moveMeeting(Meeting meeting) {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("network-meeting")
                .processInstanceBusinessKey(meeting.key())
                .singleResult()
                .getId();
        VariableMap variables = Variables.createVariables();
        datesOfMeeting(meeting.dates()).forEach((variable, date) -> variable.put(variables, date));
        runtime.setVariables(instance, variables);
        Map<String, Instant> dates = Map.of(
                "timer_meetingEnded", meeting.dates().endsAt(),
                "timer_reportPeriodEnded", meeting.dates().reportPeriodEndsAt());
        openDates.moveTimers(List.of(instance), "network-meeting", dates);
    }

    private void tell(String message, Meeting meeting) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(meeting.key())
                .setVariableToTriggeredScope(ProcessVariables.BY_OURSELVES.name(), Variables.booleanValue(true, true))
                .correlate();
    }

    /** The running instances of these cycles, by id, in one query. */
    private Map<String, ProcessInstance> running(Meeting meeting, List<MeetingCycle> cycles) {
        List<String> keys = cycles.stream().map(MeetingCycle::key).toList();
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("meeting-cycle")
                .processInstanceBusinessKeyLike(meeting.key() + "/%")
                .list()
                .stream()
                .filter(instance -> keys.contains(instance.getBusinessKey()))
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }
}
