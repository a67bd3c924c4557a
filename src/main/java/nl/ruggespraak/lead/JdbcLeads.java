package nl.ruggespraak.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLeads implements Leads {

    private final JdbcClient jdbc;

    JdbcLeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Lead> find(long id) {
        return jdbc.sql("select * from ruggespraak.lead where id = :id")
                .param("id", id)
                .query(JdbcLeads::lead)
                .optional();
    }

    @Override
    public List<Lead> of(String cycle) {
        return jdbc.sql("select * from ruggespraak.lead where cycle = :cycle order by place")
                .param("cycle", cycle)
                .query(JdbcLeads::lead)
                .list();
    }

    /** Which of these asks the representative carried to the meeting of this cycle. */
    Set<Long> carriedAsks(String cycle, Collection<Long> asks) {
        return jdbc.sql("select id from ruggespraak.ask where cycle = :cycle and carried and id = any(:asks)")
                .param("cycle", cycle)
                .param("asks", asks.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    /** Adds the leads of a cycle in one statement; their ids come in their order. */
    List<Long> add(String cycle, List<Lead> leads, Instant at) {
        if (leads.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        insert into ruggespraak.lead (cycle, place, kind, title, details, occupation, region, headcount, starts_on,
                            organisation, contact, answers_ask, recorded_by, recorded_at)
                        select :cycle, l.place, l.kind, l.title, l.details, l.occupation, l.region, l.headcount, l.starts_on::date,
                            l.organisation, l.contact, l.answers_ask, l.recorded_by, :at
                        from unnest(:places, :kinds, :titles, :details, :occupations, :regions, :headcounts, :startsOn,
                            :organisations, :contacts, :answersAsks, :recordedBy)
                            as l (place, kind, title, details, occupation, region, headcount, starts_on,
                                organisation, contact, answers_ask, recorded_by)
                        order by l.place
                        returning id, place
                        """)
                .param("cycle", cycle)
                .param("places", leads.stream().map(Lead::place).toArray(Integer[]::new))
                .param("kinds", leads.stream().map(lead -> lead.kind().name()).toArray(String[]::new))
                .param("titles", leads.stream().map(Lead::title).toArray(String[]::new))
                .param("details", leads.stream().map(Lead::details).toArray(String[]::new))
                .param("occupations", leads.stream().map(Lead::occupation).toArray(String[]::new))
                .param("regions", leads.stream().map(Lead::region).toArray(String[]::new))
                .param("headcounts", leads.stream().map(Lead::headcount).toArray(Integer[]::new))
                .param(
                        "startsOn",
                        leads.stream()
                                .map(lead -> Objects.toString(lead.startsOn(), null))
                                .toArray(String[]::new))
                .param("organisations", leads.stream().map(Lead::organisation).toArray(String[]::new))
                .param("contacts", leads.stream().map(Lead::contact).toArray(String[]::new))
                .param("answersAsks", leads.stream().map(Lead::answersAsk).toArray(Long[]::new))
                .param("recordedBy", leads.stream().map(Lead::recordedBy).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(JdbcLeads::placed)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::id)
                .toList();
    }

    private static Placed placed(ResultSet row, int index) throws SQLException {
        return new Placed(row.getLong("id"), row.getInt("place"));
    }

    private static Lead lead(ResultSet row, int index) throws SQLException {
        return new Lead(
                row.getLong("id"),
                row.getString("cycle"),
                row.getInt("place"),
                LeadKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("details"),
                row.getString("occupation"),
                row.getString("region"),
                row.getInt("headcount"),
                row.getObject("starts_on", LocalDate.class),
                row.getString("organisation"),
                row.getString("contact"),
                row.getObject("answers_ask", Long.class),
                row.getString("recorded_by"));
    }

    private record Placed(long id, int place) {}
}
