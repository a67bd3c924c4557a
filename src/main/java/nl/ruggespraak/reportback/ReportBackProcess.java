package nl.ruggespraak.reportback;

import java.util.Collection;
import java.util.List;

/** Tells the process engine what happened to report-backs. */
public interface ReportBackProcess {

    /** These report-backs of one cycle are approved and may go out; each is followed up from now on. */
    void approved(String cycle, List<ReportBack> reportBacks);

    /** The colleagues of these report-backs of one cycle have left: its representative sees them through. */
    void leftToRepresentative(String cycle, List<ReportBack> reportBacks);

    /** What waits of these report-backs of one cycle waits for this person from now on. */
    void seenThroughBy(String cycle, Collection<Long> reportBacks, String person);
}
