package nl.ruggespraak.ask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.people.JdbcNameOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNudges {

    private static final String STOPPED = """
            (exists (select 1 from ruggespraak.reminder_stop s
                where s.person = r.colleague and s.purpose = 'GIVE_ASKS' and s.subject = r.cycle)
                or not (select ruggespraak.is_reminded(r.colleague, (:today at time zone n.zone)::date)
                    from ruggespraak.meeting_cycle c join ruggespraak.meeting m on m.key = c.meeting join ruggespraak.network n on n.key = m.network
                    where c.key = r.cycle))
            """;

    private static final String NUDGED_TODAY = """
            exists (select 1 from ruggespraak.ask_round o where o.colleague = r.colleague and o.nudged_at >= :today)
            """;

    private static final String UNANSWERED = """
            from ruggespraak.ask_round r join ruggespraak.person p on p.key = r.colleague and p.active
            where r.cycle = :cycle and r.status = 'OPEN'
                and position(lower(:search) in lower(p.first_name || ' ' || p.last_name)) > 0
            """;

    private final JdbcClient jdbc;

    JdbcNudges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who have not answered, by name, whose name has this in it. */
    List<Unanswered> unanswered(String cycle, String search, Instant today, int from, int atMost) {
        return jdbc.sql("select r.colleague, p.first_name || ' ' || p.last_name as name, r.asked_at,"
                        + " greatest(r.reminded_at, r.nudged_at) as reminded_at, " + reason() + " as refusal "
                        + UNANSWERED + " order by " + JdbcNameOrder.of("p") + " offset :from limit :atMost")
                .param("cycle", cycle)
                .param("search", search)
                .param("today", utc(today))
                .param("from", from)
                .param("atMost", atMost)
                .query((row, index) -> new Unanswered(
                        row.getString("colleague"),
                        row.getString("name"),
                        moment(row, "asked_at"),
                        moment(row, "reminded_at"),
                        refusal(row)))
                .list();
    }

    /** How many have not answered whose name has this in it. */
    int count(String cycle, String search) {
        return jdbc.sql("select count(*) " + UNANSWERED)
                .param("cycle", cycle)
                .param("search", search)
                .query(Integer.class)
                .single();
    }

    /** Marks open rounds as nudged, the next ones or those of chosen colleagues, and names them; whoever cannot be nudged is passed over. */
    List<String> nudge(String cycle, @Nullable Collection<String> chosen, Instant today, Instant at, int atMost) {
        return jdbc.sql("""
                        update ruggespraak.ask_round set nudged_at = :at
                        where id in (select r.id from ruggespraak.ask_round r
                            join ruggespraak.person p on p.key = r.colleague and p.active
                            where r.cycle = :cycle and r.status = 'OPEN' and (r.nudged_at is null or r.nudged_at < :today)
                                and (:everybody or r.colleague = any(:chosen)) and not %s and not %s
                            order by r.id limit :atMost for update of r)
                        returning colleague
                        """.formatted(STOPPED, NUDGED_TODAY))
                .param("cycle", cycle)
                .param("everybody", chosen == null)
                .param("chosen", chosen == null ? new String[0] : chosen.toArray(String[]::new))
                .param("today", utc(today))
                .param("at", utc(at))
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    /** Why each of these colleagues cannot be nudged, by name; who is unknown here is left out, and so is who can be. */
    Map<String, NudgeRefusal> refusals(String cycle, Collection<String> colleagues, Instant today) {
        Map<String, NudgeRefusal> refusals = new LinkedHashMap<>();
        jdbc.sql("select r.colleague, " + reason() + " as refusal from ruggespraak.ask_round r"
                        + " join ruggespraak.person p on p.key = r.colleague"
                        + " where r.cycle = :cycle and r.colleague = any(:colleagues)"
                        + " order by " + JdbcNameOrder.of("p"))
                .param("cycle", cycle)
                .param("colleagues", colleagues.toArray(String[]::new))
                .param("today", utc(today))
                .query(row -> {
                    NudgeRefusal refusal = refusal(row);
                    if (refusal != null) {
                        refusals.put(row.getString("colleague"), refusal);
                    }
                });
        return refusals;
    }

    private static String reason() {
        return "case when r.status = 'ANSWERED' then 'ANSWERED' when r.status <> 'OPEN' or not p.active then 'NOT_ASKED'"
                + " when " + STOPPED + " then 'STOPPED' when " + NUDGED_TODAY + " then 'NUDGED_TODAY' end";
    }

    private static @Nullable NudgeRefusal refusal(ResultSet row) throws SQLException {
        String reason = row.getString("refusal");
        return reason == null ? null : NudgeRefusal.valueOf(reason);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
