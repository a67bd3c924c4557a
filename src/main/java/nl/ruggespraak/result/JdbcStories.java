package nl.ruggespraak.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import nl.ruggespraak.ask.AskKind;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.reportback.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads keys and numbers only, and names of what an administrator named: never a title, details or a text. */
@Repository
class JdbcStories implements Stories {

    private final JdbcClient jdbc;

    JdbcStories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Story> of(String cycle) {
        return jdbc.sql("""
                        with said as (
                            select r.outcome, r.headcount, r.escalation is not null as by_director, a.kind as ask,
                                case when a.id is null then l.kind end as lead_kind, l.id as lead, l.kind as kind,
                                coalesce(l.occupation, a.occupation) as occupation, coalesce(l.region, a.region) as region, l.organisation,
                                coalesce(bool_or(r.escalation is not null) over (partition by l.id), false) as deal
                            from ruggespraak.result r
                            left join ruggespraak.report_back b on b.id = r.report_back
                            left join ruggespraak.escalation e on e.id = r.escalation
                            left join ruggespraak.lead l on l.id = coalesce(b.lead, e.lead)
                            left join ruggespraak.ask a on a.id = b.ask
                            where r.cycle = :cycle and r.outcome in ('PLACED', 'SECONDED', 'WORK_EXPERIENCE', 'TALK_HELD')),
                        told as (
                            -- a deal, whoever says how many people it helped
                            select true as deal, null as ask, kind as lead_kind, 'PLACED' as outcome, occupation, region, organisation,
                                greatest(sum(headcount) filter (where by_director), sum(headcount) filter (where not by_director)) as people
                            from said where deal and lead is not null and outcome <> 'TALK_HELD'
                            group by lead, kind, occupation, region, organisation
                            union all
                            select false, ask, lead_kind, outcome, occupation, region, organisation,
                                case outcome when 'TALK_HELD' then count(*) else sum(headcount) end
                            from said where not deal or lead is null
                            group by ask, lead_kind, outcome, occupation, region, organisation),
                        -- those of few people become one another's like
                        veiled as (
                            select deal, ask, lead_kind, outcome, people, people >= :fewest as described,
                                case when people >= :fewest then occupation end as occupation,
                                case when people >= :fewest then region end as region,
                                case when people >= :fewest then organisation end as organisation
                            from told where people > 0),
                        stories as (
                            select deal, ask, lead_kind, outcome, described, occupation, region, organisation, sum(people) as people
                            from veiled group by deal, ask, lead_kind, outcome, described, occupation, region, organisation)
                        select s.deal, s.ask, s.lead_kind, s.outcome, s.people, o.name_en as occupation, o.name_nl as occupation_nl, g.name_en as region, g.name_nl as region_nl, w.name as organisation
                        from stories s
                        left join ruggespraak.occupation o on o.key = s.occupation
                        left join ruggespraak.region g on g.key = s.region
                        left join ruggespraak.organisation w on w.key = s.organisation
                        order by s.outcome = 'TALK_HELD', s.people desc, s.deal desc, s.ask, s.lead_kind, s.outcome, s.occupation, s.region
                        limit :most
                        """)
                .param("cycle", cycle)
                .param("fewest", FEWEST_TO_DESCRIBE)
                .param("most", MOST)
                .query((row, index) -> new Story(
                        row.getBoolean("deal"),
                        row.getString("ask") == null ? null : AskKind.valueOf(row.getString("ask")),
                        row.getString("lead_kind") == null ? null : LeadKind.valueOf(row.getString("lead_kind")),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getInt("people"),
                        name(row, "occupation"),
                        name(row, "region"),
                        row.getString("organisation")))
                .list();
    }

    private static CatalogueNames.@Nullable Name name(ResultSet row, String column) throws SQLException {
        String english = row.getString(column);
        return english == null ? null : new CatalogueNames.Name(english, row.getString(column + "_nl"));
    }
}
