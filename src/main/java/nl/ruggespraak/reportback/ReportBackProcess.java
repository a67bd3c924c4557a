package nl.ruggespraak.reportback;

import java.util.List;

/** Tells the process engine what happened to report-backs. */
public interface ReportBackProcess {

    /** These report-backs of one cycle are approved and may go out; each is followed up from now on. */
    void approved(String cycle, List<ReportBack> reportBacks);
}
