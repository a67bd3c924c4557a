package nl.ruggespraak.escalation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.LeadKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEscalations implements Escalations {

    private final JdbcClient jdbc;

    JdbcEscalations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Escalation> find(long id) {
        return jdbc.sql("select * from ruggespraak.escalation where id = :id")
                .param("id", id)
                .query(JdbcEscalations::escalation)
                .optional();
    }

    @Override
    public List<Escalation> of(String cycle) {
        return jdbc.sql("select * from ruggespraak.escalation where cycle = :cycle order by id")
                .param("cycle", cycle)
                .query(JdbcEscalations::escalation)
                .list();
    }

    @Override
    public List<String> undecided(String director, long besides) {
        return jdbc.sql("""
                        select l.title from ruggespraak.escalation e join ruggespraak.lead l on l.id = e.lead
                        where e.director = :director and e.status = 'ASKED' and e.id <> :besides order by e.id
                        """)
                .param("director", director)
                .param("besides", besides)
                .query(String.class)
                .list();
    }

    @Override
    public List<StaffAtRisk> staffAtRisk(long escalation) {
        return jdbc.sql("""
                        select i.department_head, s.occupation, s.headcount, s.region, s.from_date, s.matched
                        from ruggespraak.staff_inquiry i
                        join ruggespraak.staff_at_risk s on s.inquiry = i.id
                        where i.escalation = :escalation
                        order by i.department_head, s.place
                        """)
                .param("escalation", escalation)
                .query((row, index) -> new StaffAtRisk(
                        row.getString("department_head"),
                        row.getString("occupation"),
                        row.getInt("headcount"),
                        row.getString("region"),
                        row.getObject("from_date", LocalDate.class),
                        row.getInt("matched")))
                .list();
    }

    @Override
    public Optional<Deal> deal(long escalation) {
        return jdbc.sql("select * from ruggespraak.deal where escalation = :escalation")
                .param("escalation", escalation)
                .query((row, index) -> new Deal(
                        row.getBoolean("agreed"),
                        row.getInt("headcount"),
                        row.getString("terms"),
                        row.getString("agreed_by"),
                        row.getObject("placed", Integer.class),
                        row.getString("details")))
                .optional();
    }

    @Override
    public List<String> departmentHeads(long escalation) {
        return jdbc.sql("""
                        select department_head from ruggespraak.staff_inquiry
                        where escalation = :escalation order by department_head
                        """).param("escalation", escalation).query(String.class).list();
    }

    /** What was decided in the same network on leads of the same kind and field, newest first. */
    List<SimilarCase> similarCases(Escalation escalation, int most) {
        return jdbc.sql("""
                        select m.title as meeting, l.kind, l.occupation, l.headcount, e.decision, d.headcount as agreed, d.placed,
                            case when c.organisation = our.organisation then l.title end as title
                        from ruggespraak.meeting_cycle our
                        join ruggespraak.meeting ours on ours.key = our.meeting
                        join ruggespraak.lead our_lead on our_lead.id = :lead
                        join ruggespraak.meeting m on m.network = ours.network
                        join ruggespraak.meeting_cycle c on c.meeting = m.key
                        join ruggespraak.escalation e on e.cycle = c.key and e.decision is not null and e.id <> :id
                        join ruggespraak.lead l on l.id = e.lead and l.kind = our_lead.kind
                        left join ruggespraak.deal d on d.escalation = e.id and d.agreed
                        where our.key = :cycle and (our_lead.occupation is null or l.occupation in (
                            select fits from ruggespraak.fitting_occupation where occupation = our_lead.occupation))
                        order by e.decided_at desc, e.id desc
                        limit :most
                        """)
                .param("id", escalation.id())
                .param("lead", escalation.lead())
                .param("cycle", escalation.cycle())
                .param("most", most)
                .query((row, index) -> new SimilarCase(
                        row.getString("meeting"),
                        row.getString("title"),
                        LeadKind.valueOf(row.getString("kind")),
                        row.getString("occupation"),
                        row.getInt("headcount"),
                        decision(row.getString("decision")),
                        row.getObject("agreed", Integer.class),
                        row.getObject("placed", Integer.class)))
                .list();
    }

    /** Adds an escalation; empty when the lead has one. */
    Optional<Escalation> add(Lead lead, String reason, String director, Instant at) {
        return jdbc.sql("""
                        insert into ruggespraak.escalation (cycle, lead, reason, director, asked_at)
                        values (:cycle, :lead, :reason, :director, :at)
                        on conflict (lead) do nothing
                        returning *
                        """)
                .param("cycle", lead.cycle())
                .param("lead", lead.id())
                .param("reason", reason)
                .param("director", director)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(JdbcEscalations::escalation)
                .optional();
    }

    /** Notes the decision; false when it was taken already. */
    boolean decide(long id, Decision decision, String reason, String by, Instant at) {
        return jdbc.sql("""
                                update ruggespraak.escalation set status = :status, decision = :decision, decision_reason = :reason,
                                    decided_by = :by, decided_at = :at
                                where id = :id and status = 'ASKED'
                                """)
                        .param("id", id)
                        .param("status", decision.status().name())
                        .param("decision", decision.key())
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Notes who sees it through from now on; false when the former is another, or it has ended. */
    boolean hand(long id, String from, String to) {
        return jdbc.sql("""
                                update ruggespraak.escalation set director = :to, handovers = handovers + 1
                                where id = :id and director = :from and status in ('ASKED', 'INQUIRY', 'SEEKING_DEAL', 'AGREED')
                                """).param("id", id).param("from", from).param("to", to).update() == 1;
    }

    /** What these persons see through and has not ended. */
    List<Escalation> openOf(Collection<String> directors) {
        return jdbc.sql("""
                        select * from ruggespraak.escalation
                        where director = any(:directors) and status in ('ASKED', 'INQUIRY', 'SEEKING_DEAL', 'AGREED') order by id
                        """)
                .param("directors", directors.toArray(String[]::new))
                .query(JdbcEscalations::escalation)
                .list();
    }

    /** A department head who was asked and has not answered. */
    record Unanswered(long escalation, String cycle, String departmentHead) {}

    /** Where these department heads were asked and have not answered, while it is not too late. */
    List<Unanswered> unansweredOf(Collection<String> departmentHeads) {
        return jdbc.sql("""
                        select e.id as escalation, e.cycle, i.department_head
                        from ruggespraak.staff_inquiry i join ruggespraak.escalation e on e.id = i.escalation and e.status = 'INQUIRY'
                        where i.department_head = any(:heads) and i.answered_at is null order by e.id, i.department_head
                        """)
                .param("heads", departmentHeads.toArray(String[]::new))
                .query(Unanswered.class)
                .list();
    }

    /** Asks somebody else instead of a department head; false when that one is not asked, or has answered, or it is too late. */
    boolean handInquiry(long id, String from, String to) {
        int handed = jdbc.sql("""
                        update ruggespraak.staff_inquiry i set department_head = :to
                        from ruggespraak.escalation e
                        where e.id = i.escalation and e.status = 'INQUIRY' and i.escalation = :id and i.department_head = :from
                            and i.answered_at is null
                        """)
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("update ruggespraak.escalation set handovers = handovers + :handed where id = :id")
                .param("handed", handed)
                .param("id", id)
                .update();
        return handed == 1;
    }

    /** The cycles that these persons represented, that have been looked back on, and of which something is still open. */
    List<String> endedCyclesWithOpenCases(Collection<String> representatives) {
        return jdbc.sql("""
                        select c.key from ruggespraak.meeting_cycle c
                        where c.representative = any(:representatives) and c.status = 'EVALUATED' and (
                            exists (select 1 from ruggespraak.report_back b where b.cycle = c.key
                                and (b.status = 'STARTED' or b.status = 'SENT' and b.asks_for_action))
                            or exists (select 1 from ruggespraak.escalation e where e.cycle = c.key
                                and e.status in ('ASKED', 'INQUIRY', 'SEEKING_DEAL', 'AGREED')))
                        order by c.key
                        """)
                .param("representatives", representatives.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Asks every department head of the organisation; false when no inquiry was decided on. */
    boolean openInquiry(long id, String organisation, Instant endsAt) {
        int opened = jdbc.sql(
                        "update ruggespraak.escalation set inquiry_ends_at = :endsAt where id = :id and status = 'INQUIRY'")
                .param("id", id)
                .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
                .update();
        if (opened == 1) {
            jdbc.sql("""
                            insert into ruggespraak.staff_inquiry (escalation, department_head)
                            select :id, p.key from ruggespraak.person p
                            join ruggespraak.person_role r on r.person = p.key and r.role = 'DEPARTMENT_HEAD'
                            where p.organisation = :organisation and p.active
                            order by p.key
                            on conflict (escalation, department_head) do nothing
                            """).param("id", id).param("organisation", organisation).update();
        }
        return opened == 1;
    }

    /** Keeps a department head's answer; false when the inquiry is over or was answered. */
    boolean reportStaff(long escalation, String departmentHead, List<StaffAtRisk> staff, Instant at) {
        Optional<Long> inquiry = jdbc.sql("""
                        update ruggespraak.staff_inquiry i set answered_at = :at
                        from ruggespraak.escalation e
                        where e.id = i.escalation and e.status = 'INQUIRY' and i.escalation = :escalation
                            and i.department_head = :departmentHead and i.answered_at is null
                        returning i.id
                        """)
                .param("escalation", escalation)
                .param("departmentHead", departmentHead)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        inquiry.ifPresent(id -> add(id, staff));
        return inquiry.isPresent();
    }

    private void add(long inquiry, List<StaffAtRisk> staff) {
        if (staff.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ruggespraak.staff_at_risk (inquiry, place, occupation, headcount, region, from_date)
                        select :inquiry, s.place, s.occupation, s.headcount, s.region, s.from_date
                        from unnest(:occupations, :headcounts, :regions, :fromDates) with ordinality
                            as s (occupation, headcount, region, from_date, place)
                        """)
                .param("inquiry", inquiry)
                .param(
                        "occupations",
                        staff.stream().map(StaffAtRisk::occupation).toArray(String[]::new))
                .param("headcounts", staff.stream().map(StaffAtRisk::headcount).toArray(Integer[]::new))
                .param("regions", staff.stream().map(StaffAtRisk::region).toArray(String[]::new))
                .param(
                        "fromDates",
                        staff.stream()
                                .map(StaffAtRisk::from)
                                .map(day -> day == null ? null : Date.valueOf(day))
                                .toArray(Date[]::new))
                .update();
    }

    /** Counts who fits the lead and closes the inquiry; false when there is none open. */
    boolean match(long escalation) {
        int closed = jdbc.sql(
                        "update ruggespraak.escalation set status = 'SEEKING_DEAL' where id = :id and status = 'INQUIRY'")
                .param("id", escalation)
                .update();
        jdbc.sql("""
                        update ruggespraak.staff_at_risk s set matched = s.headcount
                        from ruggespraak.staff_inquiry i
                        join ruggespraak.escalation e on e.id = i.escalation
                        join ruggespraak.lead l on l.id = e.lead
                        where i.escalation = :id and s.inquiry = i.id and (l.occupation is null or s.occupation in (
                            select fits from ruggespraak.fitting_occupation where occupation = l.occupation))
                        """).param("id", escalation).update();
        return closed == 1;
    }

    /** Notes the deal, or that there is none; false when that was done before. */
    boolean agree(long id, Deal deal, Instant at) {
        int moved = jdbc.sql(
                        "update ruggespraak.escalation set status = :status where id = :id and status = 'SEEKING_DEAL'")
                .param("id", id)
                .param("status", (deal.agreed() ? EscalationStatus.AGREED : EscalationStatus.NOT_AGREED).name())
                .update();
        if (moved == 1) {
            jdbc.sql("""
                            insert into ruggespraak.deal (escalation, agreed, headcount, terms, agreed_by, agreed_at)
                            values (:id, :agreed, :headcount, :terms, :by, :at)
                            """)
                    .param("id", id)
                    .param("agreed", deal.agreed())
                    .param("headcount", deal.headcount())
                    .param("terms", deal.terms())
                    .param("by", deal.agreedBy())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return moved == 1;
    }

    /** Notes the placements of an agreed deal; false when that was done before. */
    boolean place(long id, int placed, String details, Instant at) {
        return jdbc.sql("""
                                update ruggespraak.deal set placed = :placed, details = :details, placed_at = :at
                                where escalation = :id and agreed and placed is null
                                """)
                        .param("id", id)
                        .param("placed", placed)
                        .param("details", details)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Books the placements as a result, once; false when there are none. */
    boolean book(long id, Instant at) {
        int moved = jdbc.sql("""
                        update ruggespraak.escalation e set status = 'BOOKED'
                        from ruggespraak.deal d
                        where d.escalation = e.id and d.placed is not null and e.id = :id and e.status in ('AGREED', 'BOOKED')
                        """).param("id", id).update();
        jdbc.sql("""
                        insert into ruggespraak.result (cycle, escalation, outcome, headcount, details, booked_at)
                        select e.cycle, e.id, case when d.placed > 0 then 'PLACED' else 'NO_RESULT' end, d.placed, d.details, :at
                        from ruggespraak.escalation e join ruggespraak.deal d on d.escalation = e.id
                        where e.id = :id and e.status = 'BOOKED'
                        on conflict (escalation) do nothing
                        """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
        return moved == 1;
    }

    private static Escalation escalation(ResultSet row, int index) throws SQLException {
        OffsetDateTime inquiryEndsAt = row.getObject("inquiry_ends_at", OffsetDateTime.class);
        String decision = row.getString("decision");
        return new Escalation(
                row.getLong("id"),
                row.getString("cycle"),
                row.getLong("lead"),
                row.getString("reason"),
                row.getString("director"),
                EscalationStatus.valueOf(row.getString("status")),
                decision == null ? null : decision(decision),
                row.getString("decision_reason"),
                row.getString("decided_by"),
                inquiryEndsAt == null ? null : inquiryEndsAt.toInstant(),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("handovers"));
    }

    private static Decision decision(String key) {
        return Decision.of(key).orElseThrow(() -> new IllegalStateException("There is no decision " + key));
    }
}
