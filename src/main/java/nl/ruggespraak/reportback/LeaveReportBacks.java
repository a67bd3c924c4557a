package nl.ruggespraak.reportback;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.Leaving;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a colleague who has left was to act on goes to the representative: nobody else knows of it. */
@Component
class LeaveReportBacks implements Leaving {

    private final JdbcReportBacks reportBacks;
    private final ReportBackProcess process;
    private final AuditTrail audit;

    LeaveReportBacks(JdbcReportBacks reportBacks, ReportBackProcess process, AuditTrail audit) {
        this.reportBacks = reportBacks;
        this.process = process;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void left(Collection<String> persons) {
        Map<String, List<ReportBack>> byCycle =
                reportBacks.leaveToRepresentative(persons).stream().collect(Collectors.groupingBy(ReportBack::cycle));
        byCycle.forEach(process::leftToRepresentative);
        audit.recordOfPersons(
                Action.REPORT_BACK_HANDED_OVER,
                byCycle.values().stream()
                        .flatMap(List::stream)
                        .map(ReportBack::recipient)
                        .distinct()
                        .toList(),
                "to the representative");
    }
}
