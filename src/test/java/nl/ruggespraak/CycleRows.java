package nl.ruggespraak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a meeting and what belongs to it, set up without the engine. Each meeting and each pair of occupations is new. */
@TestComponent
public class CycleRows {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Clock clock;

    CycleRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Today in the network's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Amsterdam"));
    }

    /** A cycle of {@code lnv} whose meeting has just been; that of {@code rws} is open, so that not everybody has reported. */
    public String aBriefedCycle() {
        return aCycle("lnv", "BRIEFED");
    }

    /** A cycle of {@code lnv} whose representative was at the meeting. */
    public String anAttendedCycle() {
        return aCycle("lnv", "ATTENDED");
    }

    /** A cycle of an organisation in this status; the other organisation of its meeting has not reported. */
    public String aCycle(String organisation, String status) {
        String meeting = "rows-" + NUMBER.incrementAndGet();
        OffsetDateTime now = at(clock.instant());
        jdbc.sql("""
                        insert into ruggespraak.meeting (key, network, title, topic, host, location, region, lead_time_days, starts_at, ends_at,
                            announce_at, announce_by_itself_at, remind_at, asks_close_at, leads_due_at, report_period_ends_at, publish_due_at, evaluate_at,
                            planned_by, planned_at)
                        values (:key, 'sam', :title, '', 'meierij', 'Town hall', 'den-bosch', 14, :starts, :ends, :past, :past, :past, :past,
                            :later, :later, :later, :later, 'chair', :past)
                        """)
                .param("key", meeting)
                .param("title", "Meeting " + meeting)
                .param("starts", now.minusHours(3))
                .param("ends", now.minusHours(1))
                .param("past", now.minusDays(9))
                .param("later", now.plusDays(30))
                .update();
        cycle(meeting, organisation.equals("rws") ? "odbn" : "rws", "BRIEFED");
        return cycle(meeting, organisation, status);
    }

    private String cycle(String meeting, String organisation, String status) {
        jdbc.sql("""
                        insert into ruggespraak.meeting_cycle (key, meeting, organisation, representative, status, attended)
                        values (:key, :meeting, :organisation, :representative, :status, :attended)
                        """)
                .param("key", meeting + "/" + organisation)
                .param("meeting", meeting)
                .param("organisation", organisation)
                .param("representative", organisation + "-representative")
                .param("status", status)
                .param("attended", status.equals("BRIEFED") ? null : true)
                .update();
        return meeting + "/" + organisation;
    }

    /** Two new occupations of one new field, by key: {@code <key>-a} and {@code <key>-b}. */
    public Occupations occupations() {
        String key = "occupation-" + NUMBER.incrementAndGet();
        jdbc.sql("insert into ruggespraak.occupation_field (key, name_en, name_nl) values (:key, :key, :key)")
                .param("key", key)
                .update();
        for (String each : new String[] {key + "-a", key + "-b"}) {
            jdbc.sql(
                            "insert into ruggespraak.occupation (key, name_en, name_nl, field) values (:key, :english, :dutch, :field)")
                    .params(Map.of(
                            "key", each, "english", "Name of " + each, "dutch", "Naam van " + each, "field", key))
                    .update();
        }
        return new Occupations(key + "-a", key + "-b");
    }

    /** Two occupations that fit each other. */
    public record Occupations(String one, String other) {}

    /** An ask that is carried. */
    public long aCarriedAsk(String cycle, String colleague, String kind, @Nullable String occupation) {
        return anAsk(cycle, colleague, kind, occupation, true, clock.instant());
    }

    /** An ask of a colleague; a candidate has agreed. */
    public long anAsk(
            String cycle,
            String colleague,
            String kind,
            @Nullable String occupation,
            boolean carried,
            Instant answeredAt) {
        long round = jdbc.sql("""
                        insert into ruggespraak.ask_round (cycle, colleague, status, answered_at)
                        values (:cycle, :colleague, 'ANSWERED', :at)
                        on conflict (cycle, colleague) do update set status = 'ANSWERED'
                        returning id
                        """)
                .param("cycle", cycle)
                .param("colleague", colleague)
                .param("at", at(answeredAt))
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        insert into ruggespraak.ask (round, cycle, colleague, place, kind, title, occupation, carried, agreed_on)
                        select :round, :cycle, :colleague, 1 + count(*), :kind, 'Ask ' || (1 + count(*)) || ' of ' || :colleague, :occupation,
                            :carried, case when :kind = 'CANDIDATE' then date '2026-01-15' end
                        from ruggespraak.ask where round = :round
                        returning id
                        """)
                .param("round", round)
                .param("cycle", cycle)
                .param("colleague", colleague)
                .param("kind", kind)
                .param("occupation", occupation)
                .param("carried", carried)
                .query(Long.class)
                .single();
    }

    /** A lead of a kind, of 25 people at {@code rws}, in six months. */
    public long aLead(String cycle, String kind, @Nullable String occupation, @Nullable Long answersAsk) {
        return jdbc.sql("""
                        insert into ruggespraak.lead (cycle, place, kind, title, details, occupation, headcount, starts_on, organisation,
                            contact, answers_ask, recorded_by, recorded_at)
                        select :cycle, 1 + count(*), :kind, 'Lead ' || (1 + count(*)), 'Ask soon', :occupation, 25, :startsOn, 'rws',
                            'Ingrid van den Berg', :answersAsk, 'lnv-representative', :at
                        from ruggespraak.lead where cycle = :cycle
                        returning id
                        """)
                .param("cycle", cycle)
                .param("kind", kind)
                .param("occupation", occupation)
                .param("startsOn", today().plusMonths(6))
                .param("answersAsk", answersAsk)
                .param("at", at(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** A report-back on a lead in this status. */
    public long aReportBack(String cycle, String recipient, long lead, boolean asksForAction, String status) {
        return jdbc.sql("""
                        insert into ruggespraak.report_back (cycle, recipient, lead, text, asks_for_action, status)
                        values (:cycle, :recipient, :lead, 'Dear colleague', :asksForAction, :status) returning id
                        """)
                .param("cycle", cycle)
                .param("recipient", recipient)
                .param("lead", lead)
                .param("asksForAction", asksForAction)
                .param("status", status)
                .query(Long.class)
                .single();
    }

    /** An escalation of a lead to the director of {@code lnv}, in this status. */
    public long anEscalation(String cycle, long lead, String status) {
        return jdbc.sql("""
                        insert into ruggespraak.escalation (cycle, lead, reason, director, status, asked_at)
                        values (:cycle, :lead, '25 people are needed', 'lnv-director', :status, :at) returning id
                        """)
                .param("cycle", cycle)
                .param("lead", lead)
                .param("status", status)
                .param("at", at(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** A department head's answer to the inquiry of an escalation. */
    public void staffAtRisk(long escalation, String departmentHead, String occupation, int headcount) {
        long inquiry = jdbc.sql("""
                        insert into ruggespraak.staff_inquiry (escalation, department_head, answered_at)
                        select :escalation, :head, greatest(:at, max(answered_at) + interval '1 second')
                        from ruggespraak.staff_inquiry where department_head = :head
                        returning id
                        """)
                .param("escalation", escalation)
                .param("head", departmentHead)
                .param("at", at(clock.instant()))
                .query(Long.class)
                .single();
        change(
                "insert into ruggespraak.staff_at_risk (inquiry, place, occupation, headcount) values (?, 1, ?, ?)",
                inquiry,
                occupation,
                headcount);
    }

    /** A value of one row. */
    public <T> T value(Class<T> type, String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(type).single();
    }

    /** Changes rows. */
    public void change(String sql, Object... parameters) {
        jdbc.sql(sql).params(parameters).update();
    }

    /** Now, by the application's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** A day more than a year ago. */
    public Instant longAgo() {
        return clock.instant().minus(Duration.ofDays(400));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
