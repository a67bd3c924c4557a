package nl.ruggespraak.link.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague gives asks by the link in a mail. */
@RuggespraakTest
@ExtendWith(OutputCaptureExtension.class)
class AskLinkTests {

    private static final String JOOST = "lnv-adviser-1";

    @Autowired
    private Visitor stranger;

    @Autowired
    private LinkFixture links;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private HistoryService history;

    @Autowired
    private Asks asks;

    @Autowired
    private JdbcClient jdbc;

    private String cycle = "";
    private String link = "";

    @BeforeEach
    void aLinkForJoost() {
        cycle = meetings.anAnnouncedMeeting("lnv");
        link = links.issue(Purpose.GIVE_ASKS, cycle, JOOST);
    }

    @Test
    void completesTheTaskThatStandsInTasklist() {
        String task = engine.task(JOOST, cycle, "userTask_giveAsks").getId();

        HttpResponse<String> sent = stranger.post(
                link,
                fields(Map.of(
                        "asks-1-kind", "VACANCY",
                        "asks-1-title", "Two <b>HR</b> advisers",
                        "asks-1-details", "From April\r\nor later",
                        "asks-1-headcount", "2",
                        "asks-4-kind", "QUESTION",
                        "asks-4-title", "Who reskills inspectors?",
                        "asks-5-title", " ",
                        "do", "send")));

        assertThat(stranger.location(sent)).isEqualTo(link + "?thanks");
        assertThat(asks.of(cycle))
                .extracting(Ask::colleague, Ask::place, Ask::title, Ask::details, Ask::headcount)
                .containsExactly(
                        tuple(JOOST, 1, "Two <b>HR</b> advisers", "From April\nor later", 2),
                        tuple(JOOST, 2, "Who reskills inspectors?", "", 1));
        assertThat(engine.assigneeOfCompleted(task)).isEqualTo(JOOST);
        assertThat(history.createUserOperationLogQuery()
                        .taskId(task)
                        .operationType("Complete")
                        .singleResult()
                        .getUserId())
                .isEqualTo(JOOST);
        assertThat(stranger.get(link + "?thanks").body()).contains("Thank you, Joost.", "personal answer");
    }

    @Test
    void saysThatThereIsNothingToAsk() {
        assertThat(stranger.get(link + "?kind=nothing").body()).contains("value=\"true\" checked");

        stranger.post(link, "nothingToAsk=true&asks-1-kind=&asks-1-title=&do=send");

        assertThat(asks.round(cycle, JOOST).orElseThrow().nothingToAsk()).isTrue();
    }

    @Test
    void fillsInTheKindThatWasChosenInTheMail() {
        assertThat(stranger.get(link + "?kind=VACANCY").body())
                .contains("<option value=\"VACANCY\" selected=\"selected\">");
        assertThat(stranger.get(link + "?kind=%3Cscript%3E").body())
                .doesNotContain("<option value=\"VACANCY\" selected", "<script>");
    }

    @Test
    void fillsItInBesidesWhatWasTypedBefore() {
        stranger.post(link, "asks-1-kind=CANDIDATE&asks-1-title=One&asks-2-kind=&do=keep");

        assertThat(stranger.get(link + "?kind=VACANCY").body())
                .contains("value=\"One\"", "id=\"asks-2-title\"", "<option value=\"VACANCY\" selected=\"selected\">")
                .doesNotContain("id=\"asks-3-title\"");
        assertThat(stranger.get(link + "?kind=CANDIDATE").body())
                .contains("value=\"One\"", "id=\"asks-2-title\"")
                .doesNotContain("id=\"asks-3-title\"");
        assertThat(stranger.get(link + "?kind=nothing").body()).contains("value=\"One\"", "value=\"true\" checked");
    }

    @Test
    void changesNothingWhenItIsOpened() {
        links.assertChangesNothing(
                stranger, link, link + "?kind=nothing", link + "?thanks", link + "?do=send&nothingToAsk=true");
        assertThat(stranger.cookie("JSESSIONID")).isNull();
    }

    @Test
    void tellsEachProblemAtItsFieldAndKeepsWhatWasTyped() {
        HttpResponse<String> refused = stranger.post(
                link,
                fields(Map.of(
                        "asks-1-kind", "VACANCY",
                        "asks-1-title", "A \"title\" <i>",
                        "asks-1-headcount", "-1",
                        "asks-2-details", "Only this",
                        "do", "send")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#asks-1-headcount\">Row 1: The number of people must be between 1 and 10,000.")
                .contains("aria-invalid=\"true\" aria-describedby=\"asks-1-headcount-wrong\"")
                .contains("href=\"#asks-2-title\">Row 2: The title is missing.")
                .contains("A &quot;title&quot; &lt;i&gt;", "Only this");
        assertThat(asks.of(cycle)).isEmpty();
        assertThat(engine.tasks(cycle, "userTask_giveAsks")).hasSize(4);
        assertThat(stranger.onAnotherDevice()
                        .get(links.issue(Purpose.GIVE_ASKS, cycle, JOOST))
                        .body())
                .as("on another device, by another link")
                .contains("A &quot;title&quot; &lt;i&gt;", "Only this");
    }

    @Test
    void addsAndRemovesRowsWithoutAScript() {
        HttpResponse<String> added = stranger.post(link, "asks-1-title=One&do=add");
        assertThat(stranger.location(added)).isEqualTo(link + "#asks-2");
        stranger.post(link, "asks-1-title=One&asks-2-title=Two&asks-7-title=Three&do=remove-2");

        assertThat(stranger.get(link).body())
                .contains("value=\"One\"", "id=\"asks-2-title\"", "value=\"Three\"")
                .doesNotContain("value=\"Two\"", "id=\"asks-3-title\"");
    }

    @Test
    void keepsWhatThePageSendsFromTimeToTime() {
        assertThat(stranger.post(link, "asks-1-title=Half+a+sen&do=autosave").statusCode())
                .isEqualTo(204);

        assertThat(stranger.get(link).body()).contains("value=\"Half a sen\"");
        assertThat(asks.of(cycle)).isEmpty();
    }

    @Test
    void forgetsTheDraftWhenItIsSent() {
        stranger.post(link, "asks-1-title=Draft&do=keep");

        stranger.post(link, "nothingToAsk=true&do=send");

        assertThat(jdbc.sql("select count(*) from ruggespraak.link_draft where subject = ?")
                        .param(cycle)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saysKindlyThatItWasAnsweredElsewhere() {
        engine.complete(JOOST, cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));

        for (HttpResponse<String> answer :
                List.of(stranger.get(link), stranger.post(link, "nothingToAsk=true&do=send"))) {
            assertThat(answer.statusCode()).isEqualTo(answer.request().method().equals("GET") ? 200 : 409);
            assertThat(answer.body())
                    .contains("This is answered already", "You answered on", "marieke.vandijk@lnv.example.org");
        }
        assertThat(stranger.post(link, "asks-1-title=Too+late&do=autosave").statusCode())
                .isEqualTo(410);
    }

    @Test
    void isOverWhenTheMeetingIsCancelled() {
        jdbc.sql("update ruggespraak.ask_round set status = 'CLOSED' where cycle = ?")
                .param(cycle)
                .update();

        assertThat(stranger.get(link).body()).contains("This is over", "no longer collected");
    }

    @Test
    void refusesAnExpiredLink() {
        links.expire();

        HttpResponse<String> expired = stranger.get(link);

        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.body()).contains("This link has expired", "the next reminder brings a new link");
        assertThat(stranger.post(link, "nothingToAsk=true&do=send").statusCode())
                .isEqualTo(410);
        assertThat(asks.round(cycle, JOOST).orElseThrow().nothingToAsk()).isFalse();
    }

    @Test
    void stopsWorkingOnDemand() {
        String other = links.issue(Purpose.GIVE_ASKS, cycle, JOOST);

        assertThat(stranger.location(stranger.post(link, "do=revoke"))).isEqualTo(link);

        assertThat(stranger.get(link).statusCode()).isEqualTo(410);
        assertThat(stranger.post(link, "nothingToAsk=true&do=send").statusCode())
                .isEqualTo(410);
        assertThat(stranger.get(other).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql(
                                "select details from ruggespraak.audit where action = 'LINK_REVOKED' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("GIVE_ASKS");
    }

    @Test
    void diesWithItsPersonsAccount() {
        jdbc.sql("update ruggespraak.person set active = false where key = ?")
                .param(JOOST)
                .update();
        try {
            assertThat(stranger.get(link).statusCode()).isEqualTo(410);
        } finally {
            jdbc.sql("update ruggespraak.person set active = true where key = ?")
                    .param(JOOST)
                    .update();
        }
    }

    @Test
    void opensNothingForAWrongToken() {
        String token = LinkFixture.token(link);
        links.assertOpensNothing(
                stranger,
                "nothingToAsk=true&do=send",
                "/a/x",
                "/a/" + token.substring(1),
                "/r/" + token,
                "/l/" + token,
                link + "/x",
                "/a/" + "x".repeat(4000));
        assertThat(stranger.get(link + "/x").body()).contains("This link does not work", "task list");
        assertThat(asks.round(cycle, JOOST).orElseThrow().nothingToAsk()).isFalse();
    }

    @Test
    void answersForNobodyElse() {
        stranger.post(link, "nothingToAsk=true&colleague=lnv-adviser-2&do=send");

        assertThat(asks.round(cycle, "lnv-adviser-2").orElseThrow().nothingToAsk())
                .isFalse();
    }

    @Test
    void takesBadInputAsCalmlyAsTheForm() {
        String many = IntStream.rangeClosed(1, 200)
                .mapToObj(row -> "asks-" + row + "-title=Row" + row + "&asks-" + row + "-kind=QUESTION")
                .collect(Collectors.joining("&"));
        HttpResponse<String> tooMany = stranger.post(link, many + "&do=send");
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("at most 100 rows", "value=\"Row200\"");

        HttpResponse<String> tooLong = stranger.post(
                link, "asks-1-kind=QUESTION&asks-1-title=T&asks-1-details=" + "x".repeat(100_000) + "&do=send");
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Details is too long", "x".repeat(100_000));

        HttpResponse<String> nonsense = stranger.post(
                link,
                "asks-1-kind=%3Cscript%3E&asks-1-title=%00&asks-1-availableFrom=soon&asks-1-region=moon&asks-999999-title=x&do=send");
        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(nonsense.body()).doesNotContain("<script>");
        assertThat(stranger.post(link, "do=send").statusCode()).isEqualTo(422);
        assertThat(stranger.post(link, "do=%3Cx%3E").statusCode()).isEqualTo(302);
        assertThat(asks.of(cycle)).isEmpty();
    }

    @Test
    void neverTellsATokenToAnybody(CapturedOutput output) {
        String token = LinkFixture.token(link);
        HttpResponse<String> page = stranger.get(link);
        stranger.post(link, "asks-1-title=x&do=send");
        stranger.post(link, "asks-1-title=x&do=keep");
        stranger.post(link + "/x", "do=send");
        stranger.get("/a/" + token + "/../" + token);
        stranger.get(link + "?x=%ff");
        stranger.json("PUT", link, "{}");
        stranger.json("POST", link, "{}");
        stranger.post(link, "nothingToAsk=true&do=send");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        links.assertNeverTold(link, page, output);
    }

    private static String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
