package nl.ruggespraak.process.maildelivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.calendar.CalendarFile;
import nl.ruggespraak.mail.MailServer;
import nl.ruggespraak.meeting.HandCycleOver;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What reaches the calendars of those concerned, from the planning of a meeting to its end, as mail programs get it. */
@RuggespraakTest
class CalendarMailsTests {

    private static final MailServer SERVER = new MailServer();
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String CHAIR = "ellen.janssen@sam.example.org";
    private static final String REPRESENTATIVE = "marieke.vandijk@lnv.example.org";
    private static final String JOOST = "joost.bakker@lnv.example.org";
    private static final String FATIMA = "fatima.elamrani@lnv.example.org";
    private static final Set<String> COLLEAGUES =
            Set.of(JOOST, FATIMA, "pieter.devries@lnv.example.org", "annelies.mulder@lnv.example.org");

    @DynamicPropertySource
    static void sendToTheServer(DynamicPropertyRegistry settings) {
        // Two engines of one name in one JVM: the REST interface of the other tests would find either.
        settings.add("camunda.bpm.process-engine-name", () -> "withSmtpAndCalendars");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SERVER::port);
    }

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Meetings meetings;

    @Autowired
    private HandCycleOver handCycleOver;

    @Autowired
    private JdbcClient jdbc;

    private final Set<String> read = new HashSet<>();

    @BeforeEach
    void startTheServer() {
        SERVER.up();
    }

    @AfterEach
    void stopTheServerAndForgetWhatIsLeft() {
        SERVER.down();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("mail-delivery")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the test"));
        engine.resetClock();
    }

    @Test
    void bringsThePlannedMeetingToTheChairAndToEveryRepresentative() {
        Meeting meeting = meetings.get(fixture.aPlannedMeeting());

        Map<String, CalendarFile> entries = entries();

        assertThat(entries).hasSize(5).containsKeys(CHAIR, REPRESENTATIVE);
        assertThat(entries.values()).extracting(CalendarFile::uid).containsOnly(uid(entries));
        entries.forEach((to, entry) -> {
            assertThat(entry.method()).isEqualTo(to.equals(CHAIR) ? "PUBLISH" : "REQUEST");
            assertThat(entry.sequence()).isZero();
            assertThat(entry.organizer()).isEqualTo(CHAIR);
            assertThat(entry.startsAt()).isEqualTo(meeting.dates().startsAt());
            assertThat(entry.endsAt()).isEqualTo(meeting.dates().endsAt());
            assertThat(entry.value("SUMMARY")).isEqualTo("Inspectors in the region");
            assertThat(entry.value("LOCATION")).isEqualTo("Town hall, 's-Hertogenbosch");
            assertThat(entry.value("DESCRIPTION"))
                    .contains(
                            "Municipality of De Meierij",
                            "Who inspects tomorrow?",
                            "An inspector can inspect anything");
            assertThat(entry.value("TRANSP")).isEqualTo("OPAQUE");
        });
        CalendarFile hers = entry(entries, REPRESENTATIVE);
        assertThat(hers.attendee()).isEqualTo(REPRESENTATIVE);
        assertThat(hers.parameter("ATTENDEE", "RSVP")).isEqualTo("TRUE");
    }

    @Test
    void bringsTheDeadlineForAsksToThoseWhoAreAsked() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        Meeting meeting = meetings.ofCycle(cycle);

        Map<String, CalendarFile> entries = deadlines();

        assertThat(entries).containsOnlyKeys(COLLEAGUES);
        assertThat(entries.values()).extracting(CalendarFile::uid).containsOnly(uid(entries));
        entries.forEach((to, entry) -> {
            assertThat(entry.method()).isEqualTo("REQUEST");
            assertThat(entry.organizer()).isEqualTo(REPRESENTATIVE);
            assertThat(entry.attendee()).isEqualTo(to);
            assertThat(entry.parameter("ATTENDEE", "RSVP")).isEqualTo("FALSE");
            assertThat(entry.endsAt()).isEqualTo(meeting.dates().asksCloseAt());
            assertThat(entry.startsAt()).isEqualTo(entry.endsAt().minusSeconds(900));
            assertThat(entry.value("TRANSP")).isEqualTo("TRANSPARENT");
            assertThat(entry.value("URL")).isEqualTo("http://localhost:8080/task/give-asks?of=" + cycle);
            assertThat(entry.text()).contains("BEGIN:VALARM").doesNotContain("/a/", "personal-link");
        });
    }

    @Test
    void movesWhatStandsInTheCalendarsOfThoseWhoAreStillConcerned() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String key = meetings.cycle(cycle).meeting();
        Map<String, CalendarFile> before = entries();
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));

        reschedule(key, start(key).plusDays(7), null);
        Map<String, CalendarFile> moved = entries();

        Meeting meeting = meetings.get(key);
        assertThat(moved).hasSize(8).doesNotContainKey(JOOST);
        assertThat(moved).allSatisfy((to, entry) -> {
            assertThat(entry.uid()).isEqualTo(entry(before, to).uid());
            assertThat(entry.sequence()).isGreaterThan(entry(before, to).sequence());
            assertThat(entry.method()).isEqualTo(entry(before, to).method());
            assertThat(entry.organizer()).isEqualTo(entry(before, to).organizer());
        });
        assertThat(entry(moved, REPRESENTATIVE).startsAt())
                .isEqualTo(meeting.dates().startsAt());
        assertThat(entry(moved, CHAIR).startsAt()).isEqualTo(meeting.dates().startsAt());
        assertThat(entry(moved, FATIMA).endsAt()).isEqualTo(meeting.dates().asksCloseAt());

        reschedule(key, start(key), "The other hall; first floor");
        Map<String, CalendarFile> elsewhere = entries();

        assertThat(elsewhere)
                .hasSameSizeAs(moved)
                .allSatisfy((to, entry) -> assertThat(entry.sequence())
                        .isGreaterThan(entry(moved, to).sequence()));
        assertThat(entry(elsewhere, REPRESENTATIVE).value("LOCATION")).isEqualTo("The other hall; first floor");
        assertThat(entry(elsewhere, REPRESENTATIVE).startsAt())
                .isEqualTo(entry(moved, REPRESENTATIVE).startsAt());
    }

    @Test
    void takesItFromEverybodyWhoGotItAndFromNobodyElse() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String key = meetings.cycle(cycle).meeting();
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        Map<String, CalendarFile> before = entries();

        runtime.createMessageCorrelation("ruggespraak.meetingCancelled")
                .processInstanceBusinessKey(key)
                .correlate();
        engine.work(key);
        Map<String, CalendarFile> off = entries();

        assertThat(off).containsOnlyKeys(before.keySet()).hasSize(9).containsKeys(JOOST, CHAIR);
        assertThat(off).allSatisfy((to, entry) -> {
            assertThat(entry.method()).isEqualTo("CANCEL");
            assertThat(entry.value("STATUS")).isEqualTo("CANCELLED");
            assertThat(entry.uid()).isEqualTo(entry(before, to).uid());
            assertThat(entry.sequence()).isGreaterThan(entry(before, to).sequence());
            assertThat(entry.organizer()).isEqualTo(entry(before, to).organizer());
        });
    }

    @Test
    void handsTheMeetingToASubstituteAndBack() {
        String key = fixture.aPlannedMeeting();
        String cycle = key + "/lnv";
        CalendarFile first = entry(entries(), REPRESENTATIVE);

        handOver(cycle, "lnv-representative", "lnv-adviser-1");
        Map<String, CalendarFile> handed = entries();

        assertThat(handed).containsOnlyKeys(REPRESENTATIVE, JOOST);
        assertThat(entry(handed, JOOST).method()).isEqualTo("REQUEST");
        assertThat(entry(handed, JOOST).attendee()).isEqualTo(JOOST);
        assertThat(entry(handed, JOOST).uid()).isEqualTo(first.uid());
        assertThat(entry(handed, REPRESENTATIVE).method()).isEqualTo("CANCEL");
        assertThat(entry(handed, REPRESENTATIVE).uid()).isEqualTo(first.uid());
        assertThat(entry(handed, REPRESENTATIVE).sequence()).isGreaterThan(first.sequence());

        reschedule(key, start(key).plusDays(7), null);
        assertThat(entries()).containsKeys(JOOST, CHAIR).doesNotContainKey(REPRESENTATIVE);

        handOver(cycle, "lnv-adviser-1", "lnv-representative");
        Map<String, CalendarFile> back = entries();

        assertThat(back).containsOnlyKeys(REPRESENTATIVE, JOOST);
        assertThat(entry(back, REPRESENTATIVE).method()).isEqualTo("REQUEST");
        assertThat(entry(back, REPRESENTATIVE).sequence())
                .isGreaterThan(entry(handed, REPRESENTATIVE).sequence());
        assertThat(entry(back, JOOST).method()).isEqualTo("CANCEL");
    }

    @Test
    void speaksTheLanguageOfWhoseCalendarItIs() {
        language("lnv-adviser-1", "nl");
        try {
            fixture.anAnnouncedMeeting("lnv");
            Map<String, CalendarFile> entries = deadlines();

            assertThat(entry(entries, JOOST).value("SUMMARY"))
                    .isEqualTo("Laatste moment voor je hulpvragen: “Inspectors in the region”");
            assertThat(entry(entries, FATIMA).value("SUMMARY"))
                    .isEqualTo("Last moment for your asks: “Inspectors in the region”");
        } finally {
            language("lnv-adviser-1", "en");
        }
    }

    @Test
    void putsNothingIntoACalendarThatIsOverAlready() {
        String key = fixture.aPlannedMeeting();
        String cycle = key + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        ClockUtil.setCurrentTime(
                Date.from(meetings.get(key).dates().asksCloseAt().plusSeconds(1)));
        engine.complete("lnv-representative", cycle, "userTask_announceMeeting", Map.of());

        List<MimeMessage> announcements = received().stream()
                .filter(message -> COLLEAGUES.contains(address(message)))
                .toList();

        assertThat(announcements)
                .hasSize(4)
                .allSatisfy(message -> assertThat(entryIn(message)).isNull());
    }

    @Test
    void bringsATitleWithEverythingThatCalendarsTakeForSigns() {
        Map<String, Object> plan = new HashMap<>(fixture.aPlan());
        plan.put("title", "Jobs, talks; 100% \\ “here” 😀");
        plan.put("location", "Hall 1, floor 2; De Meierij");
        fixture.planned(plan);

        CalendarFile entry = entry(entries(), REPRESENTATIVE);

        assertThat(entry.value("SUMMARY")).isEqualTo("Jobs, talks; 100% \\ “here” 😀");
        assertThat(entry.value("LOCATION")).isEqualTo("Hall 1, floor 2; De Meierij");
    }

    /** The next two nights in which the clocks change: one in spring and one in autumn. */
    @Test
    void bringsAMeetingThroughTheNightInWhichTheClocksChange() {
        Instant from = ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(30));
        for (int night = 0; night < 2; night++) {
            ZoneOffsetTransition change = AMSTERDAM.getRules().nextTransition(from);
            from = change.getInstant();
            LocalDate morning = LocalDate.ofInstant(from, AMSTERDAM);
            Map<String, Object> plan = new HashMap<>(fixture.aPlan());
            plan.put("startsAt", morning.minusDays(1) + "T22:30");
            plan.put("endsAt", morning + "T04:00");
            fixture.planned(plan);

            CalendarFile entry = entry(entries(), REPRESENTATIVE);

            Duration shown = Duration.ofMinutes(330);
            assertThat(Duration.between(entry.startsAt(), entry.endsAt())).isEqualTo(shown.minus(change.getDuration()));
            assertThat(entry.value("DTSTART")).endsWith("T223000");
            assertThat(entry.value("DTEND")).endsWith("T040000");
        }
    }

    private void reschedule(String key, LocalDateTime startsAt, @Nullable String location) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("startsAt", startsAt.toString());
        variables.put("endsAt", startsAt.plusHours(2).toString());
        if (location != null) {
            variables.put("location", location);
        }
        runtime.createMessageCorrelation("ruggespraak.meetingRescheduled")
                .processInstanceBusinessKey(key)
                .setVariables(variables)
                .correlate();
        engine.work(key);
    }

    private void handOver(String cycle, String from, String to) {
        engine.as(from, () -> {
            handCycleOver.handOver(cycle, from, to);
            return cycle;
        });
    }

    private LocalDateTime start(String key) {
        Meeting meeting = meetings.get(key);
        return LocalDateTime.ofInstant(meeting.dates().startsAt(), AMSTERDAM);
    }

    private void language(String person, String language) {
        jdbc.sql("update ruggespraak.person set language = :language where key = :person")
                .param("language", language)
                .param("person", person)
                .update();
    }

    /** The entries of the mails that have come since, each read from its mail, by address. Nobody gets two. */
    private Map<String, CalendarFile> entries() {
        Map<String, CalendarFile> entries = new HashMap<>();
        for (MimeMessage message : received()) {
            CalendarFile entry = entryIn(message);
            if (entry != null) {
                String to = address(message);
                assertThat(entries).doesNotContainKey(to);
                entries.put(to, entry);
            }
        }
        return entries;
    }

    /** Those that are not about the meeting itself. */
    private Map<String, CalendarFile> deadlines() {
        Map<String, CalendarFile> entries = entries();
        entries.values().removeIf(entry -> entry.organizer().equals(CHAIR));
        return entries;
    }

    /** Delivers all that was posted, and answers what has come since it was asked last. */
    private List<MimeMessage> received() {
        List<Job> ready = deliveries();
        while (!ready.isEmpty()) {
            ready.forEach(job -> management.executeJob(job.getId()));
            ready = deliveries();
        }
        return SERVER.received().stream()
                .filter(message -> read.add(messageId(message)))
                .toList();
    }

    private List<Job> deliveries() {
        return management
                .createJobQuery()
                .processDefinitionKey("mail-delivery")
                .withRetriesLeft()
                .list();
    }

    /** The calendar part of a mail, if it has one; that the attachment says the same and the envelope tells the method is seen to here. */
    private static @Nullable CalendarFile entryIn(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            if (new ContentType(message.getContentType()).match("multipart/alternative")) {
                assertThat(parts.getCount()).isEqualTo(2);
                return null;
            }
            assertThat(new ContentType(message.getContentType()).getBaseType()).isEqualTo("multipart/mixed");
            assertThat(parts.getCount()).isEqualTo(2);
            MimeMultipart alternatives = (MimeMultipart) parts.getBodyPart(0).getContent();
            assertThat(types(alternatives)).containsExactly("text/plain", "text/html", "text/calendar");
            BodyPart inside = alternatives.getBodyPart(2);
            byte[] file = inside.getInputStream().readAllBytes();
            CalendarFile entry = new CalendarFile(file);
            ContentType type = new ContentType(inside.getContentType());
            assertThat(type.getParameter("method")).isEqualTo(entry.method());
            assertThat(type.getParameter("charset")).isEqualToIgnoringCase("UTF-8");
            assertThat(inside.getDisposition()).isNull();
            BodyPart attachment = parts.getBodyPart(1);
            assertThat(attachment.getFileName()).isEqualTo("invite.ics");
            assertThat(attachment.getDisposition()).isEqualTo("attachment");
            assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(file);
            return entry;
        } catch (MessagingException | IOException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static List<String> types(MimeMultipart parts) throws MessagingException {
        List<String> types = new ArrayList<>();
        for (int part = 0; part < parts.getCount(); part++) {
            types.add(new ContentType(parts.getBodyPart(part).getContentType()).getBaseType());
        }
        return types;
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static String address(MimeMessage message) {
        try {
            return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (MessagingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static CalendarFile entry(Map<String, CalendarFile> entries, String to) {
        return Optional.ofNullable(entries.get(to))
                .orElseThrow(() -> new AssertionError("No entry for " + to + " among " + entries.keySet()));
    }

    private static String uid(Map<String, CalendarFile> entries) {
        return entries.values().iterator().next().uid();
    }
}
