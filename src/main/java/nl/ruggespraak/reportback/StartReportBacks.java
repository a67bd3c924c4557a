package nl.ruggespraak.reportback;

import java.util.List;
import nl.ruggespraak.shared.Batches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the approved report-backs of a cycle go out, a batch at a time. */
@Component
public class StartReportBacks {

    private final JdbcReportBacks reportBacks;
    private final ReportBackProcess process;

    StartReportBacks(JdbcReportBacks reportBacks, ReportBackProcess process) {
        this.reportBacks = reportBacks;
        this.process = process;
    }

    /** Starts the next report-backs that wait, at most a batch; none is no fault. */
    @Transactional
    public void start(String cycle) {
        List<ReportBack> next = reportBacks.startNext(cycle, Batches.SIZE);
        if (!next.isEmpty()) {
            process.approved(cycle, next);
        }
    }
}
