package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.AskRoundStatus;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.link.PersonalLinks;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.Standing;
import nl.ruggespraak.meeting.HandCycleOver;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.meeting.RescheduleMeeting;
import nl.ruggespraak.people.ImportPeople;
import nl.ruggespraak.people.PeopleImport;
import nl.ruggespraak.shared.Refusal;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody else goes, or somebody has gone: what waited for the one waits for another, and nothing for nobody. */
@RuggespraakTest
class HandCycleOverTests {

    private static final String FORMER = "lnv-representative";
    private static final String SUBSTITUTE = "lnv-adviser-2";

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private HandCycleOver handCycleOver;

    @Autowired
    private RescheduleMeeting rescheduleMeeting;

    @Autowired
    private ImportPeople importPeople;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Asks asks;

    @Autowired
    private PersonalLinks links;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void putTheClockBackAndLetThoseHiredGo() {
        engine.resetClock();
        jdbc.sql("update ruggespraak.person set active = false where key like 'lnv-temp-%'")
                .update();
    }

    @Test
    void givesTheSubstituteTheTaskAndWhatComesAfterIt() {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        String task = engine.task(FORMER, cycle, "userTask_announceMeeting").getId();

        handOver(cycle, FORMER, SUBSTITUTE);

        assertThat(engine.as(
                        SUBSTITUTE,
                        () -> tasks.createTaskQuery()
                                .taskAssignee(SUBSTITUTE)
                                .taskId(task)
                                .count()))
                .as("an adviser, who has no rights of a representative, finds it in Tasklist")
                .isOne();
        engine.complete(SUBSTITUTE, cycle, "userTask_announceMeeting", Map.of());
        engine.fire(cycle, "timer_asksClose");
        engine.complete(SUBSTITUTE, cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[]")));
        engine.fire(cycle, "timer_meetingStarts");
        engine.complete(SUBSTITUTE, cycle, "userTask_recordLeads", Map.of("attended", true, "leads", json("[]")));
        engine.complete(SUBSTITUTE, cycle, "userTask_sendReportBacks", Map.of("reportBacks", json("[]")));
        assertThat(jdbc.sql(
                                "select distinct reply_to from ruggespraak.mail where cycle = ? and kind = 'announcement' and recipient <> ?")
                        .params(cycle, SUBSTITUTE)
                        .query(String.class)
                        .list())
                .containsExactly("fatima.elamrani@lnv.example.org");
    }

    @Test
    void tellsBothAndRecordsIt() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        handOver(cycle, FORMER, SUBSTITUTE);

        assertThat(jdbc.sql("select kind, recipient from ruggespraak.mail where cycle = ? and kind like 'substitute%'")
                        .param(cycle)
                        .query((row, index) -> tuple(row.getString(1), row.getString(2)))
                        .list())
                .containsExactlyInAnyOrder(tuple("substitute", SUBSTITUTE), tuple("substituted", FORMER));
        assertThat(text(cycle, "substitute"))
                .contains(
                        "Marieke van Dijk has handed",
                        "4 colleagues have been asked, none has answered",
                        "Asks close on");
        assertThat(jdbc.sql(
                                "select actor || ' ' || subject from ruggespraak.audit where action = 'CYCLE_HANDED_OVER' and subject = ?")
                        .param("cycle/" + cycle)
                        .query(String.class)
                        .list())
                .containsExactly("lnv-representative cycle/" + cycle);
    }

    @Test
    void movesTheMeetingFromTheOneCalendarToTheOther() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        handOver(cycle, FORMER, SUBSTITUTE);
        assertThat(calendar(cycle, "substitute")).isEqualTo("REQUEST");
        assertThat(calendar(cycle, "substituted")).isEqualTo("CANCEL");
    }

    private String calendar(String cycle, String kind) {
        return jdbc.sql("select calendar_method from ruggespraak.mail where cycle = ? and kind = ?")
                .params(cycle, kind)
                .query(String.class)
                .single();
    }

    @Test
    void givesTheBriefingToTheSubstituteToo() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        engine.fire(cycle, "timer_asksClose");
        engine.complete(FORMER, cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[]")));
        handOver(cycle, FORMER, SUBSTITUTE);
        assertThat(jdbc.sql(
                                "select recipient, link_purpose from ruggespraak.mail where cycle = ? and kind = 'briefing'")
                        .param(cycle)
                        .query((row, index) -> tuple(row.getString(1), row.getString(2)))
                        .list())
                .containsExactlyInAnyOrder(tuple(FORMER, "RECORD_LEADS"), tuple(SUBSTITUTE, "RECORD_LEADS"));
    }

    @Test
    void movesTheLinkAlong() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String former = token(links.issue(Purpose.RECORD_LEADS, cycle, FORMER));
        handOver(cycle, FORMER, SUBSTITUTE);
        String substitutes = token(links.issue(Purpose.RECORD_LEADS, cycle, SUBSTITUTE));
        assertThat(links.open(Purpose.RECORD_LEADS, former).orElseThrow().standing())
                .isEqualTo(Standing.OVER);
        assertThat(links.open(Purpose.RECORD_LEADS, substitutes).orElseThrow().standing())
                .isEqualTo(Standing.LATER);
    }

    @Test
    void canBeHandedBackAndLeavesNoRightBehind() {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        String task = engine.task(FORMER, cycle, "userTask_announceMeeting").getId();
        handOver(cycle, FORMER, SUBSTITUTE);
        handOver(cycle, SUBSTITUTE, FORMER);
        assertThat(engine.as(
                        SUBSTITUTE, () -> tasks.createTaskQuery().taskId(task).count()))
                .isZero();
        engine.complete(FORMER, cycle, "userTask_announceMeeting", Map.of());
        assertThat(jdbc.sql("select count(*) from ruggespraak.mail where cycle = ? and kind like 'substitute%'")
                        .param(cycle)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void refusesStrangersAndWhatSomebodyElseHandedOver() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        assertThatThrownBy(() -> handOver(cycle, FORMER, "rws-adviser-1")).hasMessageContaining("substitute.unknown");
        assertThatThrownBy(() -> handOver(cycle, FORMER, "")).hasMessageContaining("substitute.missing");
        assertThatThrownBy(() -> handOver(cycle, FORMER, FORMER)).hasMessageContaining("substitute.same");
        handOver(cycle, FORMER, SUBSTITUTE);
        assertThatThrownBy(() -> handOver(cycle, FORMER, "lnv-adviser-1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("substitute.changed");
        assertThat(meetings.cycle(cycle).representative()).isEqualTo(SUBSTITUTE);
    }

    @Test
    void closesTheRoundOfWhoLeavesAndTellsThemNothingMore() {
        String leaver = hire("ask", "adviser");
        String cycle = fixture.anAnnouncedMeeting("lnv");
        assertThat(engine.task(leaver, cycle, "userTask_giveAsks")).isNotNull();

        leave(leaver, "adviser");
        engine.work(cycle);

        assertThat(asks.round(cycle, leaver).orElseThrow().status()).isEqualTo(AskRoundStatus.CLOSED);
        assertThat(engine.tasks(cycle, "userTask_giveAsks"))
                .extracting(Task::getAssignee)
                .doesNotContain(leaver)
                .hasSize(4);
        engine.fire(cycle, "timer_reminderDue");
        var meeting = meetings.ofCycle(cycle);
        var start = meeting.dates()
                .startsAt()
                .atZone(meeting.zone())
                .toLocalDateTime()
                .plusDays(28);
        engine.as("chair", () -> {
            rescheduleMeeting.reschedule(
                    new RescheduleMeeting.Seen(meeting.key(), 0), start, start.plusHours(2), "Here");
            return start;
        });
        engine.work(meeting.key());
        assertThat(jdbc.sql("select kind from ruggespraak.mail where recipient = ?")
                        .param(leaver)
                        .query(String.class)
                        .list())
                .containsExactly("announcement");
        assertThat(jdbc.sql("select count(*) from ruggespraak.mail where cycle = ? and kind = 'new-date'")
                        .param(cycle)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from ruggespraak.ask_round where cycle = ? and reminded_at is not null")
                        .param(cycle)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void asksNobodyWhoLeavesBetweenAnnouncementAndTurn() {
        String leaver = hire("planned", "adviser");
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        engine.submit(FORMER, cycle, "userTask_announceMeeting", Map.of());
        leave(leaver, "adviser");
        engine.work(cycle);
        assertThat(engine.tasks(cycle, "userTask_giveAsks"))
                .extracting(Task::getAssignee)
                .doesNotContain(leaver)
                .hasSize(4);
    }

    @Test
    void leavesOpenReportBacksToTheRepresentativeWhoeverThatIs() {
        String leaver = hire("act", "adviser");
        String cycle = reportedBackTo(leaver);
        String reportBack = jdbc.sql("select id::text from ruggespraak.report_back where cycle = ? and recipient = ?")
                .params(cycle, leaver)
                .query(String.class)
                .single();
        String old = token(links.issue(Purpose.ACT_ON_REPORT_BACK, reportBack, leaver));
        assertThat(engine.task(leaver, cycle, "userTask_actOnReportBack")).isNotNull();

        leave(leaver, "adviser");

        assertThat(engine.tasks(cycle, "userTask_actOnReportBack"))
                .extracting(Task::getAssignee)
                .containsExactly(FORMER);
        assertThat(text(cycle, "report-back-left")).contains("has left", "A talk with the road authority");
        assertThat(links.open(Purpose.ACT_ON_REPORT_BACK, old).orElseThrow().standing())
                .isEqualTo(Standing.REVOKED);
        String link = token(links.issue(Purpose.ACT_ON_REPORT_BACK, reportBack, FORMER));
        assertThat(links.open(Purpose.ACT_ON_REPORT_BACK, link).orElseThrow().standing())
                .isEqualTo(Standing.OPEN);

        handOver(cycle, FORMER, SUBSTITUTE);

        assertThat(engine.tasks(cycle, "userTask_actOnReportBack"))
                .extracting(Task::getAssignee)
                .containsExactly(SUBSTITUTE);
        assertThat(links.open(Purpose.ACT_ON_REPORT_BACK, link).orElseThrow().standing())
                .isEqualTo(Standing.OVER);
        engine.complete(SUBSTITUTE, cycle, "userTask_actOnReportBack", Map.of("outcome", "TALK_HELD"));
        assertThat(jdbc.sql("select recorded_by from ruggespraak.follow_up where report_back = ?::bigint")
                        .param(reportBack)
                        .query(String.class)
                        .single())
                .isEqualTo(SUBSTITUTE);
    }

    @Test
    void handsTheMeetingsOfARepresentativeWhoLeavesToAnother() {
        String leaver = hire("represents", "representative");
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        handOver(cycle, FORMER, leaver);

        leave(leaver, "representative");

        assertThat(meetings.cycle(cycle).representative()).isEqualTo(FORMER);
        assertThat(engine.task(FORMER, cycle, "userTask_announceMeeting")).isNotNull();
        assertThat(jdbc.sql(
                                "select recipient from ruggespraak.mail where cycle = ? and text_body like '%has left, and so%'")
                        .param(cycle)
                        .query(String.class)
                        .list())
                .containsExactly(FORMER);
    }

    private String reportedBackTo(String adviser) {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        engine.complete(FORMER, cycle, "userTask_announceMeeting", Map.of("colleagues", json("[\"" + adviser + "\"]")));
        engine.complete(
                adviser,
                cycle,
                "userTask_giveAsks",
                Map.of("asks", json("[{\"kind\": \"QUESTION\", \"title\": \"Who trains inspectors?\"}]")));
        engine.fire(cycle, "timer_asksClose");
        long ask = asks.of(cycle).get(0).id();
        engine.complete(FORMER, cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[" + ask + "]")));
        engine.fire(cycle, "timer_meetingStarts");
        engine.complete(
                FORMER, cycle, "userTask_recordLeads", Map.of("attended", true, "leads", json("""
                [{"kind": "TALK_ARRANGED", "title": "A talk with the road authority", "organisation": "rws", "answersAsk": %d}]
                """.formatted(ask))));
        long answer = jdbc.sql("select id from ruggespraak.report_back where cycle = ? and ask = ?")
                .params(cycle, ask)
                .query(Long.class)
                .single();
        String text = jdbc.sql("select text from ruggespraak.report_back where id = ?")
                .param(answer)
                .query(String.class)
                .single();
        engine.complete(
                FORMER,
                cycle,
                "userTask_sendReportBacks",
                Map.of(
                        "reportBacks",
                        json(jdbc.sql(
                                        "select json_agg(json_build_object('reportBack', id, 'text', text, 'send', true))::text from ruggespraak.report_back where cycle = ?")
                                .param(cycle)
                                .query(String.class)
                                .single())));
        assertThat(text).isNotBlank();
        return cycle;
    }

    private void handOver(String cycle, String from, String to) {
        engine.as(FORMER, () -> {
            handCycleOver.handOver(cycle, from, to);
            return cycle;
        });
    }

    private String hire(String name, String role) {
        String key = "lnv-temp-" + name;
        apply(key, role, "");
        return key;
    }

    private void leave(String key, String role) {
        apply(key, role, "no");
        assertThat(identity.createUserQuery().userId(key).count()).isZero();
    }

    private void apply(String key, String role, String active) {
        String file = """
                network;organisation;organisation name;person;first name;last name;email;deputy;roles;active
                ;lnv;;%1$s;Temp;Worker;%1$s@hired.example.org;;%2$s;%3$s
                """.formatted(key, role, active);
        long id = importPeople.check("people.csv", file.getBytes(StandardCharsets.UTF_8), "admin");
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        importPeople.apply(id);
        assertThat(Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(
                                () -> importPeople.find(id).orElseThrow().status(),
                                status -> status != PeopleImport.Status.APPLYING))
                .isEqualTo(PeopleImport.Status.APPLIED);
    }

    private String text(String cycle, String kind) {
        return String.join(
                        "\n",
                        jdbc.sql("select text_body from ruggespraak.mail where cycle = ? and kind = ?")
                                .params(List.of(cycle, kind))
                                .query(String.class)
                                .list())
                .replaceAll("\\s+", " ");
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
