package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.HandDutiesOver;
import nl.ruggespraak.people.ImportPeople;
import nl.ruggespraak.people.PeopleImport;
import nl.ruggespraak.privacy.ErasePerson;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.site.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last who could take over leaves, or several leave at once: nothing waits for somebody who has gone without a word. */
@RuggespraakTest
class NobodyTakesOverTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private CycleRows rows;

    @Autowired
    private ImportPeople importPeople;

    @Autowired
    private HandDutiesOver handDutiesOver;

    @Autowired
    private ErasePerson erasePerson;

    @Autowired
    private Meetings meetings;

    @Autowired
    private JdbcClient jdbc;

    private String office = "";
    private String meeting = "";
    private String cycle = "";

    @BeforeEach
    void planAMeetingOfAnOfficeWithOneRepresentative() {
        office = "office-" + NUMBER.incrementAndGet();
        // The office would join every meeting that other tests have left open.
        jdbc.sql("update ruggespraak.meeting set status = 'PUBLISHED' where status = 'PLANNED'")
                .update();
        jdbc.sql("insert into ruggespraak.organisation (key, name) values (:office, 'Office ' || :office)")
                .param("office", office)
                .update();
        jdbc.sql("insert into ruggespraak.membership (network, organisation) values ('sam', ?)")
                .param(office)
                .update();
        apply(line("rep", "REPRESENTATIVE", "", "yes"));
        meeting = fixture.aPlannedMeeting();
        cycle = meeting + "/" + office;
        engine.fire(cycle, "timer_announcementDue");
    }

    @AfterEach
    void closeTheOffice() {
        engine.resetClock();
        jdbc.sql("update ruggespraak.person set active = false where organisation = ?")
                .param(office)
                .update();
        jdbc.sql("delete from ruggespraak.membership where organisation = ?")
                .param(office)
                .update();
    }

    @Test
    void warnsByNameBeforeTheLastPersonLeaves() {
        long id = check(line("rep", "REPRESENTATIVE", "", "no"));

        String page = Visitor.signedIn(port, "admin").get("/admin/import/" + id).body();

        assertThat(page)
                .contains(
                        "waits for nobody",
                        "“Inspectors in the region”, Office " + office
                                + ": to represent the organisation at the meeting and send the report-backs, until now with Rep "
                                + office);
        assertThat(jdbc.sql("select active from ruggespraak.person where key = ?")
                        .param(office + "-rep")
                        .query(Boolean.class)
                        .single())
                .as("looking changes nothing")
                .isTrue();
    }

    @Test
    void warnsOfNothingWhenSomebodyInTheSameFileTakesOver() {
        long id = check(line("rep", "REPRESENTATIVE", "", "no") + line("next", "MANAGER", "", "yes"));
        assertThat(Visitor.signedIn(port, "admin").get("/admin/import/" + id).body())
                .doesNotContain("waits for nobody");
        importPeople.apply(id);
        untilApplied(id);
        assertThat(meetings.cycle(cycle).representative()).isEqualTo(office + "-next");
    }

    @Test
    void asksTheChairWhoNamesAColleague() {
        apply(line("clerk", "ADVISER", "", "yes"));
        apply(line("rep", "REPRESENTATIVE", "", "no"));

        assertThat(mailsToTheChair()).hasSize(1);
        assertThat(mailsToTheChair().get(0)).contains("Office " + office, "/meetings/" + meeting + "/nobody");
        Visitor chair = Visitor.signedIn(port, "chair");
        assertThat(chair.get("/meetings/" + meeting).body()).contains("/meetings/" + meeting + "/nobody");
        String page = "/meetings/" + meeting + "/nobody";
        assertThat(chair.get(page).body()).contains("Clerk " + office, "until now with Rep " + office);
        String fields = "kind=REPRESENT&id=" + cycle + "&from=" + office + "-rep&to=";
        assertThat(chair.form(page, page, fields).statusCode()).isEqualTo(400);
        assertThat(chair.form(page, page, fields + "lnv-manager").statusCode()).isEqualTo(400);

        assertThat(chair.form(page, page, fields + office + "-clerk").statusCode())
                .isEqualTo(302);

        assertThat(meetings.cycle(cycle).representative()).isEqualTo(office + "-clerk");
        assertThat(engine.task(office + "-clerk", cycle, "userTask_announceMeeting"))
                .isNotNull();
        assertThat(chair.form(page, page, fields + office + "-clerk").statusCode())
                .as("somebody else did it already")
                .isEqualTo(400);
        assertThat(chair.get(page).body()).contains("Nothing waits for somebody who has left");
    }

    @Test
    void letsOnlyChairsAndAdministratorsNameSomebody() {
        for (String person : List.of("lnv-representative", "lnv-manager")) {
            assertThat(Visitor.signedIn(port, person)
                            .get("/meetings/" + meeting + "/nobody")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(Visitor.signedIn(port, "admin")
                        .get("/meetings/" + meeting + "/nobody")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesItToWhoeverComes() {
        apply(line("rep", "REPRESENTATIVE", "", "no"));
        assertThat(meetings.cycle(cycle).representative()).isEqualTo(office + "-rep");
        apply(line("new", "REPRESENTATIVE", "", "yes"));
        assertThat(meetings.cycle(cycle).representative()).isEqualTo(office + "-new");
        assertThat(engine.task(office + "-new", cycle, "userTask_announceMeeting"))
                .isNotNull();
        assertThat(mailsToTheChair()).as("told once").hasSize(1);
    }

    @Test
    void asksTheChairAlsoWhenTheAccountIsDeletedInAdmin() {
        assertThat(Visitor.program(port, "admin")
                        .json("DELETE", "/engine-rest/user/" + office + "-rep", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(mailsToTheChair()).hasSize(1);
    }

    @Test
    void givesNothingToADeputyWhoLeavesWithTheSameFile() {
        apply(line("director", "DIRECTOR", office + "-deputy", "yes")
                + line("deputy", "MANAGER", "", "yes")
                + line("other", "DIRECTOR", "", "yes"));
        long escalation =
                rows.value(Long.class, """
                        insert into ruggespraak.escalation (cycle, lead, reason, director, status, asked_at)
                        values (?, ?, 'Many people', ?, 'SEEKING_DEAL', now()) returning id
                        """, cycle, rows.aLead(cycle, "STAFF_DEMAND", null, null), office + "-director");

        apply(line("director", "DIRECTOR", office + "-deputy", "no") + line("deputy", "MANAGER", "", "no"));

        assertThat(director(escalation)).isEqualTo(office + "-other");
    }

    @Test
    void refusesToEraseSomebodyForWhomSomethingWaitsThatNobodyTakesOver() {
        assertThat(handDutiesOver.withoutSuccessor(List.of(office + "-rep")))
                .extracting(duty -> duty.kind() + " " + duty.id())
                .containsExactly("REPRESENT " + cycle);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                Refusal.class,
                                () -> engine.as(
                                        "admin", () -> erasePerson.eraseColleague(office + "-rep", "admin", List.of())))
                        .problems()
                        .get(0)
                        .message())
                .isEqualTo("refusal.erase.noSuccessor");
    }

    @Test
    void handsOnAtTheStartWhatAnEarlierVersionLeftWithSomebodyGone() {
        apply(line("director", "DIRECTOR", "", "yes"));
        rows.change("update ruggespraak.person set active = false where key = ?", office + "-rep");

        handDutiesOver.handOnWhatFormersLeft();

        assertThat(meetings.cycle(cycle).representative()).isEqualTo(office + "-director");
        engine.complete(office + "-director", cycle, "userTask_announceMeeting", Map.of());
    }

    @Test
    void handsOverWhatIsStillOpenOfAMeetingThatWasLookedBackOn() {
        apply(line("next", "MANAGER", "", "yes"));
        rows.change("update ruggespraak.meeting_cycle set status = 'EVALUATED' where key = ?", cycle);
        rows.aReportBack(cycle, office + "-next", rows.aLead(cycle, "STAFF_DEMAND", null, null), true, "SENT");
        apply(line("rep", "REPRESENTATIVE", "", "no"));
        assertThat(meetings.cycle(cycle).representative()).isEqualTo(office + "-next");
    }

    private String director(long escalation) {
        return rows.value(String.class, "select director from ruggespraak.escalation where id = ?", escalation);
    }

    private List<String> mailsToTheChair() {
        return jdbc.sql(
                        "select text_body from ruggespraak.mail where kind = 'nobody' and recipient = 'chair' and text_body like '%Office ' || ? || ':%'")
                .param(office)
                .query(String.class)
                .list();
    }

    private String line(String name, String role, String deputy, String active) {
        return ";%1$s;;%1$s-%2$s;%3$s;%1$s;%2$s.%1$s@office.example.org;%4$s;%5$s;%6$s%n"
                .formatted(
                        office, name, Character.toUpperCase(name.charAt(0)) + name.substring(1), deputy, role, active);
    }

    private long check(String lines) {
        String file = "network;organisation;organisation name;person;first name;last name;email;deputy;roles;active\n"
                + lines;
        long id = importPeople.check("people.csv", file.getBytes(StandardCharsets.UTF_8), "admin");
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        return id;
    }

    private void apply(String lines) {
        long id = check(lines);
        importPeople.apply(id);
        untilApplied(id);
    }

    private void untilApplied(long id) {
        assertThat(Awaitility.await()
                        .pollInterval(Duration.ofMillis(20))
                        .atMost(Duration.ofMinutes(1))
                        .until(
                                () -> importPeople.find(id).orElseThrow().status(),
                                status -> status != PeopleImport.Status.APPLYING))
                .isEqualTo(PeopleImport.Status.APPLIED);
    }
}
