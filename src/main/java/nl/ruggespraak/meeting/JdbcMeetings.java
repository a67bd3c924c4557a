package nl.ruggespraak.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ruggespraak.people.JdbcDeadlines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMeetings implements Meetings {

    private static final String MEETING = """
            select m.*, n.zone, %s, array(
                select s.text from ruggespraak.meeting_statement s where s.meeting = m.key order by s.place) as statements
            from ruggespraak.meeting m join ruggespraak.network n on n.key = m.network
            """.formatted(JdbcDeadlines.COLUMNS);

    private final JdbcClient jdbc;

    JdbcMeetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Meeting> find(String key) {
        return jdbc.sql(MEETING + "where m.key = :key")
                .param("key", key)
                .query(JdbcMeetings::meeting)
                .optional();
    }

    @Override
    public Optional<MeetingCycle> findCycle(String key) {
        return jdbc.sql("select * from ruggespraak.meeting_cycle where key = :key")
                .param("key", key)
                .query(JdbcMeetings::cycle)
                .optional();
    }

    @Override
    public List<MeetingCycle> cycles(String meeting) {
        return jdbc.sql("select * from ruggespraak.meeting_cycle where meeting = :meeting order by organisation")
                .param("meeting", meeting)
                .query(JdbcMeetings::cycle)
                .list();
    }

    @Override
    public Meeting ofCycle(String cycle) {
        return jdbc.sql(MEETING + "join ruggespraak.meeting_cycle c on c.meeting = m.key where c.key = :cycle")
                .param("cycle", cycle)
                .query(JdbcMeetings::meeting)
                .single();
    }

    /** The meetings that begin last, but for the first so many: all, or those that a person leads, represents an organisation at, or whose organisation takes part. */
    List<Meeting> newest(ReadMeetings.Reader reader, int skip, int most) {
        return jdbc.sql(MEETING + """
                                where :all or m.network = any(:networks) or exists (select 1 from ruggespraak.meeting_cycle c where c.meeting = m.key
                                    and (c.representative = :person or c.organisation = :organisation::text))
                                order by m.starts_at desc, m.key limit :most offset :skip
                                """)
                .param("all", reader.administers())
                .param("networks", reader.networks().toArray(String[]::new))
                .param("person", reader.person())
                .param("organisation", reader.organisation())
                .param("most", most)
                .param("skip", skip)
                .query(JdbcMeetings::meeting)
                .list();
    }

    /** How many representatives go to a meeting and are still there. */
    int representatives(String meeting) {
        return jdbc.sql("""
                        select count(*) from ruggespraak.meeting_cycle c
                        join ruggespraak.person p on p.key = c.representative and p.active
                        where c.meeting = :meeting and not c.withdrawn
                        """).param("meeting", meeting).query(Integer.class).single();
    }

    /** Adds a planned meeting; false when its key is taken. */
    boolean add(Meeting meeting, Instant plannedAt) {
        int added = dates(jdbc.sql("""
                                        insert into ruggespraak.meeting (key, network, title, topic, host, location, region, lead_time_days,
                                            starts_at, ends_at, announce_at, announce_by_itself_at, remind_at, asks_close_at, leads_due_at,
                                            report_period_ends_at, publish_due_at, evaluate_at, planned_by, planned_at)
                                        values (:key, :network, :title, :topic, :host, :location, :region, :leadTimeDays,
                                            :startsAt, :endsAt, :announceAt, :announceByItselfAt, :remindAt, :asksCloseAt, :leadsDueAt,
                                            :reportPeriodEndsAt, :publishDueAt, :evaluateAt, :plannedBy, :plannedAt)
                                        on conflict (key) do nothing
                                        """), meeting.dates())
                .param("key", meeting.key())
                .param("network", meeting.network())
                .param("title", meeting.title())
                .param("topic", meeting.topic())
                .param("host", meeting.host())
                .param("location", meeting.location())
                .param("region", meeting.region())
                .param("leadTimeDays", meeting.leadTimeDays())
                .param("plannedBy", meeting.plannedBy())
                .param("plannedAt", plannedAt.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1 && !meeting.statements().isEmpty()) {
            jdbc.sql("""
                            insert into ruggespraak.meeting_statement (meeting, place, text)
                            select :meeting, place, text from unnest(:statements) with ordinality as s (text, place)
                            """)
                    .param("meeting", meeting.key())
                    .param("statements", meeting.statements().toArray(String[]::new))
                    .update();
        }
        return added == 1;
    }

    /** Gives a meeting that is still planned new dates and place; false when it is cancelled or published, or not at this revision any more. */
    boolean reschedule(String key, int revision, MeetingDates dates, String location) {
        return dates(jdbc.sql("""
                                        update ruggespraak.meeting set starts_at = :startsAt, ends_at = :endsAt, announce_at = :announceAt,
                                            announce_by_itself_at = :announceByItselfAt, remind_at = :remindAt, asks_close_at = :asksCloseAt,
                                            leads_due_at = :leadsDueAt, report_period_ends_at = :reportPeriodEndsAt, publish_due_at = :publishDueAt,
                                            evaluate_at = :evaluateAt, location = :location, revision = revision + 1
                                        where key = :key and status = 'PLANNED' and revision = :revision
                                        """), dates)
                        .param("location", location)
                        .param("revision", revision)
                        .param("key", key)
                        .update()
                == 1;
    }

    /** Calls off a meeting that is still planned; false when it is not, or not at this revision any more. */
    boolean cancel(String key, int revision, String reason) {
        return jdbc.sql("""
                                update ruggespraak.meeting set status = 'CANCELLED', cancel_reason = :reason
                                where key = :key and status = 'PLANNED' and revision = :revision
                                """)
                        .param("reason", reason)
                        .param("key", key)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Moves a meeting from one status to another; false when it is not in the first. */
    boolean move(String key, MeetingStatus from, MeetingStatus to) {
        return jdbc.sql("update ruggespraak.meeting set status = :to where key = :key and status = :from")
                        .param("key", key)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Holds the meeting's row until the transaction ends, so that "has everybody reported?" is asked by one at a time. */
    void lock(String key) {
        jdbc.sql("select key from ruggespraak.meeting where key = :key for update")
                .param("key", key)
                .query(String.class)
                .single();
    }

    /** The cycles that these persons represent and that have not ended. */
    List<MeetingCycle> ledBy(Collection<String> persons) {
        return jdbc.sql("""
                        select * from ruggespraak.meeting_cycle
                        where representative = any(:persons) and status not in ('EVALUATED', 'CANCELLED') order by key
                        """)
                .param("persons", persons.toArray(String[]::new))
                .query(JdbcMeetings::cycle)
                .list();
    }

    /** Gives a cycle another representative; false when the former is another, or the cycle has ended. */
    boolean handOver(String key, String from, String to) {
        return jdbc.sql("""
                                update ruggespraak.meeting_cycle set representative = :to, handovers = handovers + 1
                                where key = :key and representative = :from and status not in ('EVALUATED', 'CANCELLED')
                                """)
                        .param("key", key)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    /** Gives a cycle that has ended, and of which something is still open, to another representative; false when the former is another. */
    boolean handOverEnded(String key, String from, String to) {
        return jdbc.sql("""
                                update ruggespraak.meeting_cycle set representative = :to, handovers = handovers + 1
                                where key = :key and representative = :from and status = 'EVALUATED'
                                """)
                        .param("key", key)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    /** The meetings that these persons have planned and whose results are not published yet. */
    List<Meeting> plannedBy(Collection<String> persons) {
        return jdbc.sql(MEETING + "where m.planned_by = any(:persons) and m.status = 'PLANNED' order by m.key")
                .param("persons", persons.toArray(String[]::new))
                .query(JdbcMeetings::meeting)
                .list();
    }

    /** Gives a planned meeting to another chair; false when the former is another, or nothing is planned any more. */
    boolean handMeetingOver(String key, String from, String to) {
        return jdbc.sql("""
                                update ruggespraak.meeting set planned_by = :to
                                where key = :key and planned_by = :from and status = 'PLANNED'
                                """)
                        .param("key", key)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    /**
     * Opens cycles where there are none yet; answers those that are new.
     *
     * @param representatives key of the person who goes, by organisation
     */
    List<MeetingCycle> openCycles(String meeting, Map<String, String> representatives) {
        List<String> organisations = representatives.keySet().stream().sorted().toList();
        return jdbc.sql("""
                        insert into ruggespraak.meeting_cycle (key, meeting, organisation, representative)
                        select :meeting || '/' || organisation, :meeting, organisation, representative
                        from unnest(:organisations, :representatives) as o (organisation, representative)
                        on conflict (key) do nothing
                        returning *
                        """)
                .param("meeting", meeting)
                .param("organisations", organisations.toArray(String[]::new))
                .param(
                        "representatives",
                        organisations.stream().map(representatives::get).toArray(String[]::new))
                .query(JdbcMeetings::cycle)
                .list();
    }

    /** Keys of the planned meetings that have not begun, the next one first. */
    List<String> notBegun(Instant now) {
        return jdbc.sql("""
                        select key from ruggespraak.meeting where status = 'PLANNED' and starts_at > :now order by starts_at, key
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** Ends the part of organisations that have left the network, as far as it has not ended; answers what it ended. */
    List<MeetingCycle> withdraw(String meeting, Collection<String> cycles) {
        return jdbc.sql("""
                        update ruggespraak.meeting_cycle set status = 'CANCELLED', withdrawn = true
                        where meeting = :meeting and key = any(:cycles) and status not in ('EVALUATED', 'CANCELLED') returning *
                        """)
                .param("meeting", meeting)
                .param("cycles", cycles.toArray(String[]::new))
                .query(JdbcMeetings::cycle)
                .list();
    }

    /** Ends every part of an organisation that has not ended; answers what it ended. */
    List<MeetingCycle> withdrawAll(String organisation) {
        return jdbc.sql("""
                        update ruggespraak.meeting_cycle set status = 'CANCELLED', withdrawn = true
                        where organisation = :organisation and status not in ('EVALUATED', 'CANCELLED') returning *
                        """)
                .param("organisation", organisation)
                .query(JdbcMeetings::cycle)
                .list();
    }

    /** Moves a cycle to a status when it is in one of others; false when it is not. */
    boolean moveCycle(String key, CycleStatus to, CycleStatus... from) {
        return jdbc.sql("update ruggespraak.meeting_cycle set status = :to where key = :key and status = any(:from)")
                        .param("key", key)
                        .param("to", to.name())
                        .param("from", names(from))
                        .update()
                == 1;
    }

    /** Marks every cycle of a meeting as off. */
    void cancelCycles(String meeting) {
        jdbc.sql("update ruggespraak.meeting_cycle set status = 'CANCELLED' where meeting = :meeting")
                .param("meeting", meeting)
                .update();
    }

    /** Notes what was announced and when; false when it was announced already or is off. */
    boolean announced(String key, String announcement, Instant at) {
        return jdbc.sql("""
                                update ruggespraak.meeting_cycle set status = 'ANNOUNCED', announcement = :announcement, announced_at = :at
                                where key = :key and status = 'OPENED'
                                """)
                        .param("key", key)
                        .param("announcement", announcement)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Notes whether the representative attended; false when that was recorded already or the cycle is off. */
    boolean attended(String key, boolean attended) {
        return jdbc.sql("""
                                update ruggespraak.meeting_cycle set status = 'ATTENDED', attended = :attended
                                where key = :key and status in ('ANNOUNCED', 'BRIEFED')
                                """).param("key", key).param("attended", attended).update() == 1;
    }

    /** Notes that the representative has reported back; false when that was done already or the cycle is off. */
    boolean reported(String key, Instant at) {
        return jdbc.sql("""
                                update ruggespraak.meeting_cycle set status = 'REPORTED', reported_at = :at
                                where key = :key and status = 'ATTENDED'
                                """)
                        .param("key", key)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether no cycle of the meeting is still without its report. */
    boolean allReported(String meeting) {
        return jdbc.sql("""
                        select not exists (select 1 from ruggespraak.meeting_cycle
                            where meeting = :meeting and status not in ('REPORTED', 'EVALUATED', 'CANCELLED'))
                        """).param("meeting", meeting).query(Boolean.class).single();
    }

    private static JdbcClient.StatementSpec dates(JdbcClient.StatementSpec statement, MeetingDates dates) {
        return statement
                .param("startsAt", dates.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", dates.endsAt().atOffset(ZoneOffset.UTC))
                .param("announceAt", dates.announceAt().atOffset(ZoneOffset.UTC))
                .param("announceByItselfAt", dates.announceByItselfAt().atOffset(ZoneOffset.UTC))
                .param("remindAt", dates.remindAt().atOffset(ZoneOffset.UTC))
                .param("asksCloseAt", dates.asksCloseAt().atOffset(ZoneOffset.UTC))
                .param("leadsDueAt", dates.leadsDueAt().atOffset(ZoneOffset.UTC))
                .param("reportPeriodEndsAt", dates.reportPeriodEndsAt().atOffset(ZoneOffset.UTC))
                .param("publishDueAt", dates.publishDueAt().atOffset(ZoneOffset.UTC))
                .param("evaluateAt", dates.evaluateAt().atOffset(ZoneOffset.UTC));
    }

    private static String[] names(CycleStatus... statuses) {
        return Arrays.stream(statuses).map(CycleStatus::name).toArray(String[]::new);
    }

    private static Meeting meeting(ResultSet row, int index) throws SQLException {
        return new Meeting(
                row.getString("key"),
                row.getString("network"),
                ZoneId.of(row.getString("zone")),
                JdbcDeadlines.deadlines(row),
                row.getString("title"),
                row.getString("topic"),
                row.getString("host"),
                row.getString("location"),
                row.getString("region"),
                row.getInt("lead_time_days"),
                new MeetingDates(
                        moment(row, "starts_at"),
                        moment(row, "ends_at"),
                        moment(row, "announce_at"),
                        moment(row, "announce_by_itself_at"),
                        moment(row, "remind_at"),
                        moment(row, "asks_close_at"),
                        moment(row, "leads_due_at"),
                        moment(row, "report_period_ends_at"),
                        moment(row, "publish_due_at"),
                        moment(row, "evaluate_at")),
                MeetingStatus.valueOf(row.getString("status")),
                row.getInt("revision"),
                row.getString("cancel_reason"),
                row.getString("planned_by"),
                List.of((String[]) row.getArray("statements").getArray()));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static MeetingCycle cycle(ResultSet row, int index) throws SQLException {
        return new MeetingCycle(
                row.getString("key"),
                row.getString("meeting"),
                row.getString("organisation"),
                row.getString("representative"),
                CycleStatus.valueOf(row.getString("status")),
                row.getInt("handovers"),
                row.getString("announcement"),
                row.getObject("attended", Boolean.class),
                row.getBoolean("withdrawn"));
    }

    /** How many meetings were ever planned. */
    int count() {
        return jdbc.sql("select count(*) from ruggespraak.meeting")
                .query(Integer.class)
                .single();
    }
}
