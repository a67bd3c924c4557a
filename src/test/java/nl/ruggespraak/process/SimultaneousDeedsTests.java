package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static nl.ruggespraak.process.SimultaneousAnswersTests.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The buttons of our own pages, pressed twelve times at the same moment: it is done once, and nothing breaks. */
@RuggespraakTest
class SimultaneousDeedsTests {

    private static final int AT_ONCE = 12;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void theClockRunsAgain() {
        engine.resetClock();
    }

    @Test
    void movesAMeetingOnce() throws Exception {
        String key = fixture.aPlannedMeeting();
        String page = "/meetings/" + key;
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(80);

        List<HttpResponse<String>> answers = press(
                "chair",
                page,
                page + "/move",
                "revision=0&startsAt=%sT10:00&endsAt=%sT12:00&location=Castle&sure=yes".formatted(day, day));

        assertDoneOnce(answers, 400, "has changed");
        assertThat(recorded("MEETING_RESCHEDULED", "meeting/" + key)).isOne();
    }

    @Test
    void callsAMeetingOffOnce() throws Exception {
        String key = fixture.aPlannedMeeting();
        String page = "/meetings/" + key;

        List<HttpResponse<String>> answers = press("chair", page, page + "/cancel", "revision=0&reason=Storm&sure=yes");

        assertDoneOnce(answers, 400, "");
        assertThat(recorded("MEETING_CANCELLED", "meeting/" + key)).isOne();
    }

    @Test
    void plansAMeetingUnderOneKeyOnce() throws Exception {
        String key = "once-" + System.nanoTime();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(80);
        String plan = """
                {"businessKey": "%s", "variables": {"title": {"value": "Once"}, "network": {"value": "sam"}, "startsAt": {"value": "%sT10:00"},
                 "endsAt": {"value": "%sT12:00"}, "location": {"value": "Here"}, "region": {"value": "den-bosch"}, "host": {"value": "meierij"}}}
                """.formatted(key, day, day);

        List<HttpResponse<String>> answers = atOnce(AT_ONCE, i -> {
            Visitor chair = Visitor.signedIn(port, "chair");
            return () -> chair.postJsonWithTokenOf(
                    "/meetings", "/engine-rest/process-definition/key/network-meeting/start", plan);
        });

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 400);
        assertThat(recorded("MEETING_PLANNED", "meeting/" + key)).isOne();
    }

    @Test
    void callsAMeetingOffByMessageOnce() throws Exception {
        String key = fixture.aPlannedMeeting();
        String message = """
                {"messageName": "ruggespraak.meetingCancelled", "businessKey": "%s"}
                """.formatted(key);

        List<HttpResponse<String>> answers = atOnce(AT_ONCE, i -> {
            Visitor chair = Visitor.signedIn(port, "chair");
            return () -> chair.postJsonWithTokenOf("/meetings", "/engine-rest/message", message);
        });

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 204))
                .as("%s", answers.stream().map(HttpResponse::body).toList())
                .hasSize(1);
        assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
        assertThat(recorded("MEETING_CANCELLED", "meeting/" + key)).isOne();
    }

    @Test
    void handsAMeetingOverOnce() throws Exception {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String page = "/meetings/" + cycle.replace("/lnv", "") + "/substitute";

        List<HttpResponse<String>> answers =
                press("lnv-manager", page, page, "from=lnv-representative&substitute=lnv-adviser-2");

        assertDoneOnce(answers, 400, "");
        assertThat(recorded("CYCLE_HANDED_OVER", "cycle/" + cycle)).isOne();
    }

    @Test
    void nudgesAColleagueOnce() throws Exception {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String page = "/meetings/" + cycle.replace("/lnv", "") + "/nudge";

        List<HttpResponse<String>> answers =
                press("lnv-representative", page, page, "colleague=lnv-adviser-1&words=Please");

        assertDoneOnce(answers, 422, "");
        assertThat(recorded("COLLEAGUES_NUDGED", "cycle/" + cycle)).isOne();
    }

    /** Who releases a name to the same person again has what was wanted: it is released, once. */
    @Test
    void releasesANameOnce() throws Exception {
        String own = "/asks/" + aCarriedCandidate();

        List<HttpResponse<String>> answers =
                press("lnv-adviser-1", own, own + "/releases", "counterpart=rws-representative");

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(recorded("NAME_RELEASED", own.substring(1).replace("asks", "ask")))
                .isOne();
    }

    @Test
    void statesAGroundWithoutBreaking() throws Exception {
        long ask = aCarriedCandidate();
        String own = "/asks/" + ask;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        List<HttpResponse<String>> answers = press(
                "lnv-adviser-1",
                own,
                own + "/ground",
                "candidate=Truus+Visser&pitch=Wants+to+learn&agreedOn=" + today.minusDays(1));

        assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
        assertThat(jdbc.sql("select pitch from ruggespraak.ask where id = ?")
                        .param(ask)
                        .query(String.class)
                        .single())
                .isEqualTo("Wants to learn");
    }

    @Test
    void appliesAFileAndErasesAColleagueOnce() throws Exception {
        Visitor administrator = Visitor.signedIn(port, "admin");
        String checked = administrator.location(administrator.upload("/admin/import", """
                organisation;organisation name;person;first name;last name;email;roles
                once;Once;once-adviser;Wim;Eenmalig;wim.eenmalig@once.example;adviser
                """));

        List<HttpResponse<String>> applied = press("admin", checked, checked, "");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> administrator.get(checked).body().contains("Everybody in the file is as it says"));
        assertDoneOnce(applied, 409, "");

        List<HttpResponse<String>> erased =
                press("admin", "/admin/erase", "/admin/erase/colleague", "colleague=once-adviser&kept=");

        assertDoneOnce(erased, 400, "");
        assertThat(jdbc.sql(
                                "select count(*) from ruggespraak.audit where action = 'PERSON_ERASED' and organisation = 'once'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private long aCarriedCandidate() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("asks", json("""
                [{"kind": "CANDIDATE", "title": "An inspector", "candidate": "Truus Visser", "pitch": "Can do it", "agreedOn": "%s"}]
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC).minusDays(2)))));
        long ask = fixture.ask(cycle);
        engine.fire(cycle, "timer_asksClose");
        engine.complete(
                "lnv-representative", cycle, "userTask_prepareBriefing", Map.of("carriedAsks", json("[" + ask + "]")));
        return ask;
    }

    /** Twelve browsers of one person that show the page already. */
    private List<HttpResponse<String>> press(String person, String page, String path, String fields) throws Exception {
        return atOnce(AT_ONCE, i -> {
            Visitor browser = Visitor.signedIn(port, person);
            Matcher token = CSRF.matcher(browser.get(page).body());
            assertThat(token.find()).as(page).isTrue();
            String sent = fields + "&_csrf=" + token.group(1);
            return () -> browser.post(path, sent);
        });
    }

    private static void assertDoneOnce(List<HttpResponse<String>> answers, int refused, String sentence) {
        List<Integer> told = answers.stream().map(HttpResponse::statusCode).toList();
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 302))
                .as("%s", told)
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 302))
                .as("%s", told)
                .allMatch(answer ->
                        answer.statusCode() == refused && answer.body().contains(sentence));
    }

    private long recorded(String action, String subject) {
        return jdbc.sql("select count(*) from ruggespraak.audit where action = ? and subject = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }
}
