package nl.ruggespraak.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.AskCounts;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.result.Evaluations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Candidates are forgotten four weeks after the evaluation; what it brought is not. */
@RuggespraakTest
@Transactional
class EraseCandidatesTests {

    private static final String NAME = "Aaltje Vergeten";

    @Autowired
    private EraseCandidates eraseCandidates;

    @Autowired
    private Asks asks;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private CycleRows rows;

    @ParameterizedTest
    @ValueSource(strings = {"EVALUATED", "CANCELLED", "REPORTED"})
    void forgetsCandidatesFourWeeksAfterTheEvaluationHoweverTheCycleEnded(String status) {
        String cycle = aCycleWithACandidate(status);
        evaluatedDaysAgo(cycle, 29);
        long other = rows.aCarriedAsk(cycle, "lnv-adviser-2", "QUESTION", null);
        var before = evaluations.of(List.of(cycle));
        AskCounts counts = asks.counts(cycle);

        eraseAll();

        assertThat(asks.of(cycle).get(0)).satisfies(ask -> {
            assertThat(ask.candidate()).isNull();
            assertThat(ask.title()).isEqualTo("—");
            assertThat(ask.details() + ask.pitch()).isEmpty();
            assertThat(ask.occupation()).isEqualTo("meat-inspector");
            assertThat(ask.agreedOn()).isNotNull();
        });
        for (String column : List.of(
                "ask.title",
                "ask.details",
                "ask.pitch",
                "lead.title",
                "lead.details",
                "lead.contact",
                "report_back.text",
                "mail.subject",
                "mail.text_body",
                "mail.html_body")) {
            String[] part = column.split("\\.");
            assertThat(rows.value(
                            Integer.class,
                            "select count(*) from ruggespraak." + part[0] + " where cycle = ? and " + part[1]
                                    + " like '%" + NAME + "%'",
                            cycle))
                    .as(column)
                    .isZero();
        }
        assertThat(rows.value(
                        String.class,
                        "select string_agg(f.details, '') from ruggespraak.follow_up f join ruggespraak.report_back b on b.id = f.report_back where b.cycle = ?",
                        cycle))
                .isEmpty();
        assertThat(rows.value(
                        String.class, "select string_agg(details, '') from ruggespraak.result where cycle = ?", cycle))
                .isEmpty();
        assertThat(rows.value(String.class, "select title from ruggespraak.ask where id = ?", other))
                .startsWith("Ask ");
        assertThat(evaluations.of(List.of(cycle))).isEqualTo(before);
        assertThat(asks.counts(cycle)).isEqualTo(counts);
    }

    @Test
    void forgetsWhatTheRepresentativeHadInThePocket() {
        String cycle = aCycleWithACandidate("EVALUATED");
        evaluatedDaysAgo(cycle, 29);
        rows.change("""
                insert into ruggespraak.mail (key, kind, cycle, recipient, recipient_name, address, subject, text_body, html_body, status,
                    posted_at)
                values (?, 'briefing', ?, 'lnv-representative', 'x', 'x@x', 'Briefing', ?, ?, 'SENT', now())
                """, "briefing/" + cycle + "/lnv-representative", cycle, "- " + NAME, "<li>" + NAME);

        eraseAll();

        assertThat(rows.value(
                        String.class,
                        "select text_body || html_body from ruggespraak.mail where cycle = ? and kind = 'briefing'",
                        cycle))
                .doesNotContain(NAME);
    }

    @Test
    void keepsThemUntilThen() {
        String cycle = aCycleWithACandidate("EVALUATED");
        evaluatedDaysAgo(cycle, 27);
        eraseAll();
        assertThat(asks.of(cycle).get(0).candidate()).isEqualTo(NAME);
        assertThat(rows.value(String.class, "select text_body from ruggespraak.mail where cycle = ?", cycle))
                .contains(NAME);
    }

    @Test
    void forgetsOnce() {
        String cycle = aCycleWithACandidate("EVALUATED");
        evaluatedDaysAgo(cycle, 100);
        eraseAll();
        assertThat(eraseCandidates.eraseNext()).isZero();
    }

    @Test
    void doesNotSendWhatIsErased() {
        String cycle = aCycleWithACandidate("EVALUATED");
        evaluatedDaysAgo(cycle, 29);
        rows.change("update ruggespraak.mail set status = 'POSTED' where cycle = ?", cycle);
        eraseAll();
        assertThat(rows.value(String.class, "select status from ruggespraak.mail where cycle = ?", cycle))
                .isEqualTo("KEPT");
    }

    private void eraseAll() {
        while (eraseCandidates.eraseNext() > 0) {
            // the next ones
        }
    }

    private void evaluatedDaysAgo(String cycle, int days) {
        rows.change(
                "update ruggespraak.meeting set evaluate_at = ? where key = ?",
                rows.now().atOffset(ZoneOffset.UTC).minusDays(days),
                cycle.substring(0, cycle.indexOf('/')));
    }

    private String aCycleWithACandidate(String status) {
        String cycle = rows.aCycle("lnv", status);
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", "meat-inspector");
        rows.change(
                "update ruggespraak.ask set candidate = ?, title = ?, details = ?, pitch = 'An inspector' where id = ?",
                NAME,
                NAME + " looks for work",
                "Call " + NAME,
                ask);
        long lead = rows.aLead(cycle, "TALK_ARRANGED", null, ask);
        rows.change(
                "update ruggespraak.lead set title = ?, details = ?, contact = ? where id = ?",
                "For " + NAME,
                NAME,
                NAME,
                lead);
        long reportBack = rows.aReportBack(cycle, "lnv-adviser-1", lead, true, "OUTCOME_KNOWN");
        rows.change(
                "update ruggespraak.report_back set text = ?, ask = ? where id = ?", "About " + NAME, ask, reportBack);
        rows.change("""
                insert into ruggespraak.follow_up (report_back, outcome, details, headcount, recorded_by, recorded_at)
                values (?, 'PLACED', ?, 1, 'lnv-adviser-1', now())
                """, reportBack, NAME + " is happy");
        rows.change("""
                insert into ruggespraak.result (cycle, report_back, outcome, headcount, details, booked_at)
                values (?, ?, 'PLACED', 1, ?, now())
                """, cycle, reportBack, NAME + " is happy");
        rows.change("""
                insert into ruggespraak.mail (key, kind, cycle, recipient, recipient_name, address, subject, text_body, html_body, status,
                    posted_at)
                values (?, 'report-back', ?, 'lnv-adviser-1', 'x', 'x@x', ?, ?, ?, 'SENT', now())
                """, "report-back/" + reportBack + "/lnv-adviser-1", cycle, NAME, "Dear, " + NAME, "<p>" + NAME);
        return cycle;
    }
}
