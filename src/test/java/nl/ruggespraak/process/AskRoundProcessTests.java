package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.AskCounts;
import nl.ruggespraak.ask.AskKind;
import nl.ruggespraak.ask.AskRoundStatus;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The model ask-round, and the first half of meeting-cycle: from the announcement to the closing of the asks. */
@RuggespraakTest
class AskRoundProcessTests {

    private static final String ADVISER = "lnv-adviser-1";

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Asks asks;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    @Test
    void asksAllAdvisersAndManagersUnlessTheRepresentativeChooses() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        assertThat(engine.tasks(cycle, "userTask_giveAsks"))
                .extracting(task -> task.getAssignee())
                .containsExactlyInAnyOrder("lnv-adviser-1", "lnv-adviser-2", "lnv-adviser-3", "lnv-manager");
        assertThat(mails(cycle, "announcement"))
                .containsExactlyInAnyOrder("lnv-adviser-1", "lnv-adviser-2", "lnv-adviser-3", "lnv-manager");
    }

    @Test
    void asksOnlyThoseWhomTheRepresentativeChooses() {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        engine.complete(
                "lnv-representative",
                cycle,
                "userTask_announceMeeting",
                Map.of("announcement", "We meet <b>soon</b>.", "colleagues", json("[\"lnv-adviser-2\"]")));
        assertThat(engine.tasks(cycle, "userTask_giveAsks"))
                .extracting(task -> task.getAssignee())
                .containsExactly("lnv-adviser-2");
        assertThat(meetings.cycle(cycle).announcement()).isEqualTo("We meet <b>soon</b>.");
    }

    @Test
    void refusesToAskSomebodyOfAnotherOrganisation() {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        assertRefused(
                () -> engine.complete(
                        "lnv-representative",
                        cycle,
                        "userTask_announceMeeting",
                        Map.of("colleagues", json("[\"rws-adviser-1\"]"))),
                "refusal.colleagues.unknown");
        assertThat(engine.tasks(cycle, "userTask_announceMeeting")).hasSize(1);
    }

    @Test
    void announcesWithTheStandardTextWhenNobodyDoes() {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        engine.fire(cycle, "timer_announcementOverdue");
        assertThat(engine.tasks(cycle, "userTask_announceMeeting")).isEmpty();
        assertThat(engine.tasks(cycle, "userTask_giveAsks")).hasSize(4);
        assertThat(meetings.cycle(cycle).announcement()).contains("Our network meets");
    }

    @Test
    void keepsThreeRowsOfAsks() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(90);
        give(cycle, """
                [{"kind": "CANDIDATE", "title": "Meat inspector, 20 years", "details": "Speaks German", "occupation": "meat-inspector",
                  "region": "den-bosch", "headcount": 1, "availableFrom": "%s"},
                 {"kind": "VACANCY", "title": "Policy adviser", "headcount": 2},
                 {"kind": "UPCOMING_CHANGE", "title": "The laboratory moves"}]
                """.formatted(from));
        assertThat(asks.of(cycle)).hasSize(3);
        Ask first = asks.of(cycle).get(0);
        assertThat(first.kind()).isEqualTo(AskKind.CANDIDATE);
        assertThat(first.occupation()).isEqualTo("meat-inspector");
        assertThat(first.availableFrom()).isEqualTo(from);
        assertThat(first.late()).isFalse();
        assertThat(engine.passed(cycle, "endEvent_asksGiven")).isTrue();
    }

    @Test
    void takesNothingToAskForAnAnswer() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        engine.complete(ADVISER, cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        assertThat(asks.counts(cycle)).isEqualTo(new AskCounts(4, 1, 0, 0));
    }

    @Test
    void remindsOnlyThoseWhoHaveNotAnsweredAndOnlyOnce() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        engine.complete(ADVISER, cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        engine.fire(cycle, "timer_reminderDue");
        assertThat(mails(cycle, "reminder")).containsExactlyInAnyOrder("lnv-adviser-2", "lnv-adviser-3", "lnv-manager");
    }

    @Test
    void takesLateAsksUntilTheMeetingStartsAndCarriesThoseThatComeAfterTheBriefing() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        engine.fire(cycle, "timer_asksClose");
        give(cycle, "[{\"kind\": \"QUESTION\", \"title\": \"Late, before the briefing\"}]");
        engine.complete("lnv-representative", cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[]")));
        engine.complete(
                "lnv-adviser-2",
                cycle,
                "userTask_giveAsks",
                Map.of("asks", json("[{\"kind\": \"QUESTION\", \"title\": \"Late, after the briefing\"}]")));
        assertThat(asks.of(cycle)).extracting(Ask::late).containsExactly(true, true);
        assertThat(asks.carried(cycle)).extracting(Ask::title).containsExactly("Late, after the briefing");
    }

    @Test
    void carriesEveryAskWhenTheMeetingStartsUnprepared() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        give(cycle, "[{\"kind\": \"QUESTION\", \"title\": \"Who hires?\"}]");
        engine.fire(cycle, "timer_asksClose");
        engine.fire(cycle, "timer_meetingStartsUnprepared");
        assertThat(asks.carried(cycle)).extracting(Ask::title).containsExactly("Who hires?");
        assertThat(engine.tasks(cycle, "userTask_prepareBriefing")).isEmpty();
        assertThat(engine.tasks(cycle, "userTask_recordLeads")).hasSize(1);
    }

    @Test
    void carriesOnlyWhatTheRepresentativeChooses() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        give(cycle, "[{\"kind\": \"QUESTION\", \"title\": \"One\"}, {\"kind\": \"QUESTION\", \"title\": \"Two\"}]");
        engine.fire(cycle, "timer_asksClose");
        long two = asks.of(cycle).get(1).id();
        assertRefused(
                () -> engine.submit(
                        "lnv-representative",
                        cycle,
                        "userTask_prepareBriefing",
                        Map.of("carriedAsks", json("[" + two + ", 987654321]"))),
                "refusal.carriedAsk.unknown");
        engine.complete(
                "lnv-representative", cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[" + two + "]")));
        assertThat(asks.carried(cycle)).extracting(Ask::title).containsExactly("Two");
    }

    @Test
    void closesTheRoundsOfThoseWhoStayedSilentWhenTheMeetingStarts() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        give(cycle, "[{\"kind\": \"QUESTION\", \"title\": \"One\"}]");
        engine.fire(cycle, "timer_asksClose");
        engine.fire(cycle, "timer_meetingStartsUnprepared");
        assertThat(engine.tasks(cycle, "userTask_giveAsks")).isEmpty();
        assertThat(asks.round(cycle, ADVISER).orElseThrow().status()).isEqualTo(AskRoundStatus.ANSWERED);
        assertThat(asks.round(cycle, "lnv-adviser-2").orElseThrow().status()).isEqualTo(AskRoundStatus.CLOSED);
        assertThat(engine.passed(cycle, "endEvent_roundClosed")).isTrue();
    }

    @Test
    void leavesNoRightsBehindWhenARoundHasEnded() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String round = engine.task(ADVISER, cycle, "userTask_giveAsks").getProcessInstanceId();
        assertThat(rightsOn(round)).isPositive();
        engine.complete(ADVISER, cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        assertThat(rightsOn(round)).isZero();
    }

    private long rightsOn(String processInstance) {
        return jdbc.sql("select count(*) from act_ru_authorization where resource_id_ = :instance")
                .param("instance", processInstance)
                .query(Long.class)
                .single();
    }

    @Test
    void setsTheDeadlineOfTheTaskToTheMomentWhenAsksClose() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        Instant close = meetings.ofCycle(cycle).dates().asksCloseAt();
        assertThat(engine.task(ADVISER, cycle, "userTask_giveAsks").getDueDate())
                .isEqualTo(Date.from(close));
    }

    static Stream<Arguments> asksThatCannotBe() {
        String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        return Stream.of(
                Arguments.of("[{\"kind\": \"QUESTION\"}]", "refusal.title.missing"),
                Arguments.of("[{\"kind\": \"QUESTION\", \"title\": \"   \"}]", "refusal.title.missing"),
                Arguments.of(ask("title", "\"" + "x".repeat(201) + "\""), "refusal.title.tooLong"),
                Arguments.of(ask("title", "\"" + "x".repeat(100_000) + "\""), "refusal.text.tooLong"),
                Arguments.of(ask("kind", "\"HOLIDAY\""), "refusal.kind.unknown"),
                Arguments.of(ask("headcount", "-1"), "refusal.headcount.outOfRange"),
                Arguments.of(ask("headcount", "0"), "refusal.headcount.outOfRange"),
                Arguments.of(ask("headcount", "1000000000"), "refusal.headcount.outOfRange"),
                Arguments.of(ask("headcount", "\"many\""), "refusal.number.notWhole"),
                Arguments.of(ask("headcount", "2.5"), "refusal.number.notWhole"),
                Arguments.of(ask("availableFrom", "\"" + yesterday + "\""), "refusal.availableFrom.past"),
                Arguments.of(ask("availableFrom", "\"2099-01-01\""), "refusal.availableFrom.tooFar"),
                Arguments.of(ask("availableFrom", "\"30 February\""), "refusal.date.notADate"),
                Arguments.of(ask("occupation", "\"" + "a".repeat(121) + "\""), "refusal.occupation.tooLong"),
                Arguments.of(ask("region", "\"" + "a".repeat(121) + "\""), "refusal.region.tooLong"),
                Arguments.of(
                        "[" + "{\"kind\": \"QUESTION\", \"title\": \"x\"},".repeat(199)
                                + "{\"kind\": \"QUESTION\", \"title\": \"x\"}]",
                        "refusal.list.tooLong"),
                Arguments.of("{\"kind\": \"QUESTION\"}", "refusal.list.notAList"),
                Arguments.of("[1]", "refusal.list.notARow"),
                Arguments.of("[]", "refusal.asks.missing"));
    }

    @ParameterizedTest
    @MethodSource("asksThatCannotBe")
    void refusesAnAskThatCannotBeKeepsNothingAndLeavesTheTaskOpen(String rows, String why) {
        String cycle = CYCLE.computeIfAbsent("one", none -> fixture.anAnnouncedMeeting("lnv"));
        assertRefused(() -> give(cycle, rows), why);
        assertThat(engine.task(ADVISER, cycle, "userTask_giveAsks")).isNotNull();
        assertThat(asks.counts(cycle)).isEqualTo(new AskCounts(4, 0, 0, 0));
    }

    @Test
    void refusesAListThatIsNoJson() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        assertRefused(
                () -> engine.complete(ADVISER, cycle, "userTask_giveAsks", Map.of("asks", "[{\"kind\": ")),
                "refusal.list.unreadable");
        assertThat(engine.task(ADVISER, cycle, "userTask_giveAsks")).isNotNull();
    }

    @Test
    void refusesAsksFromOneWhoHasNothingToAsk() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        assertRefused(
                () -> engine.complete(
                        ADVISER,
                        cycle,
                        "userTask_giveAsks",
                        Map.of("nothingToAsk", true, "asks", json(ask("title", "\"x\"")))),
                "refusal.asks.nothingAndSomething");
    }

    private static final Map<String, String> CYCLE = new HashMap<>();

    private static String ask(String field, String value) {
        Map<String, String> row = new HashMap<>(Map.of("kind", "\"QUESTION\"", "title", "\"Who hires?\""));
        row.put(field, value);
        return row.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(", ", "[{", "}]"));
    }

    private void give(String cycle, String rows) {
        engine.complete(ADVISER, cycle, "userTask_giveAsks", Map.of("asks", json(rows)));
    }

    private static void assertRefused(ThrowingCallable work, String why) {
        assertThatThrownBy(work)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(Problem::message)
                        .contains(why));
    }

    private List<String> mails(String cycle, String kind) {
        return jdbc.sql("select recipient from ruggespraak.mail where cycle = :cycle and kind = :kind")
                .param("cycle", cycle)
                .param("kind", kind)
                .query(String.class)
                .list();
    }
}
