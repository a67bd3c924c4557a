package nl.ruggespraak.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the tables as lines say, and hands on what waited for those who leave or lose a role with them: for a file as for one person on a page. */
@Component
class ApplyLines {

    private final JdbcPeopleImports imports;
    private final HandDutiesOver handDutiesOver;

    ApplyLines(JdbcPeopleImports imports, HandDutiesOver handDutiesOver) {
        this.imports = imports;
        this.handDutiesOver = handDutiesOver;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void apply(long id) {
        List<String> leavers = imports.leavers(id);
        Map<String, Set<HeldRole>> rolesEnded = imports.rolesEnded(id);
        imports.apply(id);
        // Whoever comes with the same lines can take over, whoever leaves with them cannot.
        handDutiesOver.left(leavers);
        handDutiesOver.rolesEnded(rolesEnded);
    }

    /** Who would take over what. The tables are as the lines say afterwards: the caller rolls back. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Handover> handovers(long id) {
        List<String> leavers = imports.leavers(id);
        Map<String, Set<HeldRole>> rolesEnded = imports.rolesEnded(id);
        imports.apply(id);
        return handDutiesOver.handovers(leavers, rolesEnded);
    }
}
