package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.CloseOrganisation;
import nl.ruggespraak.people.ExportPeople;
import nl.ruggespraak.people.ImportPeople;
import nl.ruggespraak.people.LeaveNetwork;
import nl.ruggespraak.people.PeopleImport;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.site.Visitor;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An organisation leaves a network, or is closed. Each test has an organisation of its own. */
@RuggespraakTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=members")
class LeavingNetworkTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private Meetings meetings;

    @Autowired
    private LeaveNetwork leaveNetwork;

    @Autowired
    private CloseOrganisation closeOrganisation;

    @Autowired
    private ImportPeople importPeople;

    @Autowired
    private ExportPeople exportPeople;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private String organisation;

    @BeforeEach
    void aMember() {
        organisation = "leaver-" + NUMBER.incrementAndGet();
        take(file("sam", "yes"));
    }

    @AfterEach
    void letItGo() {
        engine.resetClock();
        jdbc.sql("update ruggespraak.membership set ends_on = '2000-01-01' where organisation = ?")
                .param(organisation)
                .update();
    }

    @Test
    void takesNoPartFromTheNextMeetingOn() {
        leave(LocalDate.now(clock));

        String meeting = fixture.aPlannedMeeting();

        assertThat(meetings.findCycle(meeting + "/" + organisation)).isEmpty();
        assertThat(engine.tasks(meeting, "userTask_nameRepresentative")).isEmpty();
        assertThat(meetings.findCycle(meeting + "/lnv")).isPresent();
    }

    @Test
    void takesPartInMeetingsBeforeItLeaves() {
        String meeting = fixture.aPlannedMeeting();

        leave(meetings.get(meeting).day().plusDays(1));

        assertThat(meetings.cycle(meeting + "/" + organisation).status()).isEqualTo(CycleStatus.OPENED);
        assertThat(meetings.findCycle(fixture.aPlannedMeeting() + "/" + organisation))
                .isPresent();
    }

    @Test
    void endsItsPartInMeetingsThatArePlannedForLaterAndTellsWhoKnows() {
        String cycle = fixture.aPlannedMeeting() + "/" + organisation;
        String meeting = cycle.substring(0, cycle.indexOf('/'));
        engine.fire(cycle, "timer_announcementDue");
        engine.complete(key("rep"), cycle, "userTask_announceMeeting", Map.of());

        leave(meetings.get(meeting).day());
        engine.work(meeting);

        assertThat(engine.instances(cycle)).isEmpty();
        assertThat(meetings.cycle(cycle).withdrawn()).isTrue();
        assertThat(jdbc.sql(
                                "select recipient || ' ' || coalesce(calendar_method, '') from ruggespraak.mail where cycle = ? and kind = 'withdrawal' order by 1")
                        .param(cycle)
                        .query(String.class)
                        .list())
                .containsExactly(key("adviser") + " CANCEL", key("manager") + " CANCEL", key("rep") + " CANCEL");
        assertThat(meetings.cycle(meeting + "/lnv").status()).isEqualTo(CycleStatus.OPENED);
        assertThat(Visitor.signedIn(port, "chair").get("/meetings/" + meeting).body())
                .contains("Has left the network");
    }

    @Test
    void cannotLeaveBeforeAMeetingThatItHosts() {
        Map<String, Object> plan = fixture.aPlan();
        plan.put("host", organisation);
        String meeting = fixture.planned(plan);

        assertThatThrownBy(() -> leave(LocalDate.now(clock))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> close()).isInstanceOf(Refusal.class);
        leave(meetings.get(meeting).day().plusDays(1));
    }

    @Test
    void cannotLeaveInThePast() {
        assertThatThrownBy(() -> leave(LocalDate.now(clock).minusDays(2))).isInstanceOf(Refusal.class);
    }

    @Test
    void joinsAgainWhenItStaysAfterAll() {
        leave(LocalDate.now(clock));
        String meeting = fixture.aPlannedMeeting();

        leave(null);

        assertThat(meetings.findCycle(meeting + "/" + organisation)).isPresent();
    }

    @Test
    void doesNotComeBackWithAFileThatWasWrittenOut() throws Exception {
        leave(LocalDate.now(clock));
        StringBuilder file = new StringBuilder();
        exportPeople.write(file);

        long id = importPeople.check("people.csv", file.toString().getBytes(StandardCharsets.UTF_8), "admin");

        assertThat(importPeople.preview(id).changesNothing()).isTrue();
    }

    @Test
    void comesBackWithAFileThatNamesTheNetwork() {
        leave(LocalDate.now(clock));

        take(file("sam", "yes"));

        assertThat(meetings.findCycle(fixture.aPlannedMeeting() + "/" + organisation))
                .isPresent();
    }

    @Test
    void endsAllThatWaitsForThePeopleOfAClosedOrganisationAndDeletesNothing() {
        String announced = fixture.aPlannedMeeting() + "/" + organisation;
        engine.fire(announced, "timer_announcementDue");
        engine.complete(key("rep"), announced, "userTask_announceMeeting", Map.of());
        String planned = fixture.aPlannedMeeting() + "/" + organisation;

        close();
        engine.work(announced);
        engine.work(planned);

        assertThat(engine.instances(announced)).isEmpty();
        assertThat(engine.instances(planned)).isEmpty();
        assertThat(jdbc.sql("select count(*) from act_ru_task where tenant_id_ = ?")
                        .param(organisation)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(List.of(
                        meetings.cycle(announced).status(),
                        meetings.cycle(planned).status()))
                .containsOnly(CycleStatus.CANCELLED);
        assertThat(jdbc.sql("select count(*) from ruggespraak.person where organisation = ? and not active")
                        .param(organisation)
                        .query(Integer.class)
                        .single())
                .as("its people are still known")
                .isEqualTo(3);
        assertThat(identity.createUserQuery().userId(key("rep")).count()).isZero();
        assertThat(meetings.findCycle(fixture.aPlannedMeeting() + "/" + organisation))
                .isEmpty();
        assertThat(jdbc.sql("select action from ruggespraak.audit where subject = ?")
                        .param("organisation/" + organisation)
                        .query(String.class)
                        .list())
                .containsExactly("ORGANISATION_CLOSED");
    }

    @Test
    void takesNobodyInForAClosedOrganisationUntilItIsOpenAgain() {
        close();

        long id = importPeople.check("people.csv", file("sam", "yes"), "admin");
        assertThat(importPeople.problems(id, 0, 10))
                .extracting(problem -> problem.message())
                .containsOnly("refusal.line.organisationClosed");
        assertThat(importPeople.problems(importPeople.check("people.csv", file("", "no"), "admin"), 0, 10))
                .isEmpty();

        closeOrganisation.open(organisation);
        take(file("sam", "yes"));
        assertThat(meetings.findCycle(fixture.aPlannedMeeting() + "/" + organisation))
                .isPresent();
    }

    @Test
    void isDoneOnAPageByAnAdministrator() {
        String page = "/admin/organisations/" + organisation;
        Visitor admin = Visitor.signedIn(port, "admin");

        assertThat(admin.get("/admin/organisations").body()).contains(page);
        assertThat(admin.form(page, page + "/networks/sam", "endsOn=2001-01-01").body())
                .contains("This day is over");
        String day = LocalDate.now(clock).plusDays(300).toString();
        assertThat(admin.location(admin.form(page, page + "/networks/sam", "endsOn=" + day)))
                .isEqualTo(page + "?saved");
        assertThat(admin.get(page).body()).contains(day);
        assertThat(admin.form(page, page + "/close", "").body()).contains("Tick that you are sure");
        assertThat(admin.location(admin.form(page, page + "/close", "sure=yes")))
                .isEqualTo(page + "?closed");
        assertThat(admin.get(page).body()).contains("closed on", "/open\"");
        assertThat(Visitor.signedIn(port, "chair").get("/admin/organisations").statusCode())
                .isEqualTo(403);
    }

    private void leave(@Nullable LocalDate from) {
        engine.as("admin", () -> {
            leaveNetwork.leave("sam", organisation, from);
            return organisation;
        });
    }

    private void close() {
        engine.as("admin", () -> {
            closeOrganisation.close(organisation, true, "admin");
            return organisation;
        });
    }

    private String key(String person) {
        return organisation + "-" + person;
    }

    private byte[] file(String network, String active) {
        return """
                network;organisation;organisation name;person;first name;last name;email;roles;active
                %1$s;%2$s;Name of %2$s;%2$s-rep;Rep;Smit;rep@%2$s.example.org;representative;%3$s
                ;%2$s;;%2$s-manager;Mana;Smit;manager@%2$s.example.org;manager;%3$s
                ;%2$s;;%2$s-adviser;Advi;Smit;adviser@%2$s.example.org;adviser;%3$s
                """.formatted(network, organisation, active).getBytes(StandardCharsets.UTF_8);
    }

    private void take(byte[] file) {
        long id = importPeople.check("people.csv", file, "admin");
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        importPeople.apply(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> importPeople.find(id).orElseThrow().status() != PeopleImport.Status.APPLYING);
        assertThat(importPeople.find(id).orElseThrow().status()).isEqualTo(PeopleImport.Status.APPLIED);
    }
}
