package nl.ruggespraak.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class NudgeColleaguesTests {

    private static final String JOOST = "lnv-adviser-1";
    private static final String FATIMA = "lnv-adviser-2";
    private static final String PIETER = "lnv-adviser-3";

    @Autowired
    private NudgeColleagues nudgeColleagues;

    @Autowired
    private AskRounds askRounds;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private CycleRows rows;

    @Autowired
    private JdbcClient jdbc;

    private String cycle = "";

    @BeforeEach
    void announce() {
        cycle = meetings.anAnnouncedMeeting("lnv");
        // Other tests nudged on the same day.
        rows.change("update ruggespraak.ask_round set nudged_at = null");
        rows.change(
                "update ruggespraak.mail set key = key || '/' || id where kind = 'nudge' and key like 'nudge/____-__-__/%'");
    }

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    @Test
    void asksThoseOnceMoreWhoWereChosen() {
        NudgeColleagues.Nudged nudged = nudgeColleagues.nudge(cycle, List.of(JOOST, PIETER), " See <b>you</b> there? ");

        assertThat(nudged.told()).isEqualTo(2);
        assertThat(nudged.refused()).isEmpty();
        assertThat(nudges()).containsExactly(JOOST, PIETER);
        assertThat(rows.value(
                        String.class,
                        "select text_body from ruggespraak.mail where cycle = ? and kind = 'nudge' and recipient = ?",
                        cycle,
                        JOOST))
                .contains(
                        "Marieke van Dijk would still like to hear from you",
                        "Marieke van Dijk writes:\n> See <b>you</b> there?",
                        "Stop reminding me for this meeting");
        assertThat(rows.value(
                        String.class,
                        "select html_body from ruggespraak.mail where cycle = ? and kind = 'nudge' and recipient = ?",
                        cycle,
                        JOOST))
                .contains("See &lt;b&gt;you&lt;/b&gt; there?");
        assertThat(rows.value(
                        String.class,
                        "select details from ruggespraak.audit where action = 'COLLEAGUES_NUDGED' and subject = ?",
                        "cycle/" + cycle))
                .isEqualTo("colleagues: 2");
    }

    @Test
    void tellsWhoCannotBeNudgedAndWhy() {
        engine.complete(JOOST, cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        rows.change("insert into ruggespraak.reminder_stop values (?, 'GIVE_ASKS', ?, now())", FATIMA, cycle);
        nudgeColleagues.nudge(cycle, List.of(PIETER), "");

        NudgeColleagues.Nudged nudged = nudgeColleagues.nudge(
                cycle, List.of(JOOST, FATIMA, PIETER, "lnv-manager", "rws-adviser-1", "nobody"), "");

        assertThat(nudged.told()).isEqualTo(1);
        assertThat(nudged.refused())
                .containsOnly(
                        entry(JOOST, NudgeRefusal.ANSWERED),
                        entry(FATIMA, NudgeRefusal.STOPPED),
                        entry(PIETER, NudgeRefusal.NUDGED_TODAY),
                        entry("rws-adviser-1", NudgeRefusal.NOT_ASKED),
                        entry("nobody", NudgeRefusal.NOT_ASKED));
        assertThat(nudges()).containsExactly(PIETER, "lnv-manager");
    }

    @Test
    void nudgesAgainOnTheNextDayButNotForAnotherMeetingOnTheSame() {
        engine.resetClock();
        String other = meetings.anAnnouncedMeeting("lnv");
        nudgeColleagues.nudge(cycle, List.of(JOOST), "");

        assertThat(nudgeColleagues.nudge(other, List.of(JOOST), "").refused())
                .containsExactly(entry(JOOST, NudgeRefusal.NUDGED_TODAY));

        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1))));
        assertThat(nudgeColleagues.nudge(cycle, List.of(JOOST), "").told()).isEqualTo(1);
        assertThat(nudges()).containsExactly(JOOST, JOOST);
    }

    @Test
    void nudgesAlsoWhomTheReminderReachedToday() {
        askRounds.remindNext(cycle);

        assertThat(nudgeColleagues.nudge(cycle, List.of(JOOST), "").told()).isEqualTo(1);
        assertThat(nudgeColleagues.unanswered(cycle, "bakker", 0, 9))
                .singleElement()
                .satisfies(joost -> {
                    assertThat(joost.name()).isEqualTo("Joost Bakker");
                    assertThat(joost.askedAt()).isNotNull();
                    assertThat(joost.remindedAt()).isNotNull();
                    assertThat(joost.refusal()).isEqualTo(NudgeRefusal.NUDGED_TODAY);
                });
    }

    @Test
    void sendsOneMailWhenTwoNodesNudgeAtOnce() throws Exception {
        engine.resetClock();
        String other = meetings.anAnnouncedMeeting("lnv");
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<NudgeColleagues.Nudged> here = () -> nudgeColleagues.nudge(cycle, List.of(JOOST, FATIMA), "");
            Callable<NudgeColleagues.Nudged> there = () -> nudgeColleagues.nudge(other, List.of(FATIMA, JOOST), "");
            List<Future<NudgeColleagues.Nudged>> done = nodes.invokeAll(List.of(here, there, here, there));
            int told = 0;
            for (Future<NudgeColleagues.Nudged> each : done) {
                told += each.get().told();
                assertThat(each.get().told() + each.get().refused().size()).isEqualTo(2);
            }
            assertThat(told).isEqualTo(2);
        } finally {
            nodes.shutdown();
        }
        assertThat(jdbc.sql(
                                "select recipient from ruggespraak.mail where cycle in (?, ?) and kind = 'nudge' order by 1")
                        .params(cycle, other)
                        .query(String.class)
                        .list())
                .containsExactly(JOOST, FATIMA);
    }

    @Test
    void nudgesEverybodyInBatches() {
        rows.change("""
                insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                select 'many-' || n, 'lnv', 'Many', n::text, 'many' || n || '@hired.example.org' from generate_series(1, 250) n
                on conflict do nothing
                """);
        rows.change(
                "insert into ruggespraak.ask_round (cycle, colleague, status) select ?, 'many-' || n, 'OPEN' from generate_series(1, 250) n",
                cycle);
        rows.change("insert into ruggespraak.reminder_stop values (?, 'GIVE_ASKS', ?, now())", FATIMA, cycle);

        assertThat(nudgeColleagues.nudgeNext(cycle, "")).hasValue(100);
        assertThat(nudgeColleagues.nudgeNext(cycle, "")).hasValue(100);
        assertThat(nudgeColleagues.nudgeNext(cycle, "")).hasValue(53);
        assertThat(nudgeColleagues.nudgeNext(cycle, "")).isEmpty();

        assertThat(nudges()).hasSize(253).doesNotHaveDuplicates().doesNotContain(FATIMA);
        rows.change("delete from ruggespraak.ask_round where cycle = ? and colleague like 'many-%'", cycle);
    }

    @Test
    void sendsNothingWhenEverybodyHasAnswered() {
        for (String colleague : List.of(JOOST, FATIMA, PIETER, "lnv-manager")) {
            engine.complete(colleague, cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        }

        assertThat(askRounds.remindNext(cycle)).isEmpty();
        assertThat(nudgeColleagues.count(cycle, "")).isZero();
        assertThat(nudgeColleagues.nudgeNext(cycle, "")).isEmpty();
        assertThat(nudges()).isEmpty();
        assertThat(rows.value(
                        Integer.class,
                        "select count(*) from ruggespraak.audit where action = 'COLLEAGUES_NUDGED' and subject = ?",
                        "cycle/" + cycle))
                .isZero();
    }

    @Test
    void refusesWhenNobodyIsChosenTheWordsAreTooManyOrTheMeetingHasBegun() {
        assertThat(problems(List.of(), "")).containsExactly("refusal.colleague.missing");
        assertThat(problems(List.of(JOOST), "x".repeat(1_001))).containsExactly("refusal.words.tooLong");
        engine.fire(cycle, "timer_asksClose");
        assertThat(nudgeColleagues.nudge(cycle, List.of(JOOST), "").told()).isEqualTo(1);
        engine.fire(cycle, "timer_meetingStartsUnprepared");
        assertThat(problems(List.of(FATIMA), "")).containsExactly("refusal.nudge.over");
        assertThat(nudges()).containsExactly(JOOST);
    }

    @Test
    void remindsNobodyAfterAsksHaveClosedNorTwiceOfOneDeadline() {
        assertThat(askRounds.remindNext(cycle)).hasSize(4);
        move(1);
        assertThat(askRounds.remindNext(cycle)).as("moved by a day").isEmpty();
        move(30);
        assertThat(askRounds.remindNext(cycle))
                .as("moved so far that the deadline of the first reminder is over")
                .hasSize(4);
        assertThat(askRounds.remindNext(cycle)).isEmpty();

        engine.resetClock();
        String other = meetings.anAnnouncedMeeting("lnv");
        rows.change(
                "update ruggespraak.meeting set asks_close_at = ? where key = split_part(?, '/', 1)",
                rows.now().minusSeconds(1).atOffset(ZoneOffset.UTC),
                other);
        assertThat(askRounds.remindNext(other)).isEmpty();
    }

    private void move(int days) {
        rows.change(
                "update ruggespraak.meeting set revision = revision + 1, starts_at = starts_at + make_interval(days => ?),"
                        + " ends_at = ends_at + make_interval(days => ?), remind_at = remind_at + make_interval(days => ?),"
                        + " asks_close_at = asks_close_at + make_interval(days => ?) where key = split_part(?, '/', 1)",
                days,
                days,
                days,
                days,
                cycle);
    }

    private List<String> problems(List<String> colleagues, String words) {
        return catchThrowableOfType(Refusal.class, () -> nudgeColleagues.nudge(cycle, colleagues, words))
                .problems()
                .stream()
                .map(Problem::message)
                .toList();
    }

    private List<String> nudges() {
        return jdbc.sql(
                        "select recipient from ruggespraak.mail where cycle = ? and kind = 'nudge' order by id, recipient")
                .params(cycle)
                .query(String.class)
                .list();
    }
}
