package nl.ruggespraak.ask;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ruggespraak.meeting.Audience;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAsks implements Asks, Audience {

    /** Colleagues of a cycle who are still here and to whom the announcement has been written: whose turn has not come has heard nothing. */
    private static final String HAS_HEARD = """
            join ruggespraak.person p on p.key = r.colleague and p.active
            where r.cycle = :cycle and r.status <> 'PLANNED'
                and exists (select 1 from ruggespraak.mail l where l.key = 'announcement/' || r.cycle || '/' || r.colleague)""";

    private static final String OF_MEETING =
            "r.cycle in (select key from ruggespraak.meeting_cycle where meeting = :meeting)";

    private final JdbcClient jdbc;

    JdbcAsks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Ask> of(String cycle) {
        return jdbc.sql("select * from ruggespraak.ask where cycle = :cycle order by id")
                .param("cycle", cycle)
                .query(JdbcAsks::ask)
                .list();
    }

    @Override
    public List<Ask> carried(String cycle) {
        return jdbc.sql("select * from ruggespraak.ask where cycle = :cycle and carried order by id")
                .param("cycle", cycle)
                .query(JdbcAsks::ask)
                .list();
    }

    @Override
    public Map<Long, Ask> all(Collection<Long> ids) {
        Map<Long, Ask> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from ruggespraak.ask where id = any(:ids) order by id")
                    .param("ids", ids.toArray(Long[]::new))
                    .query(JdbcAsks::ask)
                    .list()
                    .forEach(ask -> found.put(ask.id(), ask));
        }
        return found;
    }

    @Override
    public Optional<Ask> own(long ask, String colleague) {
        return jdbc.sql("""
                        select a.* from ruggespraak.ask a join ruggespraak.meeting_cycle c on c.key = a.cycle
                        where a.id = :ask and a.colleague = :colleague and a.erased_at is null and c.status <> 'CANCELLED'
                        """)
                .param("ask", ask)
                .param("colleague", colleague)
                .query(JdbcAsks::ask)
                .optional();
    }

    @Override
    public List<Ask> ofColleague(String colleague, int newest) {
        return jdbc.sql("""
                        select a.* from ruggespraak.ask a
                        join ruggespraak.meeting_cycle c on c.key = a.cycle join ruggespraak.meeting m on m.key = c.meeting
                        where a.colleague = :colleague and a.erased_at is null and c.status <> 'CANCELLED'
                        order by m.starts_at desc, a.cycle, a.id limit :newest
                        """)
                .param("colleague", colleague)
                .param("newest", newest)
                .query(JdbcAsks::ask)
                .list();
    }

    /** Keeps the ground of an ask. What could not be chosen for the lack of one is carried now; without a ground nothing is. */
    void state(long ask, Ground ground, CycleStatus cycle) {
        jdbc.sql("""
                        update ruggespraak.ask set candidate = :candidate, pitch = :pitch, agreed_on = :agreedOn::date,
                            carried = :agreedOn::date is not null and (carried or :chosen and agreed_on is null)
                        where id = :ask
                        """)
                .param("ask", ask)
                .param("candidate", ground.candidate())
                .param("pitch", ground.pitch())
                .param("agreedOn", ground.agreedOn())
                .param("chosen", cycle == CycleStatus.BRIEFED)
                .update();
    }

    @Override
    public Optional<AskRound> round(String cycle, String colleague) {
        return jdbc.sql("select * from ruggespraak.ask_round where cycle = :cycle and colleague = :colleague")
                .param("cycle", cycle)
                .param("colleague", colleague)
                .query(JdbcAsks::round)
                .optional();
    }

    @Override
    public Map<String, List<OpenRound>> openRounds(Collection<String> colleagues, Instant now) {
        return jdbc
                .sql("""
                        select r.colleague, r.cycle, m.title, m.asks_close_at from ruggespraak.ask_round r
                        join ruggespraak.meeting_cycle c on c.key = r.cycle join ruggespraak.meeting m on m.key = c.meeting
                        where r.colleague = any(:colleagues) and r.status = 'OPEN' and m.starts_at > :now
                            and not exists (select 1 from ruggespraak.reminder_stop s
                                where s.person = r.colleague and s.purpose = 'GIVE_ASKS' and s.subject = r.cycle)
                        order by m.asks_close_at, r.id
                        """)
                .param("colleagues", colleagues.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> Map.entry(
                        row.getString("colleague"),
                        new OpenRound(
                                row.getString("cycle"),
                                row.getString("title"),
                                row.getObject("asks_close_at", OffsetDateTime.class)
                                        .toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public Set<String> stillAsked(String cycle, Collection<String> colleagues) {
        return jdbc.sql("""
                        select colleague from ruggespraak.ask_round
                        where cycle = :cycle and colleague = any(:colleagues) and status = 'OPEN'
                        """)
                .param("cycle", cycle)
                .param("colleagues", colleagues.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    @Override
    public List<String> askers(String cycle) {
        return jdbc.sql("select distinct colleague from ruggespraak.ask where cycle = :cycle order by colleague")
                .param("cycle", cycle)
                .query(String.class)
                .list();
    }

    @Override
    public AskCounts counts(String cycle) {
        return jdbc.sql("""
                        select
                            (select count(*) from ruggespraak.ask_round where cycle = :cycle and status <> 'PLANNED') as asked,
                            (select count(*) from ruggespraak.ask_round where cycle = :cycle and status = 'ANSWERED') as answered,
                            (select count(*) from ruggespraak.ask where cycle = :cycle) as asks,
                            (select count(*) from ruggespraak.ask where cycle = :cycle and carried) as carried
                        """)
                .param("cycle", cycle)
                .query((row, index) -> new AskCounts(
                        row.getInt("asked"), row.getInt("answered"), row.getInt("asks"), row.getInt("carried")))
                .single();
    }

    /** Plans a round for everybody in the organisation with one of these roles. */
    int plan(String cycle, String organisation, Collection<Role> roles) {
        return jdbc.sql("""
                        insert into ruggespraak.ask_round (cycle, colleague)
                        select distinct :cycle, p.key from ruggespraak.person p
                        join ruggespraak.person_role r on r.person = p.key and r.role = any(:roles)
                        where p.organisation = :organisation and p.active
                        on conflict (cycle, colleague) do nothing
                        """)
                .param("cycle", cycle)
                .param("organisation", organisation)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .update();
    }

    /** Plans a round for each of these persons. */
    int plan(String cycle, Collection<String> colleagues) {
        return jdbc.sql("""
                        insert into ruggespraak.ask_round (cycle, colleague)
                        select distinct :cycle, colleague from unnest(:colleagues) as c (colleague)
                        on conflict (cycle, colleague) do nothing
                        """)
                .param("cycle", cycle)
                .param("colleagues", colleagues.toArray(String[]::new))
                .update();
    }

    /** Opens the next planned rounds and names their colleagues. They are told of the meeting's dates as they are now. */
    List<String> open(String cycle, Instant at, int atMost) {
        return jdbc.sql("""
                        update ruggespraak.ask_round set status = 'OPEN', asked_at = :at, told_revision = (
                            select m.revision from ruggespraak.meeting_cycle c join ruggespraak.meeting m on m.key = c.meeting
                            where c.key = :cycle)
                        where id in (select r.id from ruggespraak.ask_round r join ruggespraak.person p on p.key = r.colleague and p.active
                            where r.cycle = :cycle and r.status = 'PLANNED' order by r.id limit :atMost for update of r)
                        returning colleague
                        """)
                .param("cycle", cycle)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    /** Closes what is planned or open of these colleagues, and names these rounds. */
    List<AskRound> leave(Collection<String> colleagues) {
        return jdbc.sql("""
                        update ruggespraak.ask_round set status = 'CLOSED'
                        where colleague = any(:colleagues) and status in ('PLANNED', 'OPEN')
                        returning *
                        """)
                .param("colleagues", colleagues.toArray(String[]::new))
                .query(JdbcAsks::round)
                .list();
    }

    /** Closes the next rounds that are open. */
    void close(String cycle, int atMost) {
        jdbc.sql("""
                        update ruggespraak.ask_round set status = 'CLOSED'
                        where id in (select id from ruggespraak.ask_round
                            where cycle = :cycle and status = 'OPEN' order by id limit :atMost for update)
                        """).param("cycle", cycle).param("atMost", atMost).update();
    }

    /**
     * Marks the next open rounds as reminded and names their colleagues. A reminder is of a deadline: whoever was reminded of one that is
     * over by the time when this one comes is reminded anew. Whoever wants no reminders, is away or has left is passed over.
     */
    List<String> remind(String cycle, Instant at, int atMost) {
        return jdbc.sql("""
                        update ruggespraak.ask_round set reminded_at = :at, reminded_until = n.asks_close_at
                        from (select r.id, m.asks_close_at from ruggespraak.ask_round r
                            join ruggespraak.person p on p.key = r.colleague and p.active
                            join ruggespraak.meeting_cycle c on c.key = r.cycle join ruggespraak.meeting m on m.key = c.meeting
                            join ruggespraak.network n on n.key = m.network
                            where r.cycle = :cycle and r.status = 'OPEN' and (r.reminded_until is null or r.reminded_until < m.remind_at)
                                and ruggespraak.is_reminded(r.colleague, (:at at time zone n.zone)::date)
                                and not exists (select 1 from ruggespraak.reminder_stop s
                                    where s.person = r.colleague and s.purpose = 'GIVE_ASKS' and s.subject = r.cycle)
                            order by r.id limit :atMost for update of r) n
                        where ask_round.id = n.id
                        returning colleague
                        """)
                .param("cycle", cycle)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    /** Marks the next rounds as told of this revision of the meeting and names their colleagues: those who have heard of another date. */
    List<String> tellRevision(String cycle, int revision, int atMost) {
        return jdbc.sql("""
                        update ruggespraak.ask_round set told_revision = :revision
                        where id in (select r.id from ruggespraak.ask_round r %s and r.told_revision < :revision
                            order by r.id limit :atMost for update of r)
                        returning colleague
                        """.formatted(HAS_HEARD))
                .param("cycle", cycle)
                .param("revision", revision)
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    /** Marks the next rounds as told that the meeting is off and names their colleagues; who has not heard of it is not told. */
    List<String> tellCancelled(String cycle, int atMost) {
        return jdbc.sql("""
                        update ruggespraak.ask_round set told_cancelled = true
                        where id in (select r.id from ruggespraak.ask_round r %s and not r.told_cancelled
                            order by r.id limit :atMost for update of r)
                        returning colleague
                        """.formatted(HAS_HEARD))
                .param("cycle", cycle)
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    @Override
    public int toldColleagues(String meeting) {
        return jdbc.sql("select count(*) from ruggespraak.ask_round r %s"
                        .formatted(HAS_HEARD.replace("r.cycle = :cycle", OF_MEETING)))
                .param("meeting", meeting)
                .query(Integer.class)
                .single();
    }

    /** Notes that a colleague has answered; empty when the round is not open. */
    Optional<Long> answer(String cycle, String colleague, boolean nothingToAsk, boolean late, Instant at) {
        return jdbc.sql("""
                        update ruggespraak.ask_round set status = 'ANSWERED', nothing_to_ask = :nothingToAsk, late = :late, answered_at = :at
                        where cycle = :cycle and colleague = :colleague and status = 'OPEN'
                        returning id
                        """)
                .param("cycle", cycle)
                .param("colleague", colleague)
                .param("nothingToAsk", nothingToAsk)
                .param("late", late)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** Adds the asks of one round, in one statement, and names them; what has no ground to be shared is not carried. */
    List<Long> add(long round, List<Ask> asks, boolean late, boolean carried) {
        if (asks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        insert into ruggespraak.ask (round, cycle, colleague, place, kind, title, details, occupation, region, headcount,
                            available_from, candidate, pitch, agreed_on, late, carried)
                        select :round, :cycle, :colleague, a.place, a.kind, a.title, a.details, a.occupation, a.region, a.headcount,
                            a.available_from, a.candidate, a.pitch, a.agreed_on, :late, :carried and a.has_ground
                        from unnest(:places, :kinds, :titles, :details, :occupations, :regions, :headcounts, :availableFrom, :candidates,
                                :pitches, :agreedOn, :grounds)
                            as a (place, kind, title, details, occupation, region, headcount, available_from, candidate, pitch, agreed_on,
                                has_ground)
                        returning id
                        """)
                .param("round", round)
                .param("cycle", asks.get(0).cycle())
                .param("colleague", asks.get(0).colleague())
                .param("late", late)
                .param("carried", carried)
                .param("places", asks.stream().map(Ask::place).toArray(Integer[]::new))
                .param("kinds", asks.stream().map(ask -> ask.kind().name()).toArray(String[]::new))
                .param("titles", asks.stream().map(Ask::title).toArray(String[]::new))
                .param("details", asks.stream().map(Ask::details).toArray(String[]::new))
                .param("occupations", asks.stream().map(Ask::occupation).toArray(String[]::new))
                .param("regions", asks.stream().map(Ask::region).toArray(String[]::new))
                .param("headcounts", asks.stream().map(Ask::headcount).toArray(Integer[]::new))
                .param("availableFrom", days(asks, Ask::availableFrom))
                .param("candidates", asks.stream().map(Ask::candidate).toArray(String[]::new))
                .param("pitches", asks.stream().map(Ask::pitch).toArray(String[]::new))
                .param("agreedOn", days(asks, Ask::agreedOn))
                .param("grounds", asks.stream().map(Ask::hasGround).toArray(Boolean[]::new))
                .query(Long.class)
                .list();
    }

    /** Takes these asks of a cycle along and leaves the others. */
    void carry(String cycle, Collection<Long> chosen) {
        jdbc.sql("update ruggespraak.ask set carried = (id = any(:chosen)) where cycle = :cycle")
                .param("cycle", cycle)
                .param("chosen", chosen.toArray(Long[]::new))
                .update();
    }

    /** Takes every ask of a cycle along but those that have no ground to be shared, and names them. */
    List<Long> carryAll(String cycle) {
        return jdbc.sql("""
                        with chosen as (
                            update ruggespraak.ask set carried = (kind <> 'CANDIDATE' or agreed_on is not null) where cycle = :cycle
                            returning id, carried)
                        select id from chosen where carried
                        """).param("cycle", cycle).query(Long.class).list();
    }

    private static @Nullable Date[] days(List<Ask> asks, Function<Ask, @Nullable LocalDate> day) {
        return asks.stream()
                .map(day)
                .map(each -> each == null ? null : Date.valueOf(each))
                .toArray(Date[]::new);
    }

    private static AskRound round(ResultSet row, int index) throws SQLException {
        return new AskRound(
                row.getLong("id"),
                row.getString("cycle"),
                row.getString("colleague"),
                AskRoundStatus.valueOf(row.getString("status")),
                row.getBoolean("nothing_to_ask"),
                row.getBoolean("late"));
    }

    private static Ask ask(ResultSet row, int index) throws SQLException {
        return new Ask(
                row.getLong("id"),
                row.getString("cycle"),
                row.getString("colleague"),
                row.getInt("place"),
                AskKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("details"),
                row.getString("occupation"),
                row.getString("region"),
                row.getInt("headcount"),
                row.getObject("available_from", LocalDate.class),
                row.getString("candidate"),
                row.getString("pitch"),
                row.getObject("agreed_on", LocalDate.class),
                row.getBoolean("late"),
                row.getBoolean("carried"));
    }
}
