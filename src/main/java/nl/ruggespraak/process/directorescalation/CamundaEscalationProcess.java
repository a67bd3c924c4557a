package nl.ruggespraak.process.directorescalation;

import java.time.Instant;
import java.util.Date;
import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.escalation.EscalationHandover;
import nl.ruggespraak.escalation.EscalationProcess;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.notice.HandoverNotice;
import nl.ruggespraak.notice.InquiryNotice;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.handover.TaskHandover;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Follows each escalation by a process instance, and gives its tasks to whoever sees it through. */
@Component
class CamundaEscalationProcess implements EscalationProcess {

    private final RuntimeService runtime;
    private final TaskHandover taskHandover;
    private final Meetings meetings;
    private final HandoverNotice notice;
    private final InquiryNotice inquiryNotice;

    CamundaEscalationProcess(
            RuntimeService runtime,
            TaskHandover taskHandover,
            Meetings meetings,
            HandoverNotice notice,
            InquiryNotice inquiryNotice) {
        this.runtime = runtime;
        this.taskHandover = taskHandover;
        this.meetings = meetings;
        this.notice = notice;
        this.inquiryNotice = inquiryNotice;
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
    public void handedOver(Escalation escalation, EscalationHandover handover) {
        taskHandover.whole(
                taskHandover.ofEscalation(escalation.cycle(), escalation.id()),
                ProcessVariables.DIRECTOR,
                handover.to());
        notice.send(escalation.id(), handover);
    }

    @Override
    public void inquiryHandedOver(Escalation escalation, EscalationHandover handover) {
        taskHandover.oneOf(
                taskHandover.ofEscalation(escalation.cycle(), escalation.id()),
                ProcessVariables.DEPARTMENT_HEADS,
                ProcessVariables.DEPARTMENT_HEAD,
                handover.from(),
                handover.to());
        inquiryNotice.sendInstead(escalation.id(), handover);
    }
}
