package nl.ruggespraak.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague tells by the link in a mail what came of an answer. */
@RuggespraakTest
@ExtendWith(OutputCaptureExtension.class)
class ReportBackLinkTests {

    private static final String JOOST = "lnv-adviser-1";
    private static final String TASK = "userTask_actOnReportBack";

    @Autowired
    private Visitor stranger;

    @Autowired
    private LinkFixture links;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private String cycle = "";
    private String subject = "";
    private String link = "";

    @BeforeEach
    void aLinkForJoost() {
        cycle = meetings.aReportedMeeting("lnv");
        subject = String.valueOf(meetings.answer(cycle));
        link = links.issue(Purpose.ACT_ON_REPORT_BACK, subject, JOOST);
    }

    @Test
    void completesTheTaskThatStandsInTasklist() {
        String task = engine.task(JOOST, cycle, TASK).getId();

        HttpResponse<String> sent = stranger.post(link, "outcome=PLACED&headcount=2&details=Both+began+in+May&do=send");

        assertThat(stranger.location(sent)).isEqualTo(link + "?thanks");
        assertThat(said()).containsExactly(new Said("PLACED", 2, "Both began in May", JOOST));
        assertThat(engine.assigneeOfCompleted(task)).isEqualTo(JOOST);
        assertThat(stranger.get(link + "?thanks").body()).contains("Thank you, Joost.");
        assertThat(stranger.get(link).body()).contains("This is answered already");
    }

    @Test
    void fillsInTheOutcomeThatWasChosenInTheMail() {
        assertThat(stranger.get(link + "?outcome=PLACED").body())
                .contains("value=\"PLACED\" checked=\"checked\"")
                .contains("Who trains inspectors?", "25 road inspectors");
        assertThat(stranger.get(link + "?outcome=%3Cscript%3E").body()).doesNotContain("checked=", "<script>");
    }

    @Test
    void takesWhatIsChosenOnThePageWhateverTheMailHadChosen() {
        String page = stranger.get(link + "?outcome=NO_RESULT").body();
        assertThat(page).contains("<form method=\"post\" action=\"?\"");

        stranger.post(link + "?", "outcome=TALK_HELD&details=A+good+one&do=send");

        assertThat(said()).containsExactly(new Said("TALK_HELD", 0, "A good one", JOOST));
    }

    @Test
    void comesBackOnTheDayThatWasChosenForNotYet() {
        LocalDate day = LocalDate.now(clock).plusDays(10);

        stranger.post(link, "outcome=NOT_YET&nextStepOn=" + day + "&details=&do=send");

        assertThat(stranger.get(link + "?thanks").body())
                .contains("Thank you, Joost.", "You said “not yet”", "this link then works again");
        assertThat(stranger.post(link, "outcome=PLACED&headcount=1&do=send").statusCode())
                .isEqualTo(409);
        assertThat(said()).hasSize(1);

        engine.work(cycle);
        engine.fire(cycle, "timer_nextStep");
        assertThat(stranger.get(link).body()).contains("What you said before", "Not yet");
        stranger.post(link, "outcome=PLACED&headcount=1&do=send");
        assertThat(said()).extracting("outcome").containsExactly("NOT_YET", "PLACED");
    }

    @Test
    void keepsTheTaskOpenAndWhatWasTypedWhenItIsRefused() {
        HttpResponse<String> none = stranger.post(link, "outcome=&details=Half+a+story&do=send");
        HttpResponse<String> many = stranger.post(link, "outcome=PLACED&headcount=-3&details=Half+a+story&do=send");
        HttpResponse<String> silent = stranger.post(link, "outcome=NO_RESULT&details=&do=send");

        assertThat(List.of(none, many, silent)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Please look at this again. Everything you typed is still here.");
        });
        assertThat(none.body()).contains("href=\"#outcome\"", "Half a story");
        assertThat(many.body())
                .contains("href=\"#headcount\"", "aria-invalid=\"true\" aria-describedby=\"headcount-wrong\"")
                .contains("value=\"-3\"", "Half a story");
        assertThat(silent.body()).contains("href=\"#details\"");
        assertThat(said()).isEmpty();
        assertThat(engine.task(JOOST, cycle, TASK)).isNotNull();
    }

    @Test
    void changesNothingWhenItIsOpened() {
        links.assertChangesNothing(stranger, link, link + "?outcome=PLACED", link + "?do=send&outcome=TALK_HELD");
    }

    @Test
    void saysKindlyThatItWasToldInTasklist() {
        engine.complete(JOOST, cycle, TASK, Map.of("outcome", "TALK_HELD", "details", "In Tasklist"));

        for (HttpResponse<String> answer :
                List.of(stranger.get(link), stranger.post(link, "outcome=PLACED&headcount=1&do=send"))) {
            assertThat(answer.statusCode()).isEqualTo(answer.request().method().equals("GET") ? 200 : 409);
            assertThat(answer.body()).contains("This is answered already", "You told on");
        }
        assertThat(said()).extracting("details").containsExactly("In Tasklist");
    }

    @Test
    void refusesAnExpiredLinkAndARevokedOne() {
        String other = links.issue(Purpose.ACT_ON_REPORT_BACK, subject, JOOST);
        stranger.post(other, "do=revoke");
        assertThat(stranger.get(other).statusCode()).isEqualTo(410);
        assertThat(stranger.get(other).body()).contains("This link does not work any more", "task list");

        links.expire();
        assertThat(stranger.get(link).body()).contains("This link has expired", "Nothing is lost");
        for (String dead : List.of(link, other)) {
            assertThat(stranger.post(dead, "outcome=TALK_HELD&do=send").statusCode())
                    .isEqualTo(410);
        }
        assertThat(said()).isEmpty();
    }

    @Test
    void answersForNobodyElseAndForNothingElse() {
        String anothers = links.issue(Purpose.ACT_ON_REPORT_BACK, subject, "lnv-adviser-2");
        assertThat(stranger.get(anothers).body()).contains("This is over").doesNotContain("Who trains inspectors?");
        stranger.post(anothers, "outcome=TALK_HELD&do=send");

        String token = LinkFixture.token(link);
        links.assertOpensNothing(stranger, "outcome=TALK_HELD&do=send", "/a/" + token, "/l/" + token);
        assertThat(said()).isEmpty();
    }

    @Test
    void neverTellsATokenToAnybody(CapturedOutput output) {
        HttpResponse<String> page = stranger.get(link + "?outcome=PLACED");
        stranger.post(link, "outcome=&do=send");
        stranger.post(link + "/x", "do=send");
        stranger.json("DELETE", link, "{}");
        stranger.post(link, "outcome=TALK_HELD&do=send");

        links.assertNeverTold(link, page, output);
    }

    private List<Said> said() {
        return jdbc.sql(
                        "select outcome, headcount, details, recorded_by from ruggespraak.follow_up where report_back = ? order by id")
                .param(Long.valueOf(subject))
                .query(Said.class)
                .list();
    }

    record Said(String outcome, int headcount, String details, String recordedBy) {}
}
