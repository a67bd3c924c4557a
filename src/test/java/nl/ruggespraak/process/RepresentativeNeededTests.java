package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.CancelMeeting;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.meeting.RescheduleMeeting;
import nl.ruggespraak.people.ImportPeople;
import nl.ruggespraak.people.PeopleImport;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.site.Visitor;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A member organisation without a representative: somebody is asked, and it joins as soon as somebody goes. */
@RuggespraakTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=members")
class RepresentativeNeededTests {

    private static final String TASK = "userTask_nameRepresentative";

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private Meetings meetings;

    @Autowired
    private RescheduleMeeting rescheduleMeeting;

    @Autowired
    private CancelMeeting cancelMeeting;

    @Autowired
    private ImportPeople importPeople;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void putEverythingBack() {
        engine.resetClock();
        take(Map.of(
                "rws-representative", "representative",
                "rws-manager", "manager",
                "rws-director", "director",
                "rws-adviser-1", "adviser",
                "rws-adviser-2", "adviser"));
        jdbc.sql("update ruggespraak.person set attended_at = null").update();
    }

    @Test
    void asksTheManagerAndLetsTheOrganisationJoinWithTheColleagueWhoIsNamed() {
        take(Map.of("rws-representative", "adviser"));
        String meeting = fixture.aPlannedMeeting();
        String cycle = meeting + "/rws";

        assertThat(meetings.findCycle(cycle)).isEmpty();
        Task task = engine.task("rws-manager", cycle, TASK);
        assertThat(task.getTenantId()).isEqualTo("rws");
        assertThat(task.getDueDate())
                .isEqualTo(Date.from(meetings.get(meeting).dates().announceAt()));
        assertThat(mails(meeting, "name-representative")).containsExactly("rws-manager");

        engine.complete("rws-manager", cycle, TASK, Map.of("representative", "rws-adviser-1"));

        assertThat(meetings.cycle(cycle).representative()).isEqualTo("rws-adviser-1");
        assertThat(engine.tasks(cycle, TASK)).isEmpty();
        assertThat(mails(meeting, "invitation")).contains("rws-adviser-1");
        assertThat(jdbc.sql("select calendar_method from ruggespraak.mail where cycle = ? and kind = 'invitation'")
                        .param(cycle)
                        .query(String.class)
                        .single())
                .isEqualTo("REQUEST");
        engine.fire(cycle, "timer_announcementDue");
        engine.complete("rws-adviser-1", cycle, "userTask_announceMeeting", Map.of());
        assertThat(jdbc.sql(
                                "select action from ruggespraak.audit where subject = ? and action like 'REPRESENTATIVE%' order by id")
                        .param("cycle/" + cycle)
                        .query(String.class)
                        .list())
                .containsExactly("REPRESENTATIVE_ASKED", "REPRESENTATIVE_NAMED");
    }

    @Test
    void letsTheManagerAttend() {
        take(Map.of("rws-representative", "adviser"));
        String cycle = fixture.aPlannedMeeting() + "/rws";

        engine.complete("rws-manager", cycle, TASK, Map.of("representative", "rws-manager"));

        assertThat(meetings.cycle(cycle).representative()).isEqualTo("rws-manager");
    }

    @Test
    void refusesWhoIsNobodyOfTheOrganisation() {
        take(Map.of("rws-representative", "adviser"));
        String cycle = fixture.aPlannedMeeting() + "/rws";

        for (String other : List.of("lnv-adviser-1", "nobody", "")) {
            assertThatThrownBy(() -> engine.complete("rws-manager", cycle, TASK, Map.of("representative", other)))
                    .hasStackTraceContaining(Refusal.class.getName());
        }

        assertThat(engine.task("rws-manager", cycle, TASK)).isNotNull();
        assertThat(meetings.findCycle(cycle)).isEmpty();
    }

    @Test
    void opensWithWhatIsThenDueWhenARepresentativeArrivesLater() {
        take(Map.of("rws-representative", "adviser"));
        String meeting = fixture.aPlannedMeeting();
        String cycle = meeting + "/rws";
        ClockUtil.setCurrentTime(
                Date.from(meetings.get(meeting).dates().announceAt().plus(Duration.ofHours(1))));

        take(Map.of("rws-representative", "representative"));
        engine.work(meeting);

        assertThat(engine.tasks(cycle, TASK)).as("nobody is asked any more").isEmpty();
        assertThat(meetings.cycle(cycle).representative()).isEqualTo("rws-representative");
        assertThat(mails(meeting, "invitation")).contains("rws-representative");
        engine.fire(cycle, "timer_announcementDue");
        assertThat(engine.task("rws-representative", cycle, "userTask_announceMeeting"))
                .isNotNull();
    }

    @Test
    void letsNobodyJoinAMeetingThatHasBegun() {
        take(Map.of("rws-representative", "adviser"));
        String meeting = fixture.aPlannedMeeting();
        String cycle = meeting + "/rws";

        engine.fire(cycle, "timer_meetingStartsWithout");
        take(Map.of("rws-representative", "representative"));

        assertThat(engine.passed(cycle, "endEvent_nobodyNamed")).isTrue();
        assertThat(engine.tasks(cycle, TASK)).isEmpty();
        assertThat(meetings.findCycle(cycle)).isEmpty();
    }

    @Test
    void remindsTheManagerAndTellsTheChairWhenNobodyWasNamed() {
        take(Map.of("rws-representative", "adviser"));
        String meeting = fixture.aPlannedMeeting();
        String cycle = meeting + "/rws";

        engine.fire(cycle, "timer_namingOverdue");

        assertThat(mails(meeting, "representative-missing")).containsExactly("chair");
        assertThat(jdbc.sql(
                                "select text_body from ruggespraak.mail where kind = 'name-representative-reminder' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains(meetings.get(meeting).title());
        assertThat(engine.task("rws-manager", cycle, TASK)).isNotNull();
    }

    @Test
    void asksTheDirectorWhereThereIsNoManager() {
        take(Map.of("rws-representative", "adviser", "rws-manager", "adviser"));

        String cycle = fixture.aPlannedMeeting() + "/rws";

        assertThat(engine.task("rws-director", cycle, TASK)).isNotNull();
    }

    @Test
    void tellsTheChairWhereNobodyCanBeAskedUntilSomebodyCan() {
        take(Map.of("rws-representative", "adviser", "rws-manager", "adviser", "rws-director", "adviser"));
        String meeting = fixture.aPlannedMeeting();
        String cycle = meeting + "/rws";

        assertThat(engine.tasks(cycle, TASK)).isEmpty();
        assertThat(mails(meeting, "representative-missing")).containsExactly("chair");
        assertThat(Visitor.signedIn(port, "chair").get("/meetings/" + meeting).body())
                .contains("Road Authority", "has no manager and no director");

        take(Map.of("rws-manager", "manager"));
        engine.work(meeting);

        assertThat(engine.task("rws-manager", cycle, TASK)).isNotNull();
    }

    @Test
    void asksSomebodyElseWhenTheManagerLeavesOrIsManagerNoLonger() {
        take(Map.of("rws-representative", "adviser"));
        String meeting = fixture.aPlannedMeeting();
        String cycle = meeting + "/rws";

        take("rws;;rws-manager;Bram;Peters;bram.peters@rws.example.org;;manager;no");
        engine.work(meeting);
        assertThat(engine.task("rws-director", cycle, TASK)).isNotNull();
        assertThat(engine.tasks(cycle, TASK)).hasSize(1);

        take(Map.of("rws-director", "adviser", "rws-adviser-2", "manager"));
        engine.work(meeting);
        assertThat(engine.task("rws-adviser-2", cycle, TASK)).isNotNull();
        assertThat(engine.tasks(cycle, TASK)).hasSize(1);
    }

    @Test
    void movesWithTheMeeting() {
        take(Map.of("rws-representative", "adviser"));
        String key = fixture.aPlannedMeeting();
        String cycle = key + "/rws";
        Meeting before = meetings.get(key);
        LocalDateTime start = LocalDateTime.ofInstant(before.dates().startsAt(), before.zone())
                .plusDays(7);

        engine.as("chair", () -> {
            rescheduleMeeting.reschedule(new RescheduleMeeting.Seen(key, 0), start, start.plusHours(2), "Castle");
            return key;
        });
        engine.work(key);

        Meeting after = meetings.get(key);
        assertThat(engine.due(cycle, "timer_meetingStartsWithout"))
                .isEqualTo(after.dates().startsAt());
        assertThat(engine.due(cycle, "timer_namingOverdue"))
                .isEqualTo(after.dates().announceAt());
        assertThat(engine.task("rws-manager", cycle, TASK).getDueDate())
                .isEqualTo(Date.from(after.dates().announceAt()));
    }

    @Test
    void endsWithTheMeetingThatIsCalledOff() {
        take(Map.of("rws-representative", "adviser"));
        String key = fixture.aPlannedMeeting();

        engine.as("chair", () -> {
            cancelMeeting.cancel(new RescheduleMeeting.Seen(key, 0), "No room");
            return key;
        });
        engine.work(key);

        assertThat(engine.instances(key)).isEmpty();
        assertThat(engine.passed(key + "/rws", "endEvent_requestEnded")).isTrue();
    }

    @Test
    void tellsTheChairWhoIsMissingWhilePlanningAndOnThePageOfTheMeeting() {
        take(Map.of("rws-representative", "adviser"));
        String key = fixture.aPlannedMeeting();
        Visitor chair = Visitor.signedIn(port, "chair");

        assertThat(chair.getJson("/forms/start/network-meeting").body())
                .contains("\"unrepresented\":[\"Road Authority\"]");
        assertThat(chair.get("/meetings/" + key).body())
                .contains("Members without a representative", "Road Authority", "Bram Peters was asked on");
        assertThat(Visitor.signedIn(port, "lnv-representative")
                        .get("/meetings/" + key)
                        .body())
                .doesNotContain("Bram Peters");
    }

    @Test
    void sendsWhoAttendedLastThenWhoIsNobodysDeputyThenByName() {
        take(Map.of("rws-adviser-1", "representative", "rws-adviser-2", "representative"));
        Function<String, String> goes =
                meeting -> meetings.cycle(meeting + "/rws").representative();

        assertThat(goes.apply(fixture.aPlannedMeeting()))
                .as("Yvonne de Boer, by name")
                .isEqualTo("rws-adviser-2");
        take("rws;;rws-adviser-1;Daan;Meijer;daan.meijer@rws.example.org;rws-adviser-2;representative;");
        assertThat(goes.apply(fixture.aPlannedMeeting()))
                .as("Daan Meijer, for Yvonne de Boer is his deputy")
                .isEqualTo("rws-adviser-1");
        jdbc.sql("update ruggespraak.person set attended_at = ? where key = 'rws-representative'")
                .param(java.sql.Timestamp.from(Instant.EPOCH))
                .update();
        assertThat(goes.apply(fixture.aPlannedMeeting())).as("who attended").isEqualTo("rws-representative");
        take("rws;;rws-adviser-1;Daan;Meijer;daan.meijer@rws.example.org;;adviser;");
    }

    @Test
    void remembersWhoAttended() {
        fixture.aReportedMeeting("lnv");

        assertThat(jdbc.sql("select key from ruggespraak.person where attended_at is not null")
                        .query(String.class)
                        .list())
                .containsExactly("lnv-representative");
    }

    @Test
    void letsTheChairChooseAnotherOfThoseWhoSpeakForAnOrganisation() {
        String key = fixture.aPlannedMeeting();
        String page = "/meetings/" + key + "/substitute?organisation=rws";
        Visitor chair = Visitor.signedIn(port, "chair");

        assertThat(chair.get(page).body()).contains("Bram Peters").doesNotContain("Daan Meijer");
        assertThat(chair.form(
                                page,
                                "/meetings/" + key + "/substitute",
                                "organisation=rws&from=rws-representative&substitute=rws-adviser-1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(chair.form(
                                page,
                                "/meetings/" + key + "/substitute",
                                "organisation=rws&from=rws-representative&substitute=rws-manager")
                        .statusCode())
                .isEqualTo(302);

        assertThat(meetings.cycle(key + "/rws"))
                .extracting(MeetingCycle::representative, MeetingCycle::status)
                .containsExactly("rws-manager", CycleStatus.OPENED);
    }

    private List<String> mails(String meeting, String kind) {
        return jdbc.sql("select recipient from ruggespraak.mail where key like ? and kind = ? order by recipient")
                .params("%" + meeting + "/%", kind)
                .query(String.class)
                .list();
    }

    /** Gives people of the road authority these roles, as an administrator does: with a file. */
    private void take(Map<String, String> roles) {
        StringBuilder lines = new StringBuilder();
        roles.forEach((key, role) -> lines.append(jdbc.sql(
                                "select concat_ws(';', organisation, '', key, first_name, last_name, email) from ruggespraak.person where key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .append(key.equals("rws-director") ? ";rws-manager;" : ";;")
                .append(role)
                .append(";\n"));
        take(lines.toString());
    }

    private void take(String lines) {
        long id = importPeople.check(
                "people.csv",
                ("organisation;organisation name;person;first name;last name;email;deputy;roles;active\n" + lines)
                        .getBytes(StandardCharsets.UTF_8),
                "admin");
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        importPeople.apply(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> importPeople.find(id).orElseThrow().status() != PeopleImport.Status.APPLYING);
        assertThat(importPeople.find(id).orElseThrow().status()).isEqualTo(PeopleImport.Status.APPLIED);
    }
}
