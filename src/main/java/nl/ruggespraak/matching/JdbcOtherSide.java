package nl.ruggespraak.matching;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOtherSide implements OtherSide {

    private static final String FITTING_ASKS = """

            from ruggespraak.fitting_occupation o
            join ruggespraak.ask a on a.occupation = o.fits and a.kind = any(:kinds)
            join ruggespraak.ask_round r on r.id = a.round and r.answered_at >= :since
            join ruggespraak.meeting_cycle c on c.key = a.cycle and c.status <> 'CANCELLED'
            join ruggespraak.person p on p.key = a.colleague and p.active
            where o.occupation = :occupation and c.organisation = :organisation
            """;

    private final JdbcClient jdbc;

    JdbcOtherSide(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> askers(String organisation, String occupation, Collection<String> askKinds, Instant since) {
        return fitting("select distinct a.colleague" + FITTING_ASKS + "order by a.colleague", organisation, occupation)
                .param("kinds", askKinds.toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    @Override
    public List<Long> asks(
            String organisation, String occupation, Collection<String> askKinds, Instant since, int atMost) {
        return fitting("select a.id" + FITTING_ASKS + "order by a.id desc limit :atMost", organisation, occupation)
                .param("kinds", askKinds.toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec fitting(String sql, String organisation, String occupation) {
        return jdbc.sql(sql).param("organisation", organisation).param("occupation", occupation);
    }

    @Override
    public List<StaffHere> staffAtRisk(String organisation, String occupation, Instant since) {
        return jdbc.sql("""
                        select occupation, sum(headcount)::integer as headcount
                        from (
                            select s.occupation, s.headcount,
                                rank() over (partition by i.department_head order by i.answered_at desc, i.id desc) as age
                            from ruggespraak.staff_inquiry i
                            join ruggespraak.escalation e on e.id = i.escalation
                            join ruggespraak.lead l on l.id = e.lead and l.kind = 'STAFF_DEMAND'
                            join ruggespraak.meeting_cycle c on c.key = e.cycle
                            left join ruggespraak.staff_at_risk s on s.inquiry = i.id
                            where c.organisation = :organisation and i.answered_at >= :since
                        ) latest
                        where age = 1 and occupation in (
                            select fits from ruggespraak.fitting_occupation where occupation = :occupation)
                        group by occupation
                        order by headcount desc, occupation
                        """)
                .param("organisation", organisation)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("occupation", occupation)
                .query(StaffHere.class)
                .list();
    }
}
