package nl.ruggespraak.reportback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.ReportCycle;
import nl.ruggespraak.shared.Batches;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the representative's word on the drafted report-backs: with it the cycle has reported. */
@Component
public class ReviewReportBacks {

    private static final int LONGEST_TEXT = 4_000;

    private final JdbcReportBacks reportBacks;
    private final ReportCycle reportCycle;
    private final AuditTrail audit;

    ReviewReportBacks(JdbcReportBacks reportBacks, ReportCycle reportCycle, AuditTrail audit) {
        this.reportBacks = reportBacks;
        this.reportCycle = reportCycle;
        this.audit = audit;
    }

    /**
     * Approves or withholds every draft of a cycle.
     *
     * @param edits one for each draft; every carried ask gets its answer, so only what answers no ask may be withheld
     * @return in how many batches the approved ones start
     * @throws Refusal with everything that is wrong with what was typed
     */
    @Transactional
    public int review(String cycle, List<ReportBackEdit> edits) {
        List<Reviewed> reviewed = check(reportBacks.drafts(cycle), edits);
        reportBacks.review(cycle, reviewed);
        record(Action.REPORT_BACK_SENT, cycle, reviewed.stream().filter(Reviewed::send));
        record(Action.REPORT_BACK_WITHHELD, cycle, reviewed.stream().filter(each -> !each.send()));
        reportCycle.reported(cycle);
        return Batches.of((int) reviewed.stream().filter(Reviewed::send).count());
    }

    private void record(Action action, String cycle, Stream<Reviewed> reviewed) {
        audit.record(
                action,
                reviewed.map(each -> "report-back/" + each.reportBack()).toList(),
                MeetingCycle.organisationOf(cycle),
                "");
    }

    private static List<Reviewed> check(List<Draft> drafts, List<ReportBackEdit> edits) {
        Map<Long, Draft> waiting = drafts.stream().collect(Collectors.toMap(Draft::reportBack, Function.identity()));
        Checks checks = new Checks();
        Set<@Nullable Long> seen = new HashSet<>();
        List<Reviewed> reviewed = new ArrayList<>();
        for (ReportBackEdit edit : edits) {
            Checks.Row row = checks.row("reportBacks", reviewed.size() + 1);
            Draft draft = edit.reportBack() == null ? null : waiting.get(edit.reportBack());
            if (row.require(draft != null, "reportBack", "unknown")
                    && row.require(seen.add(edit.reportBack()), "reportBack", "twice")
                    && draft != null) {
                reviewed.add(check(row, draft, edit));
            } else {
                reviewed.add(new Reviewed(0, "", false));
            }
        }
        checks.plain().require(seen.size() >= drafts.size(), "reportBacks", "incomplete", drafts.size(), seen.size());
        checks.refuseIfAny();
        return reviewed;
    }

    private static Reviewed check(Checks.Row row, Draft draft, ReportBackEdit edit) {
        if (Boolean.FALSE.equals(edit.send())) {
            row.require(!draft.answersAsk(), "send", "askNeedsAnswer", draft.recipientName(), draft.about());
            return new Reviewed(draft.reportBack(), draft.text(), false);
        }
        return new Reviewed(draft.reportBack(), row.text("text", edit.text(), LONGEST_TEXT), true);
    }

    /** What becomes of one draft. */
    record Reviewed(long reportBack, String text, boolean send) {}
}
