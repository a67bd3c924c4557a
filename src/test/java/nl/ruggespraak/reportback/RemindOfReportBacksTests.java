package nl.ruggespraak.reportback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RuggespraakTest
class RemindOfReportBacksTests {

    private static final String JOOST = "odbn-adviser-1";

    @Autowired
    private RemindOfReportBacks remindOfReportBacks;

    @Autowired
    private CycleRows rows;

    @Autowired
    private TransactionTemplate transaction;

    private String cycle = "";
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void nothingElseWaitsForJoost() {
        now = Instant.parse("2027-06-10T10:00:00Z");
        ClockUtil.setCurrentTime(Date.from(now));
        rows.change("update ruggespraak.report_back set status = 'WITHHELD' where recipient = ?", JOOST);
        cycle = rows.aCycle("odbn", "REPORTED");
    }

    @AfterEach
    void putTheClockBack() {
        ClockUtil.reset();
    }

    @Test
    void putsTogetherWhatFallsDueOnOneDay() {
        long one = sent(7);
        long two = sent(7);
        long three = sent(7);

        assertThat(remindOfReportBacks.due(two)).containsExactly(two, one, three);
        assertThat(remindOfReportBacks.due(one)).isEmpty();
        assertThat(remindOfReportBacks.due(three)).isEmpty();
    }

    @Test
    void remindsOfAllAgainAWeekLater() {
        long one = sent(7);
        long two = sent(7);
        remindOfReportBacks.due(one);

        daysLater(7);

        assertThat(remindOfReportBacks.due(two)).containsExactly(two, one);
    }

    @Test
    void letsOneBeWhoseReminderComesRightAfterMidnight() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-06-10T21:59:00Z")));
        now = Instant.parse("2027-06-10T21:59:00Z");
        long one = sent(7);
        long two = sent(7);

        assertThat(remindOfReportBacks.due(one)).containsExactly(one, two);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-06-10T22:01:00Z")));

        assertThat(remindOfReportBacks.due(two)).isEmpty();
    }

    @Test
    void leavesAloneWhatWasSentADayAgoOrWaitsForALaterDate() {
        long due = sent(7);
        long yesterday = sent(1);
        long later = sent(30);
        rows.change("update ruggespraak.report_back set next_step_on = date '2027-06-20' where id = ?", later);
        long askedAgainToday = sent(30);
        rows.change(
                "update ruggespraak.report_back set next_step_on = date '2027-06-10' where id = ?", askedAgainToday);

        assertThat(remindOfReportBacks.due(due)).containsExactly(due);
        assertThat(remindOfReportBacks.due(later)).isEmpty();
        daysLater(6);
        assertThat(remindOfReportBacks.due(yesterday)).containsExactly(yesterday, due, askedAgainToday);
    }

    @Test
    void remindsNobodyOfWhatIsKnownOrAsksForNothing() {
        long known = sent(7);
        rows.change("update ruggespraak.report_back set status = 'OUTCOME_KNOWN' where id = ?", known);
        long news = sent(7);
        rows.change("update ruggespraak.report_back set asks_for_action = false where id = ?", news);

        assertThat(remindOfReportBacks.due(known)).isEmpty();
        assertThat(remindOfReportBacks.due(news)).isEmpty();
    }

    @Test
    void remindsNobodyWhoHasStoppedIt() {
        long one = sent(7);
        long stopped = sent(7);
        rows.change(
                "insert into ruggespraak.reminder_stop values (?, 'ACT_ON_REPORT_BACK', ?, now())",
                JOOST,
                Long.toString(stopped));

        assertThat(remindOfReportBacks.due(stopped)).isEmpty();
        assertThat(remindOfReportBacks.due(one)).containsExactly(one);
    }

    @Test
    void remindsNobodyOfWhatIsSomebodyElses() {
        long own = sent(7);
        rows.change(
                "update ruggespraak.report_back set sent_at = ? where id = ?",
                now.minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC),
                rows.aReportBack(cycle, "odbn-manager", rows.aLead(cycle, "TALK_ARRANGED", null, null), true, "SENT"));

        assertThat(remindOfReportBacks.due(own)).containsExactly(own);
    }

    @Test
    void namesEachOnceWhenTwoNodesRemindAtOnce() throws Exception {
        long one = sent(7);
        long two = sent(7);

        CompletableFuture<List<Long>> second = transaction.execute(begun -> {
            assertThat(remindOfReportBacks.due(one)).containsExactly(one, two);
            CompletableFuture<List<Long>> waits = CompletableFuture.supplyAsync(() -> remindOfReportBacks.due(two));
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (rows.value(
                            Integer.class,
                            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                    == 0) {
                assertThat(System.nanoTime()).as("nobody waits").isLessThan(patience);
                Thread.onSpinWait();
            }
            return waits;
        });

        assertThat(second.get(60, TimeUnit.SECONDS)).isEmpty();
    }

    private long sent(int daysAgo) {
        long id = rows.aReportBack(cycle, JOOST, rows.aLead(cycle, "TALK_ARRANGED", null, null), true, "SENT");
        rows.change(
                "update ruggespraak.report_back set sent_at = ? where id = ?",
                now.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC),
                id);
        return id;
    }

    private void daysLater(int days) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days))));
    }
}
