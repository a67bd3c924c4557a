package nl.ruggespraak.process.networkmeeting;

import java.time.LocalDateTime;
import java.util.List;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingPlan;
import nl.ruggespraak.meeting.PlanMeeting;
import nl.ruggespraak.process.ProcessVariables;
import nl.ruggespraak.process.SignedIn;
import nl.ruggespraak.process.forms.FormFields;
import nl.ruggespraak.process.identity.NetworkRights;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The start form: row and instance are born in one transaction, and a refused plan leaves neither. */
@Component
class PlanMeetingListener implements ExecutionListener {

    private static final List<String> FORM_FIELDS = List.of(
            "title",
            "network",
            "startsAt",
            "endsAt",
            "location",
            "region",
            "host",
            "topic",
            "statements",
            "leadTimeDays");

    private final PlanMeeting planMeeting;
    private final SignedIn signedIn;
    private final NetworkRights rights;

    PlanMeetingListener(PlanMeeting planMeeting, SignedIn signedIn, NetworkRights rights) {
        this.planMeeting = planMeeting;
        this.signedIn = signedIn;
        this.rights = rights;
    }

    @Override
    public void notify(DelegateExecution execution) {
        FormFields fields = FormFields.of(execution);
        LocalDateTime startsAt = fields.dateTime("startsAt");
        LocalDateTime endsAt = fields.dateTime("endsAt");
        MeetingPlan plan = new MeetingPlan(
                execution.getProcessBusinessKey(),
                fields.text("title"),
                fields.key("network"),
                startsAt,
                endsAt,
                fields.text("location"),
                fields.key("region"),
                fields.key("host"),
                fields.text("topic"),
                fields.texts("statements"),
                fields.wholeNumber("leadTimeDays"));
        fields.refuseProblems();
        Meeting meeting = planMeeting.plan(plan, signedIn.person());
        execution.setProcessBusinessKey(meeting.key());
        rights.grant(execution.getProcessInstanceId(), meeting.network());
        execution.removeVariables(FORM_FIELDS);
        ProcessVariables.MEETING.set(execution, meeting.title());
        CamundaMeetingProcess.datesOfMeeting(meeting.dates())
                .forEach((variable, date) -> variable.set(execution, date));
    }
}
