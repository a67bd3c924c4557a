package nl.ruggespraak.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.ruggespraak.escalation.EscalationHandover;
import nl.ruggespraak.escalation.EscalationHandover.Why;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.MailLine;
import nl.ruggespraak.mail.Mails;
import nl.ruggespraak.meeting.Handover;
import nl.ruggespraak.people.Duty;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.boot.test.context.TestComponent;

/** Tells all that there is to tell. A kind that is missing here fails {@link EveryNoticeTests}. */
@TestComponent
record EveryNotice(
        Mails mails,
        MeetingInvitationNotice invitation,
        AnnouncementNotice announcement,
        ReminderNotice reminder,
        NudgeNotice nudge,
        BriefingNotice briefing,
        NewDateNotice newDate,
        CancellationNotice cancellation,
        ReportBackNotice reportBack,
        ReportBackReminderNotice reportBackReminder,
        LeftReportBackNotice leftReportBack,
        SubstituteNotice substitute,
        SilenceNotice silence,
        ReportBacksDueNotice reportBacksDue,
        ReportBacksOverdueNotice reportBacksOverdue,
        RepresentativeNeededNotice representativeNeeded,
        BriefNotice brief,
        DecisionDueNotice decisionDue,
        HandoverNotice handover,
        DeclineNotice decline,
        InquiryNotice inquiry,
        ResultNotice result,
        EvaluationNotice evaluation,
        NetworkResultsNotice networkResults,
        ChairNotice chair,
        NobodyNotice nobody,
        PasswordNotice password,
        People people) {

    /** All notices of one organisation's story; returns the mails that were new. */
    List<Mail> tell(JdbcStory story) {
        return tellOf(story).stream()
                .map(id -> mails.find(id).orElseThrow().mail())
                .toList();
    }

    /** The same; returns their numbers. */
    List<Long> tellOf(JdbcStory story) {
        long before = mails.newest(null, null, 1).stream()
                .mapToLong(MailLine::id)
                .findFirst()
                .orElse(0);
        invitation.sendToAll(story.meeting);
        announcement.send(story.cycle, "lnv-adviser-1");
        reminder.send(story.cycle, List.of("lnv-adviser-2"));
        nudge.nudged(story.cycle, List.of("lnv-adviser-2"), "Zonder jou ga ik niet graag.");
        newDate.sendToAttendees(story.meeting);
        newDate.send(story.cycle, List.of("lnv-adviser-1"));
        cancellation.sendToAttendees(story.meeting);
        cancellation.sendToRepresentative(story.cycle);
        representativeNeeded.ask(story.request);
        representativeNeeded.remind(story.request);
        representativeNeeded.nobodyToAsk(story.request);
        briefing.send(story.cycle);
        cancellation.send(story.cycle, List.of("lnv-adviser-1"));
        substitute.send(story.cycle, new Handover("lnv-representative", "lnv-adviser-2", false));
        reportBack.send(story.answer);
        reportBack.send(story.news);
        reportBack.send(story.nothing);
        reportBackReminder.send(List.of(story.answer));
        leftReportBack.send(story.answer);
        silence.send(story.answer);
        reportBacksDue.send(story.cycle);
        reportBacksOverdue.send(story.cycle);
        brief.send(story.escalation);
        decisionDue.send(story.escalation);
        handover.send(story.escalation, new EscalationHandover("lnv-director", "lnv-manager", Why.OVERDUE));
        decline.send(story.escalation);
        inquiry.send(story.escalation);
        result.send(story.escalation);
        evaluation.send(story.cycle, List.of("lnv-adviser-1"));
        networkResults.send(story.meeting);
        chair.send(story.meeting, new Handover("chair", "lnv-manager", true));
        nobody.left(
                List.of(new Duty(Duty.Kind.REPRESENT, story.cycle, story.meeting, "", "lnv", "lnv-representative")));
        Person somebody = people.get("lnv-adviser-3");
        password.invite(List.of(somebody), Set.of(somebody.key()), LocalDate.ofEpochDay(story.answer), 7);
        password.forgotten(List.of(somebody), Instant.ofEpochSecond(story.answer), 60);
        password.changed(somebody, Instant.ofEpochSecond(story.answer));
        return mails.newest(null, null, 100).stream()
                .map(MailLine::id)
                .filter(id -> id > before)
                .toList();
    }
}
