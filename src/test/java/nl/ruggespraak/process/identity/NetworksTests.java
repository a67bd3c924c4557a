package nl.ruggespraak.process.identity;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.ImportPeople;
import nl.ruggespraak.people.PeopleImport;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Two networks in one installation: a northern one with Groningen, a southern one with the Mijnstreek, and an employer that is a member of both. Each has a meeting that
 * is ahead, one whose results wait to be published, and one that is past. The demo network's chair is a third one's.
 */
@RuggespraakTest
@TestPropertySource(properties = "ruggespraak.test=networks")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworksTests {

    private static final String PEOPLE = """
            network;network name;organisation;organisation name;person;first name;last name;email;roles
            noord;Netwerk Noord;gron;Groningen;;;;;
            zuid;Netwerk Zuid;lim;Mijnstreekdienst;;;;;
            noord;;beide;Both Sides;;;;;
            zuid;;beide;;;;;;
            ;;gron;;gron-representative;Geke;Grunn;geke@gron.example.org;representative
            ;;gron;;gron-adviser;Gerrit;Grunn;gerrit@gron.example.org;adviser
            ;;gron;;gron-manager;Gijs;Grunn;gijs@gron.example.org;manager
            ;;lim;;lim-representative;Lies;Limbourg;lies@lim.example.org;representative
            ;;lim;;lim-adviser;Leo;Limbourg;leo@lim.example.org;adviser
            ;;lim;;lim-manager;Luc;Limbourg;luc@lim.example.org;manager
            ;;beide;;beide-representative;Bea;Beiden;bea@beide.example.org;representative
            ;;beide;;beide-adviser;Bob;Beiden;bob@beide.example.org;adviser
            noord;;;;noord-chair;Nel;Noorder;nel@noord.example.org;chair
            zuid;;;;zuid-chair;Zeno;Zuider;zeno@zuid.example.org;chair
            zuid;;;;zuid-vice;Zita;Zuider;zita@zuid.example.org;chair
            noord;;;;both-chair;Boaz;Bewind;boaz@example.org;chair
            zuid;;;;both-chair;Boaz;Bewind;boaz@example.org;chair
            """;

    /** Said only in the south: in a title, a place, an ask and a pitch. */
    private static final String SECRET = "Zuiderlicht";

    private static final String FORM = "/engine-rest/process-definition/key/network-meeting/submit-form";

    private final ObjectMapper mapper = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private ImportPeople importPeople;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private NetworkRights rights;

    @Autowired
    private CamundaAccounts accounts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void twoNetworksAreAtWork() {
        takeIn(PEOPLE);
        for (String network : List.of("noord", "zuid")) {
            String own = network.equals("noord") ? "gron" : "lim";
            String chair = network + "-chair";
            String past = planned(chair, network, own, "past");
            engine.fire(past, "timer_meetingEnded");
            engine.fire(past, "timer_reportPeriodEnded");
            engine.complete(chair, past, "userTask_publishResults", Map.of());
            engine.resetClock();
            String open = planned(chair, network, own, "open");
            bringAsks(open + "/" + own, own);
            engine.fire(open, "timer_meetingEnded");
            engine.fire(open, "timer_reportPeriodEnded");
            engine.resetClock();
            planned(chair, network, own, "next");
        }
    }

    @AfterEach
    void theClockRunsAgain() {
        engine.resetClock();
    }

    @Test
    void showsNobodyOfOneNetworkAnythingOfTheOther() {
        Map<String, String> south = theThingsOf("zuid", "lim");
        SurfaceWalk.Secrets ofTheSouth = secrets("zuid", "lim");
        List<SurfaceWalk> walks = new ArrayList<>();
        for (String person : List.of("noord-chair", "chair", "gron-representative", "gron-manager", "gron-adviser")) {
            walks.add(new SurfaceWalk(person, "the southern network", south, ofTheSouth));
        }
        Map<String, String> before = SurfaceWalk.digest(jdbc);

        assertThat(SurfaceWalk.faults(port, walks)).isEmpty();
        assertThat(SurfaceWalk.digest(jdbc)).as("Nothing has changed").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "noord-chair, true, false",
        "zuid-chair, false, true",
        "zuid-vice, false, true",
        "both-chair, true, true",
        "admin, true, true",
        "gron-representative, true, false",
        "lim-manager, false, true",
        "beide-representative, true, true",
        "chair, false, false",
        "lnv-representative, false, false",
        "gron-adviser, false, false"
    })
    void listsTheMeetingsOfTheReadersNetworks(String reader, boolean north, boolean south) {
        Visitor visitor = Visitor.signedIn(port, reader);
        assertThat(visitor.get("/meetings").body().contains("noord-next")).isEqualTo(north);
        assertThat(visitor.get("/meetings").body().contains("zuid-next")).isEqualTo(south);
        assertThat(visitor.get("/meetings/noord-next").statusCode()).isEqualTo(north ? 200 : 404);
        assertThat(visitor.get("/meetings/zuid-next").statusCode()).isEqualTo(south ? 200 : 404);
    }

    @ParameterizedTest
    @CsvSource({
        "noord-chair, true, false",
        "zuid-vice, false, true",
        "both-chair, true, true",
        "gron-representative, true, false",
        "lim-representative, false, true",
        "beide-representative, true, true",
        "chair, false, false",
        "admin, false, false",
        "beide-adviser, false, false"
    })
    void showsWhatMembersBringToTheChairsAndMembersOfTheNetwork(String reader, boolean north, boolean south) {
        Visitor visitor = Visitor.signedIn(port, reader);
        String list = visitor.get("/meetings/asks").body();
        assertThat(list.contains("/meetings/noord-open/asks")).isEqualTo(north);
        assertThat(list.contains("/meetings/zuid-open/asks")).isEqualTo(south);
        HttpResponse<String> asks = visitor.get("/meetings/zuid-open/asks");
        assertThat(asks.statusCode()).isEqualTo(south ? 200 : 404);
        assertThat(asks.body().contains(SECRET)).isEqualTo(south);
        assertThat(visitor.get("/meetings/zuid-open/asks/" + candidate("zuid-open"))
                        .statusCode())
                .isEqualTo(south ? 200 : 404);
    }

    @ParameterizedTest
    @CsvSource({"noord-chair, noord", "zuid-vice, zuid", "both-chair, noord zuid", "admin, noord zuid sam", "chair, sam"
    })
    void offersThePlannerTheOwnNetworksAndTheirMembers(String planner, String networks) {
        JsonNode form = read(Visitor.signedIn(port, planner).getJson("/forms/start/network-meeting"));
        assertThat(StreamSupport.stream(form.at("/content/networks").spliterator(), false)
                        .map(network -> network.get("value").asText()))
                .containsExactlyInAnyOrder(networks.split(" "));
    }

    @Test
    void offersNobodyElseANetwork() {
        assertThat(read(Visitor.signedIn(port, "gron-representative").getJson("/forms/start/network-meeting"))
                        .at("/content/networks"))
                .isEmpty();
    }

    @Test
    void refusesAPlanInANetworkThatThePlannerDoesNotLead() {
        HttpResponse<String> answer = submit("noord-chair", "zuid", "beide");
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body())
                .contains("You are not chair of that network")
                .doesNotContain("Mijnstreek", "Netwerk Zuid");
        assertThat(submit("chair", "noord", "gron").body()).contains("You are not chair of that network");
        assertThat(submit("lim-representative", "zuid", "lim").statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from ruggespraak.meeting where title = 'Planned over REST'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letsAChairOfBothAndAnAdministratorPlanInEither() {
        for (String planner : List.of("both-chair", "admin")) {
            for (String network : List.of("noord", "zuid")) {
                HttpResponse<String> answer = submit(planner, network, "beide");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                String key = read(answer).get("businessKey").asText();
                assertThat(key).startsWith(network + "-");
                assertThat(message(network + "-chair", "ruggespraak.meetingCancelled", key, "")
                                .statusCode())
                        .as("Every chair of the network may call it off")
                        .isEqualTo(204);
            }
        }
        jdbc.sql(
                        "delete from ruggespraak.meeting_statement s using ruggespraak.meeting m where m.key = s.meeting and title = 'Planned over REST'")
                .update();
        jdbc.sql("update ruggespraak.meeting set title = 'Off' where title = 'Planned over REST'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noord-chair", "chair", "lim-representative", "beide-representative"})
    void refusesMessagesToAMeetingOfANetworkThatTheSenderDoesNotLead(String sender) {
        Map<String, String> before = SurfaceWalk.digest(jdbc);
        assertThat(message(sender, "ruggespraak.meetingCancelled", "zuid-next", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(message(sender, "ruggespraak.meetingRescheduled", "zuid-next", DATES)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.program(port, sender)
                        .postJson(
                                "/engine-rest/message",
                                "{\"messageName\": \"ruggespraak.meetingCancelled\", \"all\": true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SurfaceWalk.digest(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noord-chair", "chair", "gron-representative"})
    void knowsNoPageToMoveOrCallOffAMeetingOfAnotherNetwork(String other) {
        Visitor visitor = Visitor.signedIn(port, other);
        for (String deed : List.of("move", "cancel", "substitute", "nudge")) {
            assertThat(visitor.form(
                                    "/meetings",
                                    "/meetings/zuid-next/" + deed,
                                    "revision=0&sure=1&reason=No&" + PAGE_DATES)
                            .statusCode())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(Visitor.signedIn(port, "beide-representative")
                        .form("/meetings", "/meetings/zuid-next/cancel", "revision=0&sure=1&reason=No")
                        .statusCode())
                .as("whose organisation takes part")
                .isEqualTo(403);
    }

    @Test
    void movesAMeetingForEveryChairOfItsNetwork() {
        assertThat(message("zuid-vice", "ruggespraak.meetingRescheduled", "zuid-next", DATES)
                        .statusCode())
                .isEqualTo(204);
        int revision = jdbc.sql("select revision from ruggespraak.meeting where key = 'zuid-next'")
                .query(Integer.class)
                .single();
        Visitor both = Visitor.signedIn(port, "both-chair");
        assertThat(both.location(both.form(
                        "/meetings/zuid-next",
                        "/meetings/zuid-next/move",
                        "revision=" + revision + "&sure=1&location=" + SECRET + "&" + PAGE_DATES)))
                .isEqualTo("/meetings/zuid-next?moved");
        engine.work("zuid-next");
    }

    @Test
    void hasDeadlinesForTheChairsOfTheNetworkOnly() {
        Visitor north = Visitor.signedIn(port, "noord-chair");
        assertThat(north.location(north.get("/networks"))).isEqualTo("/networks/noord");
        assertThat(north.get("/networks/zuid").statusCode()).isEqualTo(404);
        assertThat(north.form("/networks/noord", "/networks/zuid", "leadTimeDays=20")
                        .statusCode())
                .isEqualTo(404);
        String both = Visitor.signedIn(port, "both-chair").get("/networks").body();
        assertThat(both).contains("Netwerk Noord", "Netwerk Zuid").doesNotContain("SAM");
        assertThat(Visitor.signedIn(port, "gron-manager").get("/networks/noord").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "noord-chair, noord-open",
        "zuid-vice, zuid-open",
        "both-chair, noord-open zuid-open",
        "chair, ''",
        "gron-representative, ''",
        "beide-representative, ''"
    })
    void asksTheChairsOfTheNetworkToPublishItsResults(String person, String expected) {
        Set<String> keys = expected.isEmpty() ? Set.of() : Set.of(expected.split(" "));
        Visitor program = Visitor.program(port, person);
        Visitor browser = Visitor.signedIn(port, person);
        browser.get("/camunda/app/tasklist/default/");
        String filter = jdbc.sql("select id_ from act_ru_filter where properties_ like '%\"ruggespraak\":\"open\"%'")
                .query(String.class)
                .single();
        for (String key : List.of("noord-open", "zuid-open")) {
            Task task = publish(key);
            boolean sees = keys.contains(key);
            assertThat(program.getJson("/engine-rest/task").body().contains(task.getId()))
                    .isEqualTo(sees);
            assertThat(browser.json("POST", "/camunda/api/engine/engine/default/filter/" + filter + "/list", "{}")
                            .body()
                            .contains(task.getId()))
                    .isEqualTo(sees);
            assertThat(browser.getJson("/forms/tasks/" + task.getId()).statusCode())
                    .isEqualTo(sees ? 200 : 404);
            assertThat(program.getJson("/engine-rest/task/" + task.getId() + "/variables")
                            .statusCode())
                    .isEqualTo(sees ? 200 : 403);
            assertThat(program.getJson("/engine-rest/process-instance/" + task.getProcessInstanceId())
                            .statusCode())
                    .isEqualTo(sees ? 200 : 404);
            assertThat(program.getJson("/engine-rest/history/activity-instance?processInstanceId="
                                    + task.getProcessInstanceId())
                            .body()
                            .contains("inviteOrganisations"))
                    .isEqualTo(sees);
            int claimed = program.postJson(
                            "/engine-rest/task/" + task.getId() + "/claim", "{\"userId\": \"%s\"}".formatted(person))
                    .statusCode();
            assertThat(claimed).isEqualTo(sees ? 204 : 403);
            if (sees) {
                assertThat(program.getJson("/engine-rest/task?assignee=" + person)
                                .body())
                        .contains(task.getId());
                tasks.setAssignee(task.getId(), null);
            } else {
                assertThat(program.postJson("/engine-rest/task/" + task.getId() + "/complete", "{}")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void takesEverythingAwayWithTheRoleWhileTheChairIsSignedIn() {
        takeIn(PEOPLE.lines().findFirst().orElseThrow()
                + "\nzuid;;;;zuid-former;Zoë;Zuider;zoe@zuid.example.org;chair adviser\n");
        Task task = publish("zuid-open");
        Visitor browser = Visitor.signedIn(port, "zuid-former");
        Visitor program = Visitor.program(port, "zuid-former");
        assertThat(program.postJson("/engine-rest/task/" + task.getId() + "/claim", "{\"userId\": \"zuid-former\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/meetings/zuid-next").statusCode()).isEqualTo(200);
        assertThat(browser.get("/networks/zuid").statusCode()).isEqualTo(200);

        takeIn(PEOPLE.lines().findFirst().orElseThrow()
                + "\nnoord;;;;zuid-former;Zoë;Zuider;zoe@zuid.example.org;chair adviser\n");

        assertThat(publish("zuid-open").getAssignee())
                .as("It waits for the other chairs again")
                .isNull();
        assertThat(browser.get("/meetings/zuid-next").statusCode()).isEqualTo(404);
        assertThat(browser.get("/meetings").body()).contains("noord-next").doesNotContain("zuid-next");
        assertThat(browser.get("/networks/zuid").statusCode()).isEqualTo(404);
        assertThat(browser.get("/meetings/zuid-open/asks").statusCode()).isEqualTo(404);
        assertThat(browser.getJson("/forms/tasks/" + task.getId()).statusCode()).isEqualTo(404);
        assertThat(program.getJson("/engine-rest/task/" + task.getId()).statusCode())
                .isEqualTo(404);
        assertThat(program.getJson("/engine-rest/history/task").body()).doesNotContain(task.getId());
        assertThat(program.getJson("/engine-rest/process-instance").body()).doesNotContain(task.getProcessInstanceId());
        assertThat(message("zuid-former", "ruggespraak.meetingCancelled", "zuid-next", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(submit("zuid-former", "zuid", "lim").body()).contains("You are not chair of that network");

        takeIn(PEOPLE.lines().findFirst().orElseThrow()
                + "\n;;;;zuid-former;Zoë;Zuider;zoe@zuid.example.org;adviser\n");
        assertThat(browser.get("/networks").statusCode()).isEqualTo(403);
        assertThat(browser.get("/meetings").body()).doesNotContain("noord-next");
        assertThat(program.postJson(FORM, "{}").statusCode()).isEqualTo(403);
        engine.as("admin", () -> {
            takeOut("zuid-former");
            return true;
        });
    }

    @Test
    void listensToOurTablesMoreThanToAGroupOfTheEngine() {
        identity.createMembership("noord-chair", "chairs-zuid");
        try {
            Task task = publish("zuid-open");
            HttpResponse<String> completed = Visitor.program(port, "noord-chair")
                    .postJson("/engine-rest/task/" + task.getId() + "/complete", "{}");
            assertThat(completed.statusCode()).isBetween(400, 599);
            assertThat(completed.body()).contains("You are not chair of the network that holds this meeting");
            assertThat(message("noord-chair", "ruggespraak.meetingCancelled", "zuid-next", "")
                            .body())
                    .contains("You are not chair of the network that holds this meeting");
            assertThat(Visitor.signedIn(port, "noord-chair")
                            .get("/meetings/zuid-next")
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            accounts.follow("noord-chair");
        }
        assertThat(Visitor.program(port, "noord-chair")
                        .getJson("/engine-rest/task/" + publish("zuid-open").getId())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void handsMeetingsOfBeforeToTheChairsOfTheirNetworks() {
        Task task = publish("zuid-open");
        String past = jdbc.sql("select id_ from act_hi_procinst where business_key_ = 'zuid-past'")
                .query(String.class)
                .single();
        for (String id : List.of(task.getId(), task.getProcessInstanceId(), past)) {
            jdbc.sql("update act_ru_authorization set group_id_ = 'chairs' where resource_id_ = ?")
                    .param(id)
                    .update();
        }
        assertThat(Visitor.program(port, "noord-chair")
                        .getJson("/engine-rest/task/" + task.getId())
                        .statusCode())
                .as("as it was")
                .isEqualTo(200);

        rights.grantOnEarlierMeetings();
        rights.grantOnEarlierMeetings();

        for (String chair : List.of("noord-chair", "zuid-vice")) {
            boolean own = chair.startsWith("zuid");
            Visitor program = Visitor.program(port, chair);
            assertThat(program.getJson("/engine-rest/task/" + task.getId()).statusCode())
                    .isEqualTo(own ? 200 : 404);
            assertThat(program.getJson("/engine-rest/process-instance/" + task.getProcessInstanceId())
                            .statusCode())
                    .isEqualTo(own ? 200 : 404);
            assertThat(program.getJson("/engine-rest/history/process-instance/" + past)
                            .statusCode())
                    .isEqualTo(own ? 200 : 404);
        }
        assertThat(message("zuid-vice", "ruggespraak.meetingRescheduled", "zuid-open", "")
                        .body())
                .as("It may be tried")
                .contains("Say when the meeting starts");
    }

    @Test
    void forgetsTheRightsWithTheHistoryOfTheMeeting() {
        assertThat(jdbc.sql("""
                        select distinct coalesce(a.root_proc_inst_id_, 'none') from act_ru_authorization a
                        where a.group_id_ = 'chairs-noord' and a.resource_type_ in (19, 20)
                        """).query(String.class).list())
                .as("Rights on history belong to an instance, with which they go")
                .doesNotContain("none")
                .isNotEmpty();
        String past = jdbc.sql("select id_ from act_hi_procinst where business_key_ = 'noord-past'")
                .query(String.class)
                .single();
        assertThat(jdbc.sql("select resource_type_ from act_ru_authorization where resource_id_ = ?")
                        .param(past)
                        .query(Integer.class)
                        .list())
                .as("What ran has ended")
                .containsExactly(20);
        assertThat(jdbc.sql(
                                "select count(*) from act_ru_authorization where root_proc_inst_id_ = ? and removal_time_ is null")
                        .param(past)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void mailsTheChairsOfTheNetworkAndNobodyElse() {
        assertThat(jdbc.sql("select distinct recipient from ruggespraak.mail where key like '%zuid-past%'")
                        .query(String.class)
                        .list())
                .contains("zuid-chair", "lim-representative", "beide-representative")
                .doesNotContain("noord-chair", "chair", "gron-representative", "both-chair");
    }

    @Test
    void writesInTheNameOfAnotherChairWhenThePlannerLeadsTheNetworkNoLonger() {
        takeIn(PEOPLE.lines().findFirst().orElseThrow()
                + "\nnoord;;;;noord-first;Nico;Noorder;nico@noord.example.org;chair adviser\n");
        String key = planned("noord-first", "noord", "gron", "change");
        takeIn(PEOPLE.lines().findFirst().orElseThrow()
                + "\n;;;;noord-first;Nico;Noorder;nico@noord.example.org;adviser\n");
        engine.fire(key, "timer_meetingEnded");
        engine.fire(key, "timer_reportPeriodEnded");
        engine.complete("noord-chair", key, "userTask_publishResults", Map.of());

        assertThat(jdbc.sql("select recipient from ruggespraak.mail where kind = 'network-results' and key like ?")
                        .param("%" + key + "%")
                        .query(String.class)
                        .list())
                .contains("both-chair")
                .doesNotContain("noord-first");
        takeOut("noord-first");
    }

    private static final String DATES =
            "\"startsAt\": {\"value\": \"%1$sT10:00\"}, \"endsAt\": {\"value\": \"%1$sT12:00\"}"
                    .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(90));

    private static final String PAGE_DATES = "startsAt=%1$sT09:00&endsAt=%1$sT12:00"
            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(91));

    private HttpResponse<String> submit(String planner, String network, String host) {
        String fields = meetings.aPlan().entrySet().stream()
                .filter(field -> field.getValue() instanceof String)
                .map(field -> "\"%s\": {\"value\": \"%s\"}"
                        .formatted(
                                field.getKey(),
                                switch (field.getKey()) {
                                    case "network" -> network;
                                    case "host" -> host;
                                    case "title" -> "Planned over REST";
                                    default -> field.getValue();
                                }))
                .collect(Collectors.joining(", "));
        return Visitor.program(port, planner).postJson(FORM, "{\"variables\": {" + fields + "}}");
    }

    private HttpResponse<String> message(String sender, String name, String meeting, String variables) {
        return Visitor.program(port, sender).postJson("/engine-rest/message", """
                {"messageName": "%s", "businessKey": "%s", "processVariables": {%s}}
                """.formatted(name, meeting, variables));
    }

    private String planned(String chair, String network, String host, String key) {
        Map<String, Object> plan = meetings.aPlan();
        plan.put("network", network);
        plan.put("host", host);
        if (network.equals("zuid")) {
            plan.put("title", SECRET);
            plan.put("location", SECRET);
        }
        String meeting = network + "-" + key;
        engine.as(chair, () -> runtime.startProcessInstanceByKey("network-meeting", meeting, plan));
        engine.work(meeting);
        return meeting;
    }

    private void bringAsks(String cycle, String organisation) {
        String word = organisation.equals("lim") ? SECRET : "Noorderlicht";
        engine.fire(cycle, "timer_announcementDue");
        engine.complete(organisation + "-representative", cycle, "userTask_announceMeeting", Map.of());
        engine.complete(
                organisation + "-adviser", cycle, "userTask_giveAsks", Map.of("asks", json("""
                [{"kind": "CANDIDATE", "title": "%1$s", "details": "%1$s", "pitch": "%1$s knows roads", "headcount": 1, "agreedOn": "2026-01-15"}]
                """.formatted(word))));
        engine.fire(cycle, "timer_asksClose");
        engine.complete(
                organisation + "-representative",
                cycle,
                "userTask_prepareBriefing",
                Map.of("carriedAsks", json("[" + candidate(cycle) + "]")));
    }

    private long candidate(String meeting) {
        return jdbc.sql("select min(id) from ruggespraak.ask where cycle like ?")
                .param(meeting + "%")
                .query(Long.class)
                .single();
    }

    private Task publish(String meeting) {
        return Objects.requireNonNull(tasks.createTaskQuery()
                .processInstanceBusinessKey(meeting)
                .taskDefinitionKey("userTask_publishResults")
                .singleResult());
    }

    private Map<String, String> theThingsOf(String network, String organisation) {
        Task task = publish(network + "-open");
        String instance = task.getProcessInstanceId();
        String past = text("select id_ from act_hi_procinst where business_key_ = ?", network + "-past");
        Map<String, String> things = new HashMap<>();
        things.put("task", task.getId());
        things.put("instance", instance);
        things.put("execution", task.getExecutionId());
        things.put("variable", text("select min(id_) from act_ru_variable where proc_inst_id_ = ?", instance));
        things.put("variableName", "meeting");
        things.put("businessKey", network + "-next");
        things.put("definition", task.getProcessDefinitionId());
        things.put("definitionKey", "network-meeting");
        things.put("finished", past);
        things.put("activity", text("select min(id_) from act_hi_actinst where proc_inst_id_ = ?", past));
        things.put("pastVariable", text("select min(id_) from act_hi_varinst where proc_inst_id_ = ?", past));
        things.put("detail", text("select min(id_) from act_hi_detail where proc_inst_id_ = ?", past));
        things.put("jobLog", text("select min(id_) from act_hi_job_log where process_instance_id_ = ?", past));
        String next = text(
                "select proc_inst_id_ from act_ru_execution where business_key_ = ? and parent_id_ is null",
                network + "-next");
        things.put("job", text("select min(id_) from act_ru_job where process_instance_id_ = ?", next));
        things.put(
                "comment",
                tasks.createComment(task.getId(), instance, "About " + SECRET).getId());
        things.put("meeting", network + "-next");
        things.put("held", network + "-open");
        things.put("ask", String.valueOf(candidate(network + "-open")));
        things.put("network", network);
        things.put(
                "mail", text("select min(id)::text from ruggespraak.mail where key like ?", "%" + network + "-past%"));
        things.put("user", organisation + "-adviser");
        things.put("stranger", organisation + "-adviser");
        things.put("tenant", organisation);
        things.put("filter", text("select min(id_) from act_ru_filter where resource_type_ = ?", "Task"));
        things.put("group", "chairs-" + network);
        things.put("number", "1");
        things.put("link", "a");
        things.put("waiting", "give-asks");
        things.put("engine", "default");
        things.put("file", "app/plugin.js");
        return things;
    }

    /** Every id of the engine that belongs to the network's meetings, its people, its names and what was said. */
    private SurfaceWalk.Secrets secrets(String network, String organisation) {
        Set<String> ids = new HashSet<>();
        for (String table : jdbc.sql("""
                        select c.table_name from information_schema.columns c join information_schema.columns i using (table_schema, table_name)
                        where c.table_schema = current_schema and c.column_name = 'proc_inst_id_' and i.column_name = 'id_' and c.table_name like 'act_%'
                        """).query(String.class).list()) {
            ids.addAll(jdbc.sql(
                            "select id_ from " + table
                                    + " where id_ like '%-%' and proc_inst_id_ in (select id_ from act_hi_procinst where business_key_ like ?)")
                    .param(network + "-%")
                    .query(String.class)
                    .list());
        }
        Set<String> words = new HashSet<>(jdbc.sql("""
                        select key from ruggespraak.person where organisation = :o or key like :n
                        union select email from ruggespraak.person where organisation = :o or key like :n
                        union select name from ruggespraak.organisation where key = :o union select name from ruggespraak.network where key = :network
                        union select key from ruggespraak.meeting where network = :network
                        """)
                .param("o", organisation)
                .param("n", network + "-%")
                .param("network", network)
                .query(String.class)
                .list());
        words.add(SECRET);
        return new SurfaceWalk.Secrets(ids, words);
    }

    private void takeIn(String file) {
        long id = importPeople.check("people.csv", file.getBytes(StandardCharsets.UTF_8), "admin");
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        importPeople.apply(id);
        assertThat(await().atMost(Duration.ofMinutes(1))
                        .until(
                                () -> importPeople.find(id).orElseThrow().status(),
                                status -> status != PeopleImport.Status.APPLYING))
                .isEqualTo(PeopleImport.Status.APPLIED);
    }

    private void takeOut(String person) {
        jdbc.sql("update ruggespraak.person set active = false where key = ?")
                .param(person)
                .update();
        accounts.follow(person);
    }

    private String text(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).single();
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
