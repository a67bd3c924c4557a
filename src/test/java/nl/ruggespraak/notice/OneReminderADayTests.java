package nl.ruggespraak.notice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.Mails;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody gets two reminders of a kind on a day of the network, whatever they remind of, and whoever posts them. */
@RuggespraakTest
class OneReminderADayTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private ReminderNotice reminder;

    @Autowired
    private NudgeNotice nudge;

    @Autowired
    private ReportBackReminderNotice reportBackReminder;

    @Autowired
    private ReportBacksDueNotice reportBacksDue;

    @Autowired
    private DecisionDueNotice decisionDue;

    @Autowired
    private SilenceNotice silence;

    @Autowired
    private Mails mails;

    @Autowired
    private CycleRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "in the morning and in the evening,    2026-12-03T09:00+01:00, 2026-12-03T22:00+01:00, 1",
        "right after midnight and right before, 2026-12-03T00:01+01:00, 2026-12-03T23:59+01:00, 1",
        "right before midnight and right after, 2026-12-03T23:59+01:00, 2026-12-04T00:01+01:00, 2",
        "at midnight of UTC,                    2026-12-03T23:59Z,      2026-12-04T00:01Z,      1",
        "over new year,                         2026-12-31T23:59+01:00, 2027-01-01T00:01+01:00, 2",
        "in both hours that are half past two,  2026-10-25T02:30+02:00, 2026-10-25T02:30+01:00, 1",
        "on the day of 25 hours,                2026-10-25T00:10+02:00, 2026-10-25T23:50+01:00, 1",
        "before the day of 25 hours,            2026-10-24T23:59+02:00, 2026-10-25T00:01+02:00, 2",
        "on the day of 23 hours,                2027-03-28T00:30+01:00, 2027-03-28T23:30+02:00, 1",
        "after the day of 23 hours,             2027-03-28T23:59+02:00, 2027-03-29T00:01+02:00, 2"
    })
    void countsDaysAsTheNetworkDoes(String which, OffsetDateTime first, OffsetDateTime second, int mails) {
        kinds().forEach((kind, send) -> {
            JdbcStory one = aStory();
            JdbcStory other = aStory();
            long before = newest();

            at(first);
            send.accept(one);
            at(second);
            send.accept(other);

            assertThat(sentSince(before, kind)).as(kind).hasSize(mails);
        });
    }

    @Test
    void letsOneOfTwoNodesThatRemindAtOnceWin() throws Exception {
        for (Map.Entry<String, Consumer<JdbcStory>> kind : kinds().entrySet()) {
            JdbcStory one = aStory();
            JdbcStory other = aStory();
            long before = newest();

            CompletableFuture<Void> second = transaction.execute(begun -> {
                kind.getValue().accept(one);
                CompletableFuture<Void> waits = CompletableFuture.runAsync(() ->
                        transaction.executeWithoutResult(also -> kind.getValue().accept(other)));
                awaitSomebodyWhoWaits();
                return waits;
            });
            second.get(60, TimeUnit.SECONDS);

            assertThat(sentSince(before, kind.getKey())).as(kind.getKey()).hasSize(1);
        }
    }

    @Test
    void remindsAgainWhenTheFirstReminderWasTakenBack() {
        JdbcStory one = aStory();
        JdbcStory other = aStory();
        long before = newest();

        transaction.executeWithoutResult(begun -> {
            reminder.send(one.cycle, List.of("lnv-adviser-2"));
            begun.setRollbackOnly();
        });
        reminder.send(other.cycle, List.of("lnv-adviser-2"));

        assertThat(sentSince(before, "reminder")).hasSize(1);
    }

    @Test
    void namesWhatElseWaitsSoThatNothingIsLost() {
        JdbcStory one = aStory();
        JdbcStory other = aStory();
        stillAsked(one, "The first meeting");
        stillAsked(other, "The <other> meeting");
        at(OffsetDateTime.parse("2026-12-03T09:00+01:00"));
        long before = newest();

        reminder.send(one.cycle, List.of("lnv-adviser-2"));

        Mail mail = sentSince(before, "reminder").get(0);
        assertThat(mail.subject()).contains("The first meeting");
        assertThat(mail.text()).contains("“The <other> meeting”, until Tuesday 8 December 2026, 17:00");
        assertThat(mail.html()).contains("“The &lt;other&gt; meeting”");
        List<String> subjects = requireNonNull(mail.personal()).subjects();
        assertThat(subjects).contains(one.cycle, other.cycle);
        Mail leaving = mail.addressed(subjects.stream()
                .map(subject -> "https://example.org/a/" + subject.hashCode())
                .toList());
        assertThat(leaving.text())
                .contains(
                        "https://example.org/a/" + one.cycle.hashCode() + "/reminders",
                        "https://example.org/a/" + other.cycle.hashCode() + "\n")
                .doesNotContain("personal-link-");
        assertThat(leaving.html()).doesNotContain("personal-link-");
    }

    @Test
    void asksTheDirectorAndTheRepresentativeForEverythingAtOnce() {
        JdbcStory one = aStory();
        JdbcStory other = aStory();
        rows.change(
                "update ruggespraak.escalation set status = case when id in (?, ?) then 'ASKED' else 'BOOKED' end",
                one.escalation,
                other.escalation);
        rows.change("update ruggespraak.lead set title = 'Ten bridge keepers' where cycle = ?", other.cycle);
        rows.change("update ruggespraak.meeting_cycle set status = 'ATTENDED' where key = ?", other.cycle);
        rows.change("update ruggespraak.report_back set status = 'DRAFTED' where cycle = ?", other.cycle);
        rows.change("update ruggespraak.meeting set title = 'Bridges' where key = ?", other.meeting);
        long before = newest();

        decisionDue.send(one.escalation);
        decisionDue.send(other.escalation);
        reportBacksDue.send(one.cycle);
        reportBacksDue.send(other.cycle);

        assertThat(sentSince(before, "decision-due"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("25 road inspectors", "This waits for your decision, too", "- Ten bridge keepers"));
        assertThat(sentSince(before, "report-backs-due"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("wait, too", "- Bridges"));
    }

    @Test
    void namesAllWhoAreSilentSoLong() {
        JdbcStory one = aStory();
        JdbcStory other = aStory();
        JdbcStory later = aStory();
        rows.change(
                "update ruggespraak.report_back set status = 'OUTCOME_KNOWN' where cycle not in (?, ?, ?)",
                one.cycle,
                other.cycle,
                later.cycle);
        rows.change("update ruggespraak.ask set title = 'Two <b>drivers</b>' where cycle = ?", other.cycle);
        rows.change("update ruggespraak.ask set title = 'A lawyer' where cycle = ?", later.cycle);
        rows.change("update ruggespraak.report_back set next_step_on = '2026-12-20' where cycle = ?", later.cycle);
        at(OffsetDateTime.parse("2027-01-10T10:00+01:00"));
        long before = newest();

        silence.send(one.answer);
        silence.send(other.answer);

        assertThat(sentSince(before, "silence")).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("As long silent", "- Joost Bakker about “Two <b>drivers</b>”");
            assertThat(mail.html()).contains("“Two &lt;b&gt;drivers&lt;/b&gt;”");
            assertThat(mail.text()).doesNotContain("A lawyer");
        });
    }

    private Map<String, Consumer<JdbcStory>> kinds() {
        return Map.of(
                "reminder", story -> reminder.send(story.cycle, List.of("lnv-adviser-2")),
                "nudge", story -> nudge.nudged(story.cycle, List.of("lnv-adviser-2"), ""),
                "report-back-reminder", story -> reportBackReminder.send(List.of(story.answer)),
                "report-backs-due", story -> reportBacksDue.send(story.cycle),
                "decision-due", story -> decisionDue.send(story.escalation),
                "silence", story -> silence.send(story.answer));
    }

    private void stillAsked(JdbcStory story, String title) {
        rows.change(
                "update ruggespraak.ask_round set status = 'OPEN' where cycle = ? and colleague = 'lnv-adviser-2'",
                story.cycle);
        rows.change("update ruggespraak.meeting set title = ? where key = ?", title, story.meeting);
    }

    private void awaitSomebodyWhoWaits() {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (jdbc.sql("""
                        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(patience);
            Thread.onSpinWait();
        }
    }

    private JdbcStory aStory() {
        return new JdbcStory(jdbc, "one-a-day-" + NUMBER.incrementAndGet(), UnaryOperator.identity());
    }

    private static void at(OffsetDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.toInstant()));
    }

    private long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from ruggespraak.mail")
                .query(Long.class)
                .single();
    }

    private List<Mail> sentSince(long before, String kind) {
        Stream<Long> ids = jdbc
                .sql("select id from ruggespraak.mail where id > :before and kind = :kind order by id")
                .param("before", before)
                .param("kind", kind)
                .query(Long.class)
                .list()
                .stream();
        return ids.map(id -> mails.find(id).orElseThrow().mail()).toList();
    }
}
