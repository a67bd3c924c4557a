package nl.ruggespraak.reportback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReportBacks implements ReportBacks {

    private final JdbcClient jdbc;

    JdbcReportBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ReportBack> find(long id) {
        return jdbc.sql("select * from ruggespraak.report_back where id = :id")
                .param("id", id)
                .query(JdbcReportBacks::reportBack)
                .optional();
    }

    @Override
    public List<Draft> drafts(String cycle) {
        return jdbc.sql("""
                        select r.id, r.recipient, p.first_name || ' ' || p.last_name as recipient_name, coalesce(a.title, l.title) as about,
                            r.text, r.asks_for_action, r.ask is not null as answers_ask
                        from ruggespraak.report_back r
                        join ruggespraak.person p on p.key = r.recipient
                        left join ruggespraak.ask a on a.id = r.ask
                        left join ruggespraak.lead l on l.id = r.lead
                        where r.cycle = :cycle and r.status = 'DRAFTED'
                        order by r.ask is null, r.id
                        """)
                .param("cycle", cycle)
                .query((row, index) -> new Draft(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("recipient_name"),
                        row.getString("about"),
                        row.getString("text"),
                        row.getBoolean("asks_for_action"),
                        row.getBoolean("answers_ask")))
                .list();
    }

    @Override
    public List<FollowUp> followUps(long reportBack) {
        return jdbc.sql("select * from ruggespraak.follow_up where report_back = :reportBack order by id")
                .param("reportBack", reportBack)
                .query((row, index) -> new FollowUp(
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("details"),
                        row.getInt("headcount"),
                        row.getObject("next_step_on", LocalDate.class),
                        row.getString("recorded_by"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public Map<Long, String> about(Collection<Long> ids) {
        Map<Long, String> about = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.id, coalesce(a.title, l.title) as about from ruggespraak.report_back r
                        left join ruggespraak.ask a on a.id = r.ask
                        left join ruggespraak.lead l on l.id = r.lead
                        where r.id = any(:ids) order by r.id
                        """).param("ids", ids.toArray(Long[]::new)).query(row -> {
            about.put(row.getLong("id"), row.getString("about"));
        });
        return about;
    }

    @Override
    public List<String> meetingsToReview(String representative, String besides) {
        return jdbc.sql("""
                        select m.title from ruggespraak.meeting_cycle c join ruggespraak.meeting m on m.key = c.meeting
                        where c.representative = :representative and c.key <> :besides and c.status = 'ATTENDED'
                            and exists (select 1 from ruggespraak.report_back r where r.cycle = c.key and r.status = 'DRAFTED')
                        order by m.starts_at, c.key
                        """)
                .param("representative", representative)
                .param("besides", besides)
                .query(String.class)
                .list();
    }

    /**
     * Marks as reminded what a colleague is to be reminded of when the reminder of one report-back is due: that one, and what else was sent
     * or asked again before the quiet time; none when that one needs no reminder.
     *
     * @param quietSince what was reminded of since then is left alone
     */
    List<Long> remind(long id, Instant at, LocalDate today, Instant quietSince) {
        return jdbc.sql("""
                        with waiting as (
                            select b.id from ruggespraak.report_back b
                            join ruggespraak.report_back due on due.id = :id and due.recipient = b.recipient
                            join ruggespraak.meeting_cycle c on c.key = b.cycle
                            join ruggespraak.meeting m on m.key = c.meeting
                            join ruggespraak.network n on n.key = m.network
                            where b.status = 'SENT' and b.asks_for_action and (b.next_step_on is null or b.next_step_on <= :today)
                                and (b.reminded_at is null or b.reminded_at < :quietSince)
                                and (b.id = :id or b.sent_at < :quietSince
                                    and (b.next_step_on is null or b.next_step_on::timestamp at time zone n.zone < :quietSince))
                                and ruggespraak.is_reminded(b.recipient, :today)
                                and not exists (select 1 from ruggespraak.reminder_stop s
                                    where s.person = b.recipient and s.purpose = 'ACT_ON_REPORT_BACK' and s.subject = b.id::text)
                            order by b.id for update of b)
                        update ruggespraak.report_back set reminded_at = :at
                        where id in (select id from waiting) and exists (select 1 from waiting where id = :id)
                        returning id
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("quietSince", quietSince.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    @Override
    public List<Silent> silent(String representative, LocalDate askedUntil, ZoneId zone) {
        return jdbc.sql("""
                        select r.id, p.first_name || ' ' || p.last_name as colleague, coalesce(a.title, l.title) as about
                        from ruggespraak.report_back r
                        join ruggespraak.meeting_cycle c on c.key = r.cycle and c.representative = :representative
                        join ruggespraak.person p on p.key = r.recipient
                        left join ruggespraak.ask a on a.id = r.ask
                        left join ruggespraak.lead l on l.id = r.lead
                        where r.status = 'SENT' and r.asks_for_action
                            and greatest((r.sent_at at time zone :zone)::date, r.next_step_on) <= :askedUntil
                        order by greatest((r.sent_at at time zone :zone)::date, r.next_step_on), r.id
                        """)
                .param("representative", representative)
                .param("askedUntil", askedUntil)
                .param("zone", zone.getId())
                .query((row, index) ->
                        new Silent(row.getLong("id"), row.getString("colleague"), row.getString("about")))
                .list();
    }

    @Override
    public List<String> recipients(long lead) {
        return jdbc.sql("""
                        select distinct recipient from ruggespraak.report_back
                        where lead = :lead and status in ('SENT', 'OUTCOME_KNOWN') order by recipient
                        """).param("lead", lead).query(String.class).list();
    }

    /** The carried asks of a cycle that have no answer yet. */
    List<CarriedAsk> unansweredAsks(String cycle) {
        return jdbc.sql("""
                        select a.id, a.title, a.colleague, p.first_name, p.language
                        from ruggespraak.ask a
                        join ruggespraak.person p on p.key = a.colleague
                        where a.cycle = :cycle and a.carried
                            and not exists (select 1 from ruggespraak.report_back r where r.ask = a.id)
                        order by a.id
                        """)
                .param("cycle", cycle)
                .query((row, index) -> new CarriedAsk(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("colleague"),
                        row.getString("first_name"),
                        Locale.forLanguageTag(row.getString("language"))))
                .list();
    }

    /** Keeps drafts in one statement; what is there already stays as it is. */
    void add(String cycle, List<DraftReportBacks.NewDraft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ruggespraak.report_back (cycle, recipient, ask, lead, text, asks_for_action)
                        select :cycle, d.recipient, d.ask, d.lead, d.text, d.asks_for_action
                        from unnest(:recipients, :asks, :leads, :texts, :asksForAction) with ordinality
                            as d (recipient, ask, lead, text, asks_for_action, place)
                        order by d.place
                        on conflict do nothing
                        """)
                .param("cycle", cycle)
                .param(
                        "recipients",
                        drafts.stream()
                                .map(DraftReportBacks.NewDraft::recipient)
                                .toArray(String[]::new))
                .param(
                        "asks",
                        drafts.stream().map(DraftReportBacks.NewDraft::ask).toArray(Long[]::new))
                .param(
                        "leads",
                        drafts.stream().map(DraftReportBacks.NewDraft::lead).toArray(Long[]::new))
                .param(
                        "texts",
                        drafts.stream().map(DraftReportBacks.NewDraft::text).toArray(String[]::new))
                .param(
                        "asksForAction",
                        drafts.stream()
                                .map(DraftReportBacks.NewDraft::asksForAction)
                                .toArray(Boolean[]::new))
                .update();
    }

    /** Approves or withholds drafts in one statement. */
    void review(String cycle, List<ReviewReportBacks.Reviewed> reviewed) {
        if (reviewed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update ruggespraak.report_back r
                        set text = d.text, status = case when d.send then 'APPROVED' else 'WITHHELD' end
                        from unnest(:ids, :texts, :sends) as d (id, text, send)
                        where r.id = d.id and r.cycle = :cycle and r.status = 'DRAFTED'
                        """)
                .param("cycle", cycle)
                .param(
                        "ids",
                        reviewed.stream()
                                .map(ReviewReportBacks.Reviewed::reportBack)
                                .toArray(Long[]::new))
                .param(
                        "texts",
                        reviewed.stream().map(ReviewReportBacks.Reviewed::text).toArray(String[]::new))
                .param(
                        "sends",
                        reviewed.stream().map(ReviewReportBacks.Reviewed::send).toArray(Boolean[]::new))
                .update();
    }

    /** Takes the next approved ones and marks them as started; the representative sees through what a former colleague asked for. */
    List<ReportBack> startNext(String cycle, int most) {
        return jdbc.sql("""
                        update ruggespraak.report_back b set status = 'STARTED',
                            with_representative = exists (select 1 from ruggespraak.person p where p.key = b.recipient and not p.active)
                        where id in (
                            select id from ruggespraak.report_back where cycle = :cycle and status = 'APPROVED'
                            order by id limit :most for update)
                        returning *
                        """)
                .param("cycle", cycle)
                .param("most", most)
                .query(JdbcReportBacks::reportBack)
                .list();
    }

    /** Leaves to the representatives what is on its way to these colleagues, or waits for them, and answers it. */
    List<ReportBack> leaveToRepresentative(Collection<String> recipients) {
        return jdbc.sql("""
                        update ruggespraak.report_back set with_representative = true
                        where recipient = any(:recipients) and not with_representative
                            and (status = 'STARTED' or status = 'SENT' and asks_for_action)
                        returning *
                        """)
                .param("recipients", recipients.toArray(String[]::new))
                .query(JdbcReportBacks::reportBack)
                .list();
    }

    @Override
    public List<Long> withRepresentative(String cycle) {
        return jdbc.sql(
                        "select id from ruggespraak.report_back where cycle = :cycle and with_representative order by id")
                .param("cycle", cycle)
                .query(Long.class)
                .list();
    }

    /** Marks one as sent; false when it was not on its way. */
    boolean sent(long id, Instant at) {
        return jdbc.sql(
                                "update ruggespraak.report_back set status = 'SENT', sent_at = :at where id = :id and status = 'STARTED'")
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Adds what came of one that was sent; false when it was not sent or its outcome is known already. */
    boolean follow(long id, FollowUp followUp) {
        int moved = jdbc.sql("""
                        update ruggespraak.report_back
                        set status = case when :known then 'OUTCOME_KNOWN' else status end, next_step_on = :nextStepOn
                        where id = :id and status = 'SENT'
                        """)
                .param("id", id)
                .param("known", followUp.outcome().isKnown())
                .param("nextStepOn", followUp.nextStepOn())
                .update();
        if (moved == 1) {
            jdbc.sql("""
                            insert into ruggespraak.follow_up (report_back, outcome, details, headcount, next_step_on,
                                recorded_by, recorded_at)
                            values (:id, :outcome, :details, :headcount, :nextStepOn, :by, :at)
                            """)
                    .param("id", id)
                    .param("outcome", followUp.outcome().name())
                    .param("details", followUp.details())
                    .param("headcount", followUp.headcount())
                    .param("nextStepOn", followUp.nextStepOn())
                    .param("by", followUp.recordedBy())
                    .param("at", followUp.recordedAt().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return moved == 1;
    }

    /** Books a known outcome as a result. */
    void book(ReportBack reportBack, FollowUp followUp) {
        jdbc.sql("""
                        insert into ruggespraak.result (cycle, report_back, outcome, headcount, details, booked_at)
                        values (:cycle, :reportBack, :outcome, :headcount, :details, :at)
                        """)
                .param("cycle", reportBack.cycle())
                .param("reportBack", reportBack.id())
                .param("outcome", followUp.outcome().name())
                .param("headcount", followUp.headcount())
                .param("details", followUp.details())
                .param("at", followUp.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ReportBack reportBack(ResultSet row, int index) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new ReportBack(
                row.getLong("id"),
                row.getString("cycle"),
                row.getString("recipient"),
                row.getObject("ask", Long.class),
                row.getObject("lead", Long.class),
                row.getString("text"),
                row.getBoolean("asks_for_action"),
                ReportBackStatus.valueOf(row.getString("status")),
                row.getBoolean("with_representative"),
                row.getObject("next_step_on", LocalDate.class),
                sentAt == null ? null : sentAt.toInstant());
    }

    /** A carried ask and who gave it. */
    record CarriedAsk(long id, String title, String colleague, String firstName, Locale language) {}
}
