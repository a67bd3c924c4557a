package nl.ruggespraak.escalation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.ruggespraak.lead.EscalatedLeads;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What directors were asked and agreed. It is about numbers of people; somebody may still be named in it. */
@Repository
class JdbcEscalationPersonalData implements PersonalData, EscalatedLeads {

    private final JdbcClient jdbc;

    JdbcEscalationPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("ruggespraak.escalation")
                        .ofCycle("t.cycle")
                        .references("director", "decided_by")
                        .texts("reason", "decision_reason")
                        .nothing("key of a cycle", "cycle")
                        .nothing("constants", "status", "decision"),
                PersonalTable.of("ruggespraak.staff_inquiry").references("department_head"),
                PersonalTable.of("ruggespraak.staff_at_risk").nothing("keys of no person", "occupation", "region"),
                PersonalTable.of("ruggespraak.deal")
                        .foundBy("t.escalation::text")
                        .ofCycle("(select e.cycle from ruggespraak.escalation e where e.id = t.escalation)")
                        .references("agreed_by")
                        .texts("terms", "details"));
    }

    @Override
    public Set<Long> among(Collection<Long> leads) {
        return new HashSet<>(jdbc.sql("select lead from ruggespraak.escalation where lead = any(:leads)")
                .param("leads", leads.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
