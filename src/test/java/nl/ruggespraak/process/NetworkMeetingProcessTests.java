package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.MeetingStatus;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class NetworkMeetingProcessTests {

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Meetings meetings;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    @Test
    void opensACycleForEveryMemberOrganisationThatHasARepresentative() {
        String key = fixture.aPlannedMeeting();
        assertThat(meetings.cycles(key))
                .extracting(MeetingCycle::organisation, MeetingCycle::representative)
                .containsExactlyInAnyOrder(
                        tuple("lnv", "lnv-representative"),
                        tuple("rws", "rws-representative"),
                        tuple("odbn", "odbn-representative"),
                        tuple("meierij", "meierij-representative"));
        assertThat(engine.instances(key + "/"))
                .hasSize(4)
                .allSatisfy(cycle -> assertThat(cycle.getBusinessKey()).endsWith("/" + cycle.getTenantId()));
    }

    @Test
    void keepsNothingOfTheFormInTheProcess() {
        String key = fixture.aPlannedMeeting();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        assertThat(runtime.getVariables(instance).keySet())
                .containsExactlyInAnyOrder("meeting", "meetingEndsAt", "reportPeriodEndsAt", "publishDueAt");
    }

    @Test
    void makesTheKeyFromNetworkAndDateWhenNoneIsGiven() {
        Map<String, Object> plan = fixture.aPlan();
        LocalDate day = LocalDate.parse(String.valueOf(plan.get("startsAt")).substring(0, 10));
        List<String> keys = Stream.of(1, 2)
                .map(time -> engine.as("chair", () -> runtime.startProcessInstanceByKey("network-meeting", plan)))
                .map(instance -> runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getBusinessKey())
                .toList();
        assertThat(keys).containsExactly("sam-" + day, "sam-" + day + "-2");
    }

    @Test
    void publishesWhenTheReportPeriodEndsThoughNobodyHasReported() {
        String key = fixture.aPlannedMeeting();
        engine.fire(key, "timer_meetingEnded");
        assertThat(engine.tasks(key, "userTask_publishResults")).isEmpty();
        engine.fire(key, "timer_reportPeriodEnded");
        engine.complete("chair", key, "userTask_publishResults", Map.of());
        assertThat(engine.passed(key, "endEvent_resultsPublished")).isTrue();
        assertThat(meetings.get(key).status()).isEqualTo(MeetingStatus.PUBLISHED);
    }

    @Test
    void publishesAsSoonAsTheLastOrganisationHasReported() {
        String key = fixture.aPlannedMeeting();
        engine.fire(key, "timer_meetingEnded");
        everybodyReports(key);
        assertThat(engine.passed(key, "message_allCyclesReported")).isTrue();
        assertThat(engine.tasks(key, "userTask_publishResults")).hasSize(1);
    }

    @Test
    void doesNotWaitWhenEverybodyHasReportedBeforeTheMeetingEnds() {
        String key = fixture.aPlannedMeeting();
        everybodyReports(key);
        engine.fire(key, "timer_meetingEnded");
        assertThat(engine.passed(key, "message_allCyclesReported")).isFalse();
        assertThat(engine.tasks(key, "userTask_publishResults")).hasSize(1);
    }

    @Test
    void movesEveryOpenDateWhenTheMeetingIsRescheduled() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String key = cycle.substring(0, cycle.indexOf('/'));
        Meeting before = meetings.get(key);
        LocalDateTime start = LocalDateTime.ofInstant(before.dates().startsAt(), before.zone())
                .plusDays(28);
        reschedule(key, start.toString(), start.plusHours(2).toString());

        Meeting after = meetings.get(key);
        assertThat(after.revision()).isEqualTo(1);
        assertThat(after.dates().asksCloseAt()).isAfter(before.dates().asksCloseAt());
        assertThat(engine.due(key, "timer_meetingEnded"))
                .isEqualTo(after.dates().endsAt());
        assertThat(engine.due(cycle, "timer_asksClose")).isEqualTo(after.dates().asksCloseAt());
        assertThat(engine.due(cycle, "timer_reminderDue"))
                .isEqualTo(after.dates().remindAt());
        assertThat(engine.due(key + "/rws", "timer_announcementDue"))
                .isEqualTo(after.dates().announceAt());
        assertThat(engine.task("lnv-adviser-1", cycle, "userTask_giveAsks").getDueDate())
                .isEqualTo(after.dates().asksCloseAt());
        assertThat(mailsOf(cycle, "new-date"))
                .containsExactlyInAnyOrder(
                        "lnv-adviser-1", "lnv-adviser-2", "lnv-adviser-3", "lnv-manager", "lnv-representative");
        assertThat(mailsOf(key + "/rws", "new-date")).containsExactly("rws-representative");
    }

    @Test
    void staysWhereItIsWhenTheNewDateCannotBe() {
        String key = fixture.aPlannedMeeting();
        Meeting before = meetings.get(key);
        assertThatThrownBy(() -> reschedule(key, "2020-01-01T10:00", "2020-01-01T12:00"))
                .isInstanceOf(Refusal.class);
        assertThat(meetings.get(key)).isEqualTo(before);
        assertThat(engine.due(key, "timer_meetingEnded"))
                .isEqualTo(before.dates().endsAt());
    }

    @Test
    void endsEverythingAndTellsWhoWasAskedWhenTheMeetingIsCancelled() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String key = cycle.substring(0, cycle.indexOf('/'));
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        runtime.createMessageCorrelation("ruggespraak.meetingCancelled")
                .processInstanceBusinessKey(key)
                .correlate();
        engine.work(key);

        assertThat(engine.instances(key)).isEmpty();
        assertThat(meetings.get(key).status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThat(meetings.cycles(key)).extracting(MeetingCycle::status).containsOnly(CycleStatus.CANCELLED);
        assertThat(mailsOf(cycle, "cancellation"))
                .containsExactlyInAnyOrder(
                        "lnv-adviser-1", "lnv-adviser-2", "lnv-adviser-3", "lnv-manager", "lnv-representative");
        assertThat(mailsOf(key + "/rws", "cancellation")).containsExactly("rws-representative");
    }

    @Test
    void cannotCancelAMeetingThatHasBegun() {
        String key = fixture.aPlannedMeeting();
        ClockUtil.setCurrentTime(Date.from(meetings.get(key).dates().startsAt().plusSeconds(60)));
        assertThatThrownBy(() -> runtime.createMessageCorrelation("ruggespraak.meetingCancelled")
                        .processInstanceBusinessKey(key)
                        .correlate())
                .isInstanceOf(Refusal.class);
        assertThat(meetings.get(key).status()).isEqualTo(MeetingStatus.PLANNED);
    }

    static Stream<Arguments> plansThatCannotBe() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        return Stream.of(
                Arguments.of("title", "", "refusal.title.missing"),
                Arguments.of("title", "x".repeat(201), "refusal.title.tooLong"),
                Arguments.of("network", "none", "refusal.network.unknown"),
                Arguments.of("host", "tax-office", "refusal.host.unknown"),
                Arguments.of("region", " ", "refusal.region.missing"),
                Arguments.of("location", " ", "refusal.location.missing"),
                Arguments.of("startsAt", "2020-01-01T10:00", "refusal.startsAt.past"),
                Arguments.of("startsAt", "soon", "refusal.dateTime.notADateTime"),
                Arguments.of("startsAt", null, "refusal.startsAt.missing"),
                Arguments.of("startsAt", tomorrow.plusYears(6) + "T10:00", "refusal.startsAt.tooFar"),
                Arguments.of("endsAt", tomorrow + "T10:00", "refusal.endsAt.beforeStart"),
                Arguments.of("endsAt", tomorrow.plusDays(90) + "T10:00", "refusal.endsAt.tooLong"),
                Arguments.of("leadTimeDays", 0L, "refusal.leadTimeDays.outOfRange"),
                Arguments.of("leadTimeDays", 366L, "refusal.leadTimeDays.outOfRange"),
                Arguments.of("statements", json("{}"), "refusal.list.notAList"),
                Arguments.of("statements", json("[" + "\"x\",".repeat(20) + "\"x\"]"), "refusal.statements.tooMany"));
    }

    @ParameterizedTest
    @MethodSource("plansThatCannotBe")
    void refusesAPlanThatCannotBeAndKeepsNothing(String field, Object value, String why) {
        Map<String, Object> plan = new HashMap<>(fixture.aPlan());
        plan.put(field, value);
        long before = count("meeting");
        assertThatThrownBy(() -> fixture.planned(plan))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(Problem::message)
                        .contains(why));
        assertThat(count("meeting")).isEqualTo(before);
    }

    private void reschedule(String key, String startsAt, String endsAt) {
        runtime.createMessageCorrelation("ruggespraak.meetingRescheduled")
                .processInstanceBusinessKey(key)
                .setVariables(Map.of("startsAt", startsAt, "endsAt", endsAt))
                .correlate();
        engine.work(key);
    }

    private void everybodyReports(String key) {
        for (String organisation : List.of("lnv", "rws", "odbn", "meierij")) {
            String cycle = key + "/" + organisation;
            String representative = organisation + "-representative";
            engine.fire(cycle, "timer_announcementDue");
            engine.complete(representative, cycle, "userTask_announceMeeting", Map.of());
            engine.fire(cycle, "timer_asksClose");
            engine.complete(representative, cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[]")));
            engine.fire(cycle, "timer_meetingStarts");
            engine.complete(
                    representative, cycle, "userTask_recordLeads", Map.of("attended", true, "leads", json("[]")));
            engine.complete(representative, cycle, "userTask_sendReportBacks", Map.of("reportBacks", json("[]")));
        }
        engine.work(key);
    }

    private List<String> mailsOf(String cycle, String kind) {
        return jdbc.sql("select recipient from ruggespraak.mail where cycle = :cycle and kind = :kind")
                .param("cycle", cycle)
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from ruggespraak." + table)
                .query(Long.class)
                .single();
    }
}
