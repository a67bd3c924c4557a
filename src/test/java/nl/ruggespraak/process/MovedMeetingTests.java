package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.CancelMeeting;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.MeetingDates;
import nl.ruggespraak.meeting.MeetingStatus;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.meeting.RescheduleMeeting;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows when a meeting moves or is called off, in each state that one organisation's part can be in before the meeting begins. */
@RuggespraakTest
class MovedMeetingTests {

    private static final List<String> COLLEAGUES =
            List.of("lnv-adviser-1", "lnv-adviser-2", "lnv-adviser-3", "lnv-manager");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** How far the ministry is; the other organisations always wait for the announcement. */
    enum State {
        INVITED("timer_announcementDue"),
        ANNOUNCING("timer_announcementOverdue"),
        ANNOUNCED("timer_asksClose"),
        REMINDED("timer_asksClose"),
        ASKS_CLOSED("timer_meetingStartsUnprepared"),
        BRIEFED("timer_meetingStarts");

        private final String timer;

        State(String timer) {
            this.timer = timer;
        }

        boolean knownToColleagues() {
            return compareTo(ANNOUNCED) >= 0;
        }
    }

    enum Move {
        EARLIER,
        LATER
    }

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private RescheduleMeeting rescheduleMeeting;

    @Autowired
    private CancelMeeting cancelMeeting;

    @Autowired
    private Meetings meetings;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    static Stream<Arguments> everyStateAndMove() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(Move.values()).map(move -> Arguments.of(state, move)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndMove")
    void movesEveryDateAndTellsWhoKnows(State state, Move move) {
        String cycle = aCycle(state);
        String key = key(cycle);
        Meeting before = meetings.get(key);
        int asked = rounds(cycle);
        Instant now = ClockUtil.getCurrentTime().toInstant();

        move(
                key,
                move == Move.LATER
                        ? start(before).plusDays(364)
                        : LocalDateTime.ofInstant(
                                now.plus(Duration.between(now, before.dates().startsAt())
                                        .dividedBy(2)),
                                before.zone()));

        MeetingDates dates = inMilliseconds(meetings.get(key).dates());
        assertThat(meetings.get(key).revision()).isEqualTo(1);
        assertThat(meetings.get(key).status()).isEqualTo(MeetingStatus.PLANNED);
        Map<String, Instant> expected =
                Map.of(state.timer, date(state.timer, dates), "timer_reminderDue", dates.remindAt());
        assertThat(timers(cycle)).as("waits of the cycle").isEqualTo(expected);
        assertThat(timers(key)).as("waits of the meeting").isEqualTo(Map.of("timer_meetingEnded", dates.endsAt()));
        assertThat(timers(key + "/rws"))
                .as("waits of others")
                .containsEntry("timer_announcementDue", dates.announceAt());
        assertThat(variables(cycle))
                .containsEntry("announceAt", dates.announceAt())
                .containsEntry("remindAt", dates.remindAt())
                .containsEntry("asksCloseAt", dates.asksCloseAt())
                .containsEntry("startsAt", dates.startsAt())
                .containsEntry("leadsDueAt", dates.leadsDueAt())
                .containsEntry("evaluateAt", dates.evaluateAt());
        assertThat(dueDates(cycle)).isEqualTo(dueDates(state, dates));
        assertThat(mails(cycle, "new-date")).containsExactlyInAnyOrderElementsOf(whoKnows(state));
        assertThat(mails(key + "/rws", "new-date")).containsExactly("rws-representative");
        assertThat(rounds(cycle)).as("nothing is asked twice").isEqualTo(asked);
        assertThat(mails(cycle, "announcement"))
                .containsExactlyInAnyOrderElementsOf(state.knownToColleagues() ? COLLEAGUES : List.of());
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void endsEverythingAndTellsWhoKnowsAndNobodyElse(State state) {
        String cycle = aCycle(state);
        String key = key(cycle);

        engine.as("chair", () -> {
            cancelMeeting.cancel(new RescheduleMeeting.Seen(key, 0), "The host has no room");
            return key;
        });
        engine.work(key);

        assertThat(engine.instances(key)).isEmpty();
        assertThat(meetings.get(key).status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThat(meetings.cycles(key)).extracting(MeetingCycle::status).containsOnly(CycleStatus.CANCELLED);
        assertThat(jdbc.sql(
                                "select count(*) from ruggespraak.ask_round where cycle = ? and status in ('PLANNED', 'OPEN')")
                        .param(cycle)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(mails(cycle, "cancellation")).containsExactlyInAnyOrderElementsOf(whoKnows(state));
        assertThat(mails(key + "/rws", "cancellation")).containsExactly("rws-representative");
        assertThat(jdbc.sql("select text_body from ruggespraak.mail where cycle = ? and kind = 'cancellation'")
                        .param(cycle)
                        .query(String.class)
                        .list())
                .allSatisfy(body -> assertThat(body).contains("The host has no room"));
    }

    @Test
    void announcesAtOnceWhenTheAnnouncementsDayIsOver() {
        String cycle = aCycle(State.INVITED);
        move(
                key(cycle),
                LocalDateTime.ofInstant(
                        ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(5)),
                        meetings.ofCycle(cycle).zone()));
        assertThat(engine.due(cycle, "timer_announcementDue"))
                .isBefore(ClockUtil.getCurrentTime().toInstant());
        engine.fire(cycle, "timer_announcementDue");
        engine.complete("lnv-representative", cycle, "userTask_announceMeeting", Map.of());
        assertThat(mails(cycle, "announcement")).containsExactlyInAnyOrderElementsOf(COLLEAGUES);
    }

    @Test
    void remindsAnewWhoHasNotAnsweredWhenTheMeetingMovesByAYear() {
        String cycle = aCycle(State.REMINDED);
        assertThat(mails(cycle, "reminder")).hasSize(4);
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        move(key(cycle), start(meetings.ofCycle(cycle)).plusDays(364));

        engine.fire(cycle, "timer_reminderDue");

        assertThat(mails(cycle, "reminder"))
                .hasSize(7)
                .containsOnlyOnce("lnv-adviser-1")
                .containsAll(COLLEAGUES);
        assertThat(timers(cycle)).doesNotContainKey("timer_reminderDue");
    }

    @Test
    void remindsNobodyTwiceWhenTheMeetingMovesByADay() {
        String cycle = aCycle(State.REMINDED);
        move(key(cycle), start(meetings.ofCycle(cycle)).plusDays(1));
        engine.fire(cycle, "timer_reminderDue");
        assertThat(mails(cycle, "reminder")).containsExactlyInAnyOrderElementsOf(COLLEAGUES);
    }

    @Test
    void remindsNobodyTwiceWhenTheMeetingMovesThereAndBack() {
        String cycle = aCycle(State.REMINDED);
        LocalDateTime start = start(meetings.ofCycle(cycle));
        move(key(cycle), start.plusDays(364));
        move(key(cycle), start);
        engine.fire(cycle, "timer_reminderDue");
        assertThat(mails(cycle, "reminder")).containsExactlyInAnyOrderElementsOf(COLLEAGUES);
        assertThat(mails(cycle, "new-date")).hasSize(10);
    }

    @Test
    void takesAsksInTimeAgainWhenTheMeetingMovesAfterTheyClosed() {
        String cycle = aCycle(State.BRIEFED);
        move(key(cycle), start(meetings.ofCycle(cycle)).plusDays(28));
        engine.complete(
                "lnv-adviser-2",
                cycle,
                "userTask_giveAsks",
                Map.of("asks", json("[{\"kind\": \"VACANCY\", \"title\": \"Road inspector\"}]")));
        assertThat(jdbc.sql("select late from ruggespraak.ask where cycle = ?")
                        .param(cycle)
                        .query(Boolean.class)
                        .list())
                .containsExactly(false);
        engine.fire(cycle, "timer_meetingStarts");
        assertThat(engine.tasks(cycle, "userTask_recordLeads")).hasSize(1);
        assertThat(engine.tasks(cycle, "userTask_giveAsks")).isEmpty();
    }

    @Test
    void tellsNobodyOfTheEndWhoHasNotHeardOfTheBeginning() {
        String cycle = aCycle(State.ANNOUNCING);
        String key = key(cycle);
        engine.submit("lnv-representative", cycle, "userTask_announceMeeting", Map.of());
        workTheCycleAlone(cycle);
        assertThat(rounds(cycle)).isEqualTo(4);
        assertThat(mails(cycle, "announcement")).isEmpty();

        engine.as("chair", () -> {
            cancelMeeting.cancel(new RescheduleMeeting.Seen(key, 0), "Too early");
            return key;
        });
        workTheCycleAlone(key);
        engine.work(key);

        assertThat(engine.instances(key)).isEmpty();
        assertThat(mails(cycle, "announcement")).isEmpty();
        assertThat(mails(cycle, "cancellation")).containsExactly("lnv-representative");
    }

    /** Works everything but the rounds of colleagues. */
    private void workTheCycleAlone(String businessKey) {
        List<String> jobs;
        do {
            jobs = Stream.of("network-meeting", "meeting-cycle")
                    .flatMap(
                            model -> management.createJobQuery().messages().processDefinitionKey(model).list().stream())
                    .filter(job -> engine.instances(businessKey).stream()
                            .anyMatch(instance -> instance.getId().equals(job.getProcessInstanceId())))
                    .map(job -> job.getId())
                    .toList();
            jobs.forEach(management::executeJob);
        } while (!jobs.isEmpty());
    }

    private String aCycle(State state) {
        String cycle = fixture.planned(aPlanOfItsOwn()) + "/lnv";
        if (state.compareTo(State.ANNOUNCING) >= 0) {
            engine.fire(cycle, "timer_announcementDue");
        }
        if (state.compareTo(State.ANNOUNCED) >= 0) {
            engine.complete("lnv-representative", cycle, "userTask_announceMeeting", Map.of());
        }
        if (state.compareTo(State.REMINDED) >= 0) {
            engine.fire(cycle, "timer_reminderDue");
        }
        if (state.compareTo(State.ASKS_CLOSED) >= 0) {
            engine.fire(cycle, "timer_asksClose");
        }
        if (state.compareTo(State.BRIEFED) >= 0) {
            engine.complete("lnv-representative", cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[]")));
        }
        return cycle;
    }

    /** In a week in which nobody else's reminder falls due: a colleague gets one a day. */
    private Map<String, Object> aPlanOfItsOwn() {
        Map<String, Object> plan = fixture.aPlan();
        LocalDateTime start =
                LocalDateTime.parse(String.valueOf(plan.get("startsAt"))).plusDays(150 + 7L * NUMBER.incrementAndGet());
        plan.put("startsAt", start.toString());
        plan.put("endsAt", start.plusHours(2).toString());
        return plan;
    }

    private void move(String key, LocalDateTime start) {
        Meeting meeting = meetings.get(key);
        engine.as("chair", () -> {
            rescheduleMeeting.reschedule(
                    new RescheduleMeeting.Seen(key, meeting.revision()), start, start.plusHours(2), meeting.location());
            return key;
        });
        engine.work(key);
    }

    /** The engine keeps no more. */
    private static MeetingDates inMilliseconds(MeetingDates dates) {
        return new MeetingDates(
                dates.startsAt().truncatedTo(ChronoUnit.MILLIS),
                dates.endsAt().truncatedTo(ChronoUnit.MILLIS),
                dates.announceAt(),
                dates.announceByItselfAt().truncatedTo(ChronoUnit.MILLIS),
                dates.remindAt().truncatedTo(ChronoUnit.MILLIS),
                dates.asksCloseAt().truncatedTo(ChronoUnit.MILLIS),
                dates.leadsDueAt(),
                dates.reportPeriodEndsAt(),
                dates.publishDueAt(),
                dates.evaluateAt());
    }

    private static LocalDateTime start(Meeting meeting) {
        return LocalDateTime.ofInstant(meeting.dates().startsAt(), meeting.zone());
    }

    private static String key(String cycle) {
        return cycle.substring(0, cycle.indexOf('/'));
    }

    /** The representative has the meeting in the calendar from the day it was planned. */
    private static List<String> whoKnows(State state) {
        List<String> know = new ArrayList<>(state.knownToColleagues() ? COLLEAGUES : List.of());
        know.add("lnv-representative");
        return know;
    }

    private static Instant date(String timer, MeetingDates dates) {
        return switch (timer) {
            case "timer_announcementDue" -> dates.announceAt();
            case "timer_announcementOverdue" -> dates.announceByItselfAt();
            case "timer_asksClose" -> dates.asksCloseAt();
            default -> dates.startsAt();
        };
    }

    private static Map<String, Instant> dueDates(State state, MeetingDates dates) {
        Map<String, Instant> due = new TreeMap<>();
        if (state == State.ANNOUNCING) {
            due.put("userTask_announceMeeting", dates.announceByItselfAt());
        }
        if (state.knownToColleagues()) {
            due.put("userTask_giveAsks", dates.asksCloseAt());
        }
        if (state == State.ASKS_CLOSED) {
            due.put("userTask_prepareBriefing", dates.startsAt());
        }
        return due;
    }

    /** When the tasks of a cycle are due, each kind with the one date that all of them have. */
    private Map<String, Instant> dueDates(String cycle) {
        Map<String, Instant> due = new TreeMap<>();
        for (String kind : List.of("userTask_announceMeeting", "userTask_giveAsks", "userTask_prepareBriefing")) {
            List<Instant> dates = engine.tasks(cycle, kind).stream()
                    .map(Task::getDueDate)
                    .map(date -> date.toInstant())
                    .distinct()
                    .toList();
            assertThat(dates).hasSizeLessThanOrEqualTo(1);
            dates.forEach(date -> due.put(kind, date));
        }
        return due;
    }

    /** What the process instance of exactly this business key waits for. */
    private Map<String, Instant> timers(String businessKey) {
        Map<String, Instant> timers = new TreeMap<>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .forEach(job -> timers.merge(
                        activity(job.getJobDefinitionId()), job.getDuedate().toInstant(), (one, other) -> {
                            throw new AssertionError("two timers of a kind");
                        }));
        return timers;
    }

    private String activity(String definition) {
        JobDefinition found = management
                .createJobDefinitionQuery()
                .jobDefinitionId(definition)
                .singleResult();
        return found.getActivityId();
    }

    private Map<String, Object> variables(String cycle) {
        Map<String, Object> dates = new TreeMap<>();
        runtime.getVariables(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("meeting-cycle")
                        .processInstanceBusinessKey(cycle)
                        .singleResult()
                        .getId())
                .forEach((name, value) ->
                        dates.put(name, value instanceof java.util.Date date ? date.toInstant() : value));
        return dates;
    }

    private int rounds(String cycle) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("ask-round")
                .processInstanceBusinessKey(cycle)
                .list()
                .size();
    }

    private List<String> mails(String cycle, String kind) {
        return jdbc.sql("select recipient from ruggespraak.mail where cycle = :cycle and kind = :kind")
                .param("cycle", cycle)
                .param("kind", kind)
                .query(String.class)
                .list();
    }
}
