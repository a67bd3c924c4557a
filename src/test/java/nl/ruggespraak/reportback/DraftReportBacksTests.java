package nl.ruggespraak.reportback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Date;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class DraftReportBacksTests {

    @Autowired
    private DraftReportBacks draftReportBacks;

    @Autowired
    private ReportBacks reportBacks;

    @Autowired
    private CycleRows rows;

    @AfterEach
    void putTheClockBack() {
        ClockUtil.reset();
    }

    @Test
    void answersEveryCarriedAskExactlyOnce() {
        String cycle = rows.anAttendedCycle();
        long first = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);
        long second = rows.aCarriedAsk(cycle, "lnv-adviser-1", "QUESTION", null);
        long third = rows.aCarriedAsk(cycle, "lnv-adviser-2", "VACANCY", null);
        rows.anAsk(cycle, "lnv-adviser-3", "VACANCY", null, false, rows.longAgo());
        rows.aLead(cycle, "TALK_ARRANGED", null, first);
        rows.aLead(cycle, "OTHER", null, first);

        draftReportBacks.draft(cycle);
        draftReportBacks.draft(cycle);

        assertThat(reportBacks.drafts(cycle))
                .hasSize(3)
                .allMatch(Draft::answersAsk)
                .extracting(draft -> reportBacks.get(draft.reportBack()).ask())
                .containsExactly(first, second, third);
    }

    @Test
    void tellsWhatWasFoundForAnAskAndWhomToCall() {
        String cycle = rows.anAttendedCycle();
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);
        long lead = rows.aLead(cycle, "TALK_ARRANGED", null, ask);

        draftReportBacks.draft(cycle);

        Draft draft = reportBacks.drafts(cycle).get(0);
        assertThat(draft.asksForAction()).isTrue();
        assertThat(draft.recipientName()).isEqualTo("Joost Bakker");
        assertThat(draft.about()).isEqualTo("Ask 1 of lnv-adviser-1");
        assertThat(reportBacks.get(draft.reportBack()).lead()).isEqualTo(lead);
        assertThat(draft.text())
                .startsWith("Dear Joost,\n\nYou gave me an ask along to “Meeting ")
                .contains("“Ask 1 of lnv-adviser-1”")
                .contains("I arranged a talk with Road Authority: Lead 1.")
                .contains("Ask soon")
                .contains("You can act now: call Ingrid van den Berg, Road Authority.")
                .endsWith("Kind regards,\nMarieke van Dijk\n070-555 0110");
    }

    @Test
    void saysKindlyThatThereIsNothingThisTime() {
        String cycle = rows.anAttendedCycle();
        rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);

        draftReportBacks.draft(cycle);

        Draft draft = reportBacks.drafts(cycle).get(0);
        assertThat(draft.asksForAction()).isFalse();
        assertThat(draft.text()).contains("I put it to the members, but there is nothing this time.");
    }

    @Test
    void saysSoWhenNobodyCouldBeAtTheMeeting() {
        String cycle = rows.anAttendedCycle();
        rows.change("update ruggespraak.meeting_cycle set attended = false where key = ?", cycle);
        rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);

        draftReportBacks.draft(cycle);

        assertThat(reportBacks.drafts(cycle).get(0).text()).contains("I could not be at the meeting");
    }

    @Test
    void tellsOfALeadThoseWhoAskedForItsOtherSide() {
        CycleRows.Occupations occupations = rows.occupations();
        String cycle = rows.anAttendedCycle();
        rows.anAsk(cycle, "lnv-adviser-2", "CANDIDATE", occupations.other(), false, rows.longAgo());
        String other = rows.anAttendedCycle();
        rows.aCarriedAsk(other, "lnv-adviser-1", "CANDIDATE", occupations.other());
        rows.aCarriedAsk(other, "lnv-adviser-3", "VACANCY", occupations.one());
        rows.aLead(cycle, "STAFF_DEMAND", occupations.one(), null);

        draftReportBacks.draft(cycle);

        assertThat(reportBacks.drafts(cycle)).singleElement().satisfies(draft -> {
            assertThat(draft.recipient()).isEqualTo("lnv-adviser-1");
            assertThat(draft.answersAsk()).isFalse();
            assertThat(draft.text())
                    .contains("Road Authority needs people: Lead 1.")
                    .contains("25 people · Name of " + occupations.one() + " · from ")
                    .contains("speak to Ingrid van den Berg, Road Authority, who may want a deal between colleagues");
        });
    }

    @Test
    void tellsTheManagersWhenNobodyAskedForTheOtherSide() {
        String cycle = rows.anAttendedCycle();
        rows.aLead(cycle, "STAFF_SURPLUS", rows.occupations().one(), null);
        rows.aLead(cycle, "OTHER", null, null);

        draftReportBacks.draft(cycle);
        draftReportBacks.draft(cycle);

        assertThat(reportBacks.drafts(cycle))
                .extracting(Draft::recipient, Draft::about, Draft::asksForAction)
                .containsExactly(tuple("lnv-manager", "Lead 1", true), tuple("lnv-manager", "Lead 2", false));
    }

    @Test
    void keepsWithinWhatMayBeSentHoweverMuchWasFound() {
        String cycle = rows.anAttendedCycle();
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);
        for (int i = 0; i < 100; i++) {
            rows.aLead(cycle, "STAFF_DEMAND", null, ask);
        }
        rows.change("update ruggespraak.ask set title = repeat('t', 200) where id = ?", ask);
        rows.change(
                "update ruggespraak.lead set title = repeat('t', 200), details = repeat('d', 4000), contact = repeat('c', 200) where cycle = ?",
                cycle);

        draftReportBacks.draft(cycle);

        assertThat(reportBacks.drafts(cycle).get(0).text())
                .hasSizeLessThan(4_000)
                .contains("There are 99 more of this kind");
    }

    @Test
    void endsEachSentenceWithOneStop() {
        String cycle = rows.anAttendedCycle();
        long lead = rows.aLead(cycle, "OTHER", null, null);
        rows.change("update ruggespraak.lead set title = 'They move in May.' where id = ?", lead);

        draftReportBacks.draft(cycle);

        assertThat(reportBacks.drafts(cycle).get(0).text()).contains("From Road Authority: They move in May.\n");
    }

    @Test
    void saysItAsTheTextThatWasTyped() {
        String cycle = rows.anAttendedCycle();
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", null);
        rows.change("update ruggespraak.ask set title = '<b>{0} ''quoted''</b>' where id = ?", ask);

        draftReportBacks.draft(cycle);

        assertThat(reportBacks.drafts(cycle).get(0).text()).contains("“<b>{0} 'quoted'</b>”");
    }

    @Test
    void isDueOnTheNextWorkingDayAndOverdueADayLater() {
        String cycle = rows.anAttendedCycle();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-03-26T10:00:00Z")));

        DraftReportBacks.Deadlines deadlines = draftReportBacks.draft(cycle);

        // Good Friday is a working day in the Netherlands; Easter Monday is not, and the clocks change in between.
        assertThat(deadlines.dueAt()).isEqualTo("2027-03-30T15:00:00Z");
        assertThat(deadlines.overdueAt()).isEqualTo("2027-03-31T15:00:00Z");
    }
}
