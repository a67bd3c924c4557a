package nl.ruggespraak.reportback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class ReviewReportBacksTests {

    @Autowired
    private DraftReportBacks draftReportBacks;

    @Autowired
    private ReviewReportBacks reviewReportBacks;

    @Autowired
    private StartReportBacks startReportBacks;

    @Autowired
    private ReportBacks reportBacks;

    @Autowired
    private Meetings meetings;

    @Autowired
    private CycleRows rows;

    @Test
    void approvesWhatIsSentAndWithholdsTheRest() {
        String cycle = aDraftedCycle();
        List<ReportBackEdit> edits = edits(cycle);
        edits.set(0, new ReportBackEdit(edits.get(0).reportBack(), " In my own words ", null));
        edits.set(1, new ReportBackEdit(edits.get(1).reportBack(), "", false));

        assertThat(reviewReportBacks.review(cycle, edits)).isEqualTo(1);

        assertThat(reportBacks.get(id(edits.get(0)))).satisfies(sent -> {
            assertThat(sent.status()).isEqualTo(ReportBackStatus.APPROVED);
            assertThat(sent.text()).isEqualTo("In my own words");
        });
        assertThat(reportBacks.get(id(edits.get(1))).status()).isEqualTo(ReportBackStatus.WITHHELD);
        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.REPORTED);
    }

    @Test
    void refusesToLeaveACarriedAskWithoutItsAnswer() {
        String cycle = aDraftedCycle();
        List<ReportBackEdit> edits = edits(cycle);
        edits.set(0, new ReportBackEdit(edits.get(0).reportBack(), "text", false));
        assertThat(problems(cycle, edits)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("refusal.send.askNeedsAnswer");
            assertThat(problem.row()).isEqualTo(1);
            assertThat(problem.arguments()).containsExactly("Joost Bakker", "Ask 1 of lnv-adviser-1");
        });
    }

    @Test
    void refusesEmptyAndEndlessTexts() {
        String cycle = aDraftedCycle();
        List<ReportBackEdit> edits = edits(cycle);
        edits.set(0, new ReportBackEdit(edits.get(0).reportBack(), "  ", true));
        edits.set(1, new ReportBackEdit(edits.get(1).reportBack(), "x".repeat(4_001), true));
        assertThat(problems(cycle, edits))
                .extracting(Problem::message)
                .containsExactly("refusal.text.missing", "refusal.text.tooLong");
    }

    @Test
    void refusesAnythingButTheDraftsOfThisCycle() {
        String cycle = aDraftedCycle();
        List<ReportBackEdit> ours = edits(cycle);
        List<ReportBackEdit> theirs = edits(aDraftedCycle());

        assertThat(problems(cycle, List.of()))
                .extracting(Problem::message)
                .containsExactly("refusal.reportBacks.incomplete");
        assertThat(problems(cycle, List.of(ours.get(0), theirs.get(1))))
                .extracting(Problem::message)
                .containsExactly("refusal.reportBack.unknown", "refusal.reportBacks.incomplete");
        assertThat(problems(cycle, List.of(ours.get(0), ours.get(1), ours.get(1))))
                .extracting(Problem::message)
                .containsExactly("refusal.reportBack.twice");
        assertThat(problems(cycle, List.of(ours.get(0), ours.get(1), new ReportBackEdit(null, "text", true))))
                .extracting(Problem::message)
                .containsExactly("refusal.reportBack.unknown");
        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.ATTENDED);
    }

    @Test
    void takesNothingToReportForAReportToo() {
        String cycle = rows.anAttendedCycle();
        assertThat(reviewReportBacks.review(cycle, List.of())).isZero();
        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.REPORTED);
        assertThatThrownBy(() -> reviewReportBacks.review(cycle, List.of())).isInstanceOf(Refusal.class);
    }

    @Test
    void startsAHundredAtATimeAndEachOnce() {
        String cycle = rows.anAttendedCycle();
        for (int i = 0; i < 150; i++) {
            rows.aCarriedAsk(cycle, "lnv-adviser-1", "QUESTION", null);
        }
        draftReportBacks.draft(cycle);
        assertThat(reviewReportBacks.review(cycle, edits(cycle))).isEqualTo(2);

        startReportBacks.start(cycle);
        assertThat(started(cycle)).isEqualTo(100);
        startReportBacks.start(cycle);
        assertThat(started(cycle)).isEqualTo(150);
        startReportBacks.start(cycle);
        assertThat(started(cycle)).isEqualTo(150);
        assertThat(rows.value(
                        Long.class,
                        "select count(*) from act_ru_execution where business_key_ = ? and proc_def_id_ like 'report-back:%'",
                        cycle))
                .isEqualTo(150);
    }

    private long started(String cycle) {
        return rows.value(
                Long.class,
                "select count(*) from ruggespraak.report_back where cycle = ? and status = 'STARTED'",
                cycle);
    }

    /** One ask and one lead that answers none: two drafts. */
    private String aDraftedCycle() {
        String cycle = rows.anAttendedCycle();
        rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);
        rows.aLead(cycle, "OTHER", null, null);
        draftReportBacks.draft(cycle);
        return cycle;
    }

    private List<ReportBackEdit> edits(String cycle) {
        return new ArrayList<>(reportBacks.drafts(cycle).stream()
                .map(draft -> new ReportBackEdit(draft.reportBack(), draft.text(), true))
                .toList());
    }

    private List<Problem> problems(String cycle, List<ReportBackEdit> edits) {
        return catchThrowableOfType(Refusal.class, () -> reviewReportBacks.review(cycle, edits))
                .problems();
    }

    private static long id(ReportBackEdit edit) {
        Long id = edit.reportBack();
        return id == null ? 0 : id;
    }
}
