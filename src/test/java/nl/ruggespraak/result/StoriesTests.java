package nl.ruggespraak.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.AskKind;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.reportback.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class StoriesTests {

    @Autowired
    private Stories stories;

    @Autowired
    private CycleRows rows;

    private String cycle = "";
    private String occupation = "";
    private CatalogueNames.Name work = new CatalogueNames.Name("", "");

    @BeforeEach
    void report() {
        cycle = rows.aCycle("lnv", "REPORTED");
        occupation = rows.occupations().one();
        work = new CatalogueNames.Name("Name of " + occupation, "Naam van " + occupation);
    }

    @Test
    void areNoneWhenNothingCameOfItYet() {
        assertThat(stories.of(cycle)).isEmpty();
        resultOf(anAnswer("CANDIDATE", aLead("TALK_ARRANGED")), "NO_RESULT", 0);
        assertThat(stories.of(cycle)).isEmpty();
    }

    @Test
    void tellOfADealOnceWhoeverSaysIt() {
        long lead = aLead("STAFF_DEMAND");
        resultOfDeal(lead, 22);
        resultOf(rows.aReportBack(cycle, "lnv-adviser-1", lead, true, "OUTCOME_KNOWN"), "PLACED", 5);

        assertThat(stories.of(cycle))
                .containsExactly(
                        new Story(true, null, LeadKind.STAFF_DEMAND, Outcome.PLACED, 22, work, null, organisation()));
    }

    @Test
    void tellOfWhatCameOfAsksAndOfNews() {
        resultOf(anAnswer("CANDIDATE", aLead("STAFF_DEMAND")), "SECONDED", 6);
        resultOf(rows.aReportBack(cycle, "lnv-adviser-2", aLead("STAFF_DEMAND"), true, "OUTCOME_KNOWN"), "PLACED", 7);

        assertThat(stories.of(cycle))
                .containsExactly(
                        new Story(false, null, LeadKind.STAFF_DEMAND, Outcome.PLACED, 7, work, null, organisation()),
                        new Story(false, AskKind.CANDIDATE, null, Outcome.SECONDED, 6, work, null, organisation()));
    }

    @Test
    void describeNobodyWhoCouldBeRecognised() {
        resultOf(anAnswer("CANDIDATE", aLead("TALK_ARRANGED")), "PLACED", 1);
        assertThat(stories.of(cycle)).containsExactly(story(AskKind.CANDIDATE, Outcome.PLACED, 1));

        resultOf(anAnswer("CANDIDATE", aLead("STAFF_DEMAND", rows.occupations().one())), "PLACED", 3);
        assertThat(stories.of(cycle))
                .as("what is about few people each is told as one, and stays undescribed")
                .containsExactly(story(AskKind.CANDIDATE, Outcome.PLACED, 4));

        resultOfDeal(aLead("STAFF_DEMAND"), 4);
        assertThat(stories.of(cycle))
                .containsExactly(
                        new Story(true, null, LeadKind.STAFF_DEMAND, Outcome.PLACED, 4, null, null, null),
                        story(AskKind.CANDIDATE, Outcome.PLACED, 4));
    }

    @Test
    void describeThoseWhoAreFewEachButManyTogether() {
        for (int candidate = 1; candidate <= 5; candidate++) {
            resultOf(anAnswer("CANDIDATE", aLead("TALK_ARRANGED")), "PLACED", 1);
        }

        assertThat(stories.of(cycle))
                .containsExactly(
                        new Story(false, AskKind.CANDIDATE, null, Outcome.PLACED, 5, work, null, organisation()));
    }

    @Test
    void areTheBestThree() {
        resultOf(anAnswer("CANDIDATE", aLead("TALK_ARRANGED")), "TALK_HELD", 0);
        resultOf(anAnswer("VACANCY", aLead("STAFF_SURPLUS")), "PLACED", 1);
        resultOf(anAnswer("WORK_EXPERIENCE_PLACE", aLead("OTHER")), "WORK_EXPERIENCE", 2);
        resultOfDeal(aLead("STAFF_DEMAND"), 40);

        assertThat(stories.of(cycle))
                .extracting(Story::people, Story::outcome)
                .containsExactly(
                        tuple(40, Outcome.PLACED), tuple(2, Outcome.WORK_EXPERIENCE), tuple(1, Outcome.PLACED));
    }

    @Test
    void tellOfTalksWhenThereIsNothingBetter() {
        resultOf(anAnswer("QUESTION", aLead("TALK_ARRANGED")), "TALK_HELD", 0);
        resultOf(anAnswer("QUESTION", aLead("TALK_ARRANGED")), "TALK_HELD", 0);

        assertThat(stories.of(cycle)).containsExactly(story(AskKind.QUESTION, Outcome.TALK_HELD, 2));
    }

    @Test
    void areTheCyclesOwn() {
        String other = rows.aCycle("odbn", "REPORTED");
        rows.change(
                "insert into ruggespraak.result (cycle, report_back, outcome, headcount, booked_at) values (?, ?, 'PLACED', 9, now())",
                other,
                rows.aReportBack(
                        other, "odbn-adviser-1", rows.aLead(other, "OTHER", null, null), true, "OUTCOME_KNOWN"));

        assertThat(stories.of(cycle)).isEmpty();
    }

    private static Story story(AskKind ask, Outcome outcome, int people) {
        return new Story(false, ask, null, outcome, people, null, null, null);
    }

    private String organisation() {
        return rows.value(String.class, "select name from ruggespraak.organisation where key = 'rws'");
    }

    private long aLead(String kind) {
        return aLead(kind, occupation);
    }

    private long aLead(String kind, @Nullable String of) {
        return rows.aLead(cycle, kind, of, null);
    }

    private long anAnswer(String askKind, long lead) {
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", askKind, null);
        long answer = rows.aReportBack(cycle, "lnv-adviser-1", lead, true, "OUTCOME_KNOWN");
        rows.change("update ruggespraak.report_back set ask = ? where id = ?", ask, answer);
        return answer;
    }

    private void resultOf(long reportBack, String outcome, int people) {
        rows.change(
                "insert into ruggespraak.result (cycle, report_back, outcome, headcount, booked_at) values (?, ?, ?, ?, now())",
                cycle,
                reportBack,
                outcome,
                people);
    }

    private void resultOfDeal(long lead, int people) {
        rows.change(
                "insert into ruggespraak.result (cycle, escalation, outcome, headcount, booked_at) values (?, ?, 'PLACED', ?, now())",
                cycle,
                rows.anEscalation(cycle, lead, "BOOKED"),
                people);
    }
}
