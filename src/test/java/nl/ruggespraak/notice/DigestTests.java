package nl.ruggespraak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.Mails;
import nl.ruggespraak.result.EvaluateCycle;
import nl.ruggespraak.result.TellStakeholders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the stakeholders read after the evaluation. */
@RuggespraakTest
@Transactional
class DigestTests {

    /** Somebody's name, in whatever people can type. */
    private static final String NAME = "Zwaantje Geheim";

    @Autowired
    private EvaluationNotice evaluation;

    @Autowired
    private EvaluateCycle evaluateCycle;

    @Autowired
    private TellStakeholders tellStakeholders;

    @Autowired
    private Mails mails;

    @Autowired
    private CycleRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void goesToEverybodyWithAStakeOnce() {
        String cycle = aCycleFullOfNames();
        rows.change(
                "insert into ruggespraak.ask_round (cycle, colleague, status) values (?, 'lnv-adviser-3', 'CLOSED')",
                cycle);

        evaluateCycle.evaluate(cycle);
        tell(cycle);
        evaluateCycle.evaluate(cycle);
        tell(cycle);
        evaluation.send(cycle, List.of("lnv-manager"));

        assertThat(digests(cycle))
                .extracting(Mail::recipient)
                .containsExactlyInAnyOrder(
                        "lnv-adviser-1", "lnv-adviser-2", "lnv-director", "lnv-manager", "lnv-representative");
    }

    @Test
    void tellsStoriesInNumbersAndWholeSentences() {
        String cycle = aCycleFullOfNames();
        rows.change("update ruggespraak.person set language = 'nl' where key = 'lnv-manager'");

        evaluation.send(cycle, List.of("lnv-director", "lnv-manager"));

        String roadAuthority = rows.value(String.class, "select name from ruggespraak.organisation where key = 'rws'");
        String road =
                rows.value(String.class, "select name_en from ruggespraak.occupation where key = 'road-inspector'");
        assertThat(digests(cycle))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.subject() + mail.text() + mail.html())
                        .doesNotContain("{", "??", "null", "notice."));
        Mail english = digests(cycle).get(0);
        assertThat(english.text())
                .contains(
                        "How it went",
                        "- We heard that " + roadAuthority
                                + " needed people, and our director made a deal. 22 people have found a place by it. It is about this work: "
                                + road,
                        "- Colleagues gave candidates along. One person has found a place by it.\n",
                        "In numbers");
        Mail dutch = digests(cycle).get(1);
        assertThat(dutch.text())
                .contains(
                        "Hoe het ging",
                        "- We hoorden dat " + roadAuthority
                                + " mensen nodig had, en onze directeur sloot een deal. 22 mensen vonden daardoor een plek.")
                .containsPattern("- Collega.s gaven loopbaankandidaten mee\\. Eén \\w+ vond daardoor een plek\\.\n");
        assertThat(dutch.html()).contains("<li", "gaven loopbaankandidaten mee. Eén ");
    }

    @Test
    void namesNobodyAndRepeatsNothingThatSomebodyWrote() {
        String cycle = aCycleFullOfNames();

        evaluateCycle.evaluate(cycle);
        tell(cycle);

        assertThat(digests(cycle))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.subject() + mail.text() + mail.html())
                        .doesNotContainIgnoringCase("Zwaantje", "Geheim", "Bakker,", "Ingrid"));
    }

    @Test
    void saysSomethingKindWhenThereIsNoStory() {
        String cycle = rows.aCycle("lnv", "REPORTED");

        evaluation.send(cycle, List.of("lnv-director"));

        assertThat(digests(cycle))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("There is no story to tell yet")
                        .doesNotContain("How it went"));
    }

    /** A deal of 22, and a single candidate; in every column that holds somebody's words stands the name. */
    private String aCycleFullOfNames() {
        String cycle = rows.aCycle("lnv", "REPORTED");
        long demand = rows.aLead(cycle, "STAFF_DEMAND", "road-inspector", null);
        long escalation = rows.anEscalation(cycle, demand, "BOOKED");
        rows.change(
                "insert into ruggespraak.deal (escalation, agreed, headcount, agreed_by, agreed_at, placed) values (?, true, 25, 'lnv-director', now(), 22)",
                escalation);
        rows.change(
                "insert into ruggespraak.result (cycle, escalation, outcome, headcount, booked_at) values (?, ?, 'PLACED', 22, now())",
                cycle,
                escalation);
        rows.aReportBack(cycle, "lnv-adviser-2", demand, false, "SENT");
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", "meat-inspector");
        long talk = rows.aLead(cycle, "TALK_ARRANGED", "meat-inspector", ask);
        long answer = rows.aReportBack(cycle, "lnv-adviser-1", talk, true, "OUTCOME_KNOWN");
        rows.change("update ruggespraak.report_back set ask = ? where id = ?", ask, answer);
        rows.change(
                "insert into ruggespraak.result (cycle, report_back, outcome, headcount, booked_at) values (?, ?, 'PLACED', 1, now())",
                cycle,
                answer);
        rows.change(
                "insert into ruggespraak.follow_up (report_back, outcome, headcount, recorded_by, recorded_at) values (?, 'PLACED', 1, 'lnv-adviser-1', now())",
                answer);
        plant("ask", "title", "details", "candidate", "pitch");
        plant("lead", "title", "details", "contact");
        plant("report_back", "text");
        plant("follow_up", "details");
        plant("escalation", "reason", "decision_reason");
        plant("deal", "terms", "details");
        plant("result", "details");
        plant("meeting_cycle", "announcement");
        return cycle;
    }

    private void plant(String table, String... columns) {
        for (String column : columns) {
            rows.change("update ruggespraak." + table + " set " + column + " = ?", NAME);
        }
    }

    private void tell(String cycle) {
        evaluation.send(cycle, tellStakeholders.tellNext(cycle));
    }

    private List<Mail> digests(String cycle) {
        return jdbc
                .sql("select id from ruggespraak.mail where cycle = :cycle and kind = 'evaluation' order by recipient")
                .param("cycle", cycle)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> mails.find(id).orElseThrow().mail())
                .toList();
    }
}
