package nl.ruggespraak.result;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.reportback.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEvaluations implements Evaluations {

    private final JdbcClient jdbc;

    JdbcEvaluations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Evaluation> of(Collection<String> cycles) {
        Map<String, Map<Outcome, Integer>> outcomes = outcomes(cycles);
        Map<String, Evaluation> evaluations = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.key as cycle,
                            (select count(*) from ruggespraak.ask_round where cycle = c.key and status <> 'PLANNED') as asked,
                            (select count(*) from ruggespraak.ask_round where cycle = c.key and status = 'ANSWERED') as answered,
                            (select count(*) from ruggespraak.ask where cycle = c.key) as asks,
                            (select count(*) from ruggespraak.ask where cycle = c.key and carried) as carried,
                            (select count(*) from ruggespraak.lead where cycle = c.key) as leads,
                            (select count(*) from ruggespraak.report_back
                                where cycle = c.key and status in ('SENT', 'OUTCOME_KNOWN')) as report_backs,
                            (select count(*) from ruggespraak.report_back
                                where cycle = c.key and status in ('SENT', 'OUTCOME_KNOWN') and asks_for_action) as actions_asked,
                            (select count(*) from ruggespraak.escalation where cycle = c.key) as escalations,
                            (select coalesce(sum(greatest(by_colleagues, by_director)), 0) from (
                                select
                                    sum(r.headcount) filter (where r.report_back is not null) as by_colleagues,
                                    sum(r.headcount) filter (where r.escalation is not null) as by_director
                                from ruggespraak.result r
                                left join ruggespraak.report_back b on b.id = r.report_back
                                left join ruggespraak.escalation e on e.id = r.escalation
                                where r.cycle = c.key and r.outcome in ('PLACED', 'SECONDED', 'WORK_EXPERIENCE')
                                group by coalesce(b.lead, e.lead)) of_lead) as placed
                        from ruggespraak.meeting_cycle c where c.key = any(:cycles) order by c.key
                        """).param("cycles", cycles.toArray(String[]::new)).query(row -> {
            String cycle = row.getString("cycle");
            evaluations.put(
                    cycle,
                    new Evaluation(
                            cycle,
                            row.getInt("asked"),
                            row.getInt("answered"),
                            row.getInt("asks"),
                            row.getInt("carried"),
                            row.getInt("leads"),
                            row.getInt("report_backs"),
                            row.getInt("actions_asked"),
                            outcomes.getOrDefault(cycle, Map.of()),
                            row.getInt("escalations"),
                            row.getInt("placed")));
        });
        return evaluations;
    }

    private Map<String, Map<Outcome, Integer>> outcomes(Collection<String> cycles) {
        Map<String, Map<Outcome, Integer>> outcomes = new HashMap<>();
        jdbc.sql("""
                        select cycle, outcome, count(*) as times from ruggespraak.result
                        where cycle = any(:cycles) group by cycle, outcome
                        """).param("cycles", cycles.toArray(String[]::new)).query(row -> {
            outcomes.computeIfAbsent(row.getString("cycle"), cycle -> new EnumMap<>(Outcome.class))
                    .put(Outcome.valueOf(row.getString("outcome")), row.getInt("times"));
        });
        return outcomes;
    }

    /** Notes everybody with a stake in a cycle; who is noted already stays as they are. */
    void addStakeholders(String cycle) {
        jdbc.sql("""
                        insert into ruggespraak.stakeholder (cycle, person)
                        select :cycle, p.key from ruggespraak.person p
                        where p.active and p.key in (
                            select colleague from ruggespraak.ask where cycle = :cycle
                            union select recipient from ruggespraak.report_back
                                where cycle = :cycle and status in ('SENT', 'OUTCOME_KNOWN')
                            union select i.department_head from ruggespraak.staff_inquiry i
                                join ruggespraak.escalation e on e.id = i.escalation where e.cycle = :cycle
                            union select representative from ruggespraak.meeting_cycle where key = :cycle
                            union select m.key from ruggespraak.meeting_cycle c
                                join ruggespraak.person m on m.organisation = c.organisation
                                join ruggespraak.person_role r on r.person = m.key and r.role in ('MANAGER', 'DIRECTOR')
                                where c.key = :cycle)
                        on conflict (cycle, person) do nothing
                        """).param("cycle", cycle).update();
    }

    int stakeholdersToTell(String cycle) {
        return jdbc.sql("select count(*) from ruggespraak.stakeholder where cycle = :cycle and not told")
                .param("cycle", cycle)
                .query(Integer.class)
                .single();
    }

    /** Marks the next stakeholders as told and names them. */
    List<String> tellNext(String cycle, int atMost) {
        return jdbc.sql("""
                        update ruggespraak.stakeholder set told = true
                        where cycle = :cycle and person in (
                            select person from ruggespraak.stakeholder where cycle = :cycle and not told
                            order by person limit :atMost for update)
                        returning person
                        """)
                .param("cycle", cycle)
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }
}
