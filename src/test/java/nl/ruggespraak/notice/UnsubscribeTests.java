package nl.ruggespraak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.AskRounds;
import nl.ruggespraak.ask.NudgeColleagues;
import nl.ruggespraak.mail.MailServer;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the header of a mail that left, by the one click of a mail program, to no more reminders. */
@RuggespraakTest
class UnsubscribeTests {

    private static final MailServer SERVER = new MailServer();
    private static final String SITE = "https://ruggespraak.example.org";

    @DynamicPropertySource
    static void sendToTheServer(DynamicPropertyRegistry settings) {
        // Two engines of one name in one JVM: the REST interface of the other tests would find either.
        settings.add("camunda.bpm.process-engine-name", () -> "withSmtpAndUnsubscribing");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SERVER::port);
        settings.add("ruggespraak.url", () -> SITE);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private NudgeColleagues nudgeColleagues;

    @Autowired
    private AskRounds askRounds;

    @Autowired
    private ReminderNotice reminder;

    @Autowired
    private ReportBackReminderNotice reportBackReminder;

    @Autowired
    private CycleRows rows;

    private String cycle = "";

    @BeforeEach
    void announce() {
        SERVER.up();
        // Other tests reminded on the same day, and stopped it.
        rows.change("update ruggespraak.mail set key = key || '/' || id where key like '%/____-__-__/%'");
        rows.change("delete from ruggespraak.reminder_stop");
        cycle = meetings.anAnnouncedMeeting("lnv");
    }

    @AfterEach
    void stopTheServer() {
        SERVER.down();
    }

    @Test
    void isOfferedByRemindersAndNudgesOnly() throws Exception {
        nudgeColleagues.nudge(cycle, List.of("lnv-adviser-1"), "Please answer: " + SITE + "/a/x/reminders");
        engine.fire(cycle, "timer_reminderDue");

        Map<Boolean, List<String>> kinds = byOffer();
        assertThat(kinds.get(true))
                .hasSize(5)
                .allMatch(subject -> subject.startsWith("Still time") || subject.contains("asks once more"));
        assertThat(kinds.get(false))
                .anyMatch(subject -> subject.contains("what can I ask for you?"))
                .noneMatch(subject -> subject.startsWith("Still time") || subject.contains("asks once more"));
    }

    @Test
    void stopsWithOneClickFromTheHeaderAndWhatTheMailSaysIsTheSameAddress() throws Exception {
        engine.fire(cycle, "timer_reminderDue");
        MimeMessage mail = SERVER.received().stream()
                .filter(each -> offers(each) && to(each).contains("joost.bakker"))
                .findFirst()
                .orElseThrow();

        String header = mail.getHeader("List-Unsubscribe", null).replaceAll("\\s", "");
        assertThat(header).matches("<" + SITE + "/a/[\\w-]{32}/reminders>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String address = header.substring(1, header.length() - 1);
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        for (int part = 0; part < 2; part++) {
            assertThat(parts.getBodyPart(part).getContent().toString())
                    .contains(address)
                    .doesNotContain("personal-link-");
        }

        int status = Visitor.stranger(port)
                .post(address.replace(SITE, ""), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
                .statusCode();

        assertThat(status).isEqualTo(200);
        rows.change(
                "update ruggespraak.ask_round set reminded_at = null, reminded_until = null where cycle = ?", cycle);
        assertThat(askRounds.remindNext(cycle)).contains("lnv-adviser-2").doesNotContain("lnv-adviser-1");
    }

    @Test
    void stopsAllReportBacksOfAReminderAtOnce() throws Exception {
        String reported = rows.aCycle("lnv", "REPORTED");
        List<Long> waiting = List.of(aReportBack(reported), aReportBack(reported), aReportBack(reported));

        reportBackReminder.send(waiting);
        engine.work(reported);

        MimeMessage mail = SERVER.received().stream()
                .filter(UnsubscribeTests::offers)
                .findFirst()
                .orElseThrow();
        assertThat(mail.getSubject()).endsWith("and of 2 more?");
        assertThat(mail.getHeader("List-Unsubscribe", null).replaceAll("\\s", ""))
                .matches("<" + SITE + "/r/[\\w-]{32}/reminders\\?and=" + waiting.get(1) + "\\." + waiting.get(2) + ">");
        String text =
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
        assertThat(text.lines().map(String::strip).filter(line -> line.matches(SITE + "/r/[\\w-]{32}")))
                .hasSize(3);
    }

    @Test
    void remindsOfAnotherMeetingAMonthLaterAllTheSame() {
        reminder.send(cycle, List.of("lnv-adviser-1"));
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(30))));
        String other = meetings.anAnnouncedMeeting("lnv");

        assertThat(askRounds.remindNext(other)).contains("lnv-adviser-1");
    }

    private long aReportBack(String reported) {
        return rows.aReportBack(
                reported, "lnv-adviser-1", rows.aLead(reported, "TALK_ARRANGED", null, null), true, "SENT");
    }

    private Map<Boolean, List<String>> byOffer() {
        return SERVER.received().stream()
                .collect(Collectors.partitioningBy(
                        UnsubscribeTests::offers, Collectors.mapping(UnsubscribeTests::subject, Collectors.toList())));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String to(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean offers(MimeMessage mail) {
        try {
            return mail.getHeader("List-Unsubscribe") != null;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
