package nl.ruggespraak.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.AskRounds;
import nl.ruggespraak.ask.NudgeColleagues;
import nl.ruggespraak.ask.NudgeRefusal;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague stops reminders by the link in a mail, with a button or with that of the mail program. */
@RuggespraakTest
class ReminderPagesTests {

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
    private AskRounds askRounds;

    @Autowired
    private NudgeColleagues nudgeColleagues;

    @Autowired
    private CycleRows rows;

    @Autowired
    private JdbcClient jdbc;

    private String cycle = "";
    private String page = "";

    @BeforeEach
    void aLinkForJoost() {
        cycle = meetings.anAnnouncedMeeting("lnv");
        page = issue(Purpose.GIVE_ASKS, cycle) + "/reminders";
        rows.change("delete from ruggespraak.reminder_stop");
    }

    @Test
    void changesNothingWhenItIsOpened() {
        HttpResponse<String> opened = stranger.get(page);
        stranger.head(page);
        stranger.get(page + "?List-Unsubscribe=One-Click&do=stop");

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body())
                .contains("Stop reminding me for this meeting")
                .doesNotContain("Remind me again", page.substring(3, 20));
        links.assertIsDiscreet(opened);
        assertThat(stops()).isEmpty();
    }

    @Test
    void stopsAndUndoesItOnTheSamePage() {
        assertThat(stranger.location(stranger.post(page, "do=stop"))).isEqualTo(page);
        assertThat(stops()).containsExactly(cycle);
        assertThat(stranger.get(page).body()).contains("You get no more reminders", "Remind me again");
        stranger.post(page, "do=stop");
        assertThat(audited("REMINDERS_STOPPED")).isEqualTo(1);

        assertThat(stranger.location(stranger.post(page, "do=resume"))).isEqualTo(page);
        assertThat(stops()).isEmpty();
        assertThat(stranger.get(page).body()).contains("Stop reminding me for this meeting");
        assertThat(audited("REMINDERS_RESUMED")).isEqualTo(1);
    }

    @Test
    void isHonouredByReminderAndNudgeAndByNothingElse() {
        stranger.post(page, "do=stop");

        assertThat(nudgeColleagues.unanswered(cycle, "Bakker", 0, 10))
                .singleElement()
                .satisfies(joost -> assertThat(joost.refusal()).isEqualTo(NudgeRefusal.STOPPED));
        assertThat(askRounds.remindNext(cycle)).contains("lnv-adviser-2").doesNotContain(JOOST);
        assertThat(askRounds.tellCancellationNext(cycle)).contains(JOOST, "lnv-adviser-2");
        rows.change("update ruggespraak.meeting set revision = revision + 1 where key = split_part(?, '/', 1)", cycle);
        assertThat(askRounds.tellNewDateNext(cycle)).contains(JOOST, "lnv-adviser-2");
    }

    @Test
    void remindsAgainWhomItWasUndoneFor() {
        stranger.post(page, "do=stop");
        stranger.post(page, "do=resume");

        assertThat(askRounds.remindNext(cycle)).contains(JOOST);
    }

    @Test
    void stopsForThisMeetingAndThisPersonOnly() {
        engine.resetClock();
        String other = meetings.anAnnouncedMeeting("lnv");

        stranger.post(page, "do=stop");

        assertThat(askRounds.remindNext(other)).contains(JOOST);
        assertThat(askRounds.remindNext(cycle)).contains("lnv-adviser-2", "lnv-adviser-3", "lnv-manager");
    }

    @Test
    void takesTheOneClickOfAMailProgram() {
        HttpResponse<String> answer = post(page, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(stops()).containsExactly(cycle);
        assertThat(post(page, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
        assertThat(stops()).containsExactly(cycle);
    }

    @Test
    void takesTheOneClickAsAFormOfSeveralParts() {
        HttpResponse<String> answer = post(page, "multipart/form-data; boundary=part", """
                --part\r
                Content-Disposition: form-data; name="List-Unsubscribe"\r
                \r
                One-Click\r
                --part--\r
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stops()).containsExactly(cycle);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | ''",
                "application/x-www-form-urlencoded | List-Unsubscribe=Yes",
                "text/plain | List-Unsubscribe=One-Click",
                "text/plain | ''",
                "application/json | {}",
                "no type at all | List-Unsubscribe=One-Click",
                " | ''",
                " | List-Unsubscribe=One-Click"
            })
    void takesTheOneClickWhateverAMailProgramSends(@Nullable String type, String body) {
        HttpResponse<String> answer = post(page, type, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stops()).containsExactly(cycle);
    }

    @Test
    void takesNoPressOfAnotherButtonForOne() {
        post(page, "application/x-www-form-urlencoded", "do=nonsense");
        post(page, "application/x-www-form-urlencoded", "do=");
        post(page.replace("/reminders", ""), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");

        assertThat(stops()).isEmpty();
    }

    @Test
    void stopsNothingForAWrongToken() {
        for (String wrong :
                List.of("/a/x/reminders", page.replace("/a/", "/r/"), page.replace("/a/", "/l/"), page + "/x")) {
            assertThat(stranger.get(wrong).statusCode()).as(wrong).isEqualTo(404);
            assertThat(stranger.post(wrong, "do=stop").statusCode()).as(wrong).isEqualTo(404);
            assertThat(post(wrong, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
        assertThat(stops()).isEmpty();
    }

    @Test
    void worksByALinkThatHasExpiredButByNoneThatWasStopped() {
        String stopped = issue(Purpose.GIVE_ASKS, cycle);
        stranger.post(stopped, "do=revoke");
        assertThat(stranger.get(stopped + "/reminders").statusCode()).isEqualTo(410);
        assertThat(stranger.post(stopped + "/reminders", "do=stop").statusCode())
                .isEqualTo(410);
        assertThat(stops()).isEmpty();

        links.expire();
        assertThat(stranger.get(page).statusCode()).isEqualTo(200);
        post(page, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
        assertThat(stops()).containsExactly(cycle);
    }

    @Test
    void stopsForAllReportBacksOfTheMailThatAreTheReaders() {
        String reported = rows.aCycle("lnv", "REPORTED");
        long one = rows.aReportBack(reported, JOOST, lead(reported), true, "SENT");
        long two = rows.aReportBack(reported, JOOST, lead(reported), true, "SENT");
        long others = rows.aReportBack(reported, "lnv-adviser-2", lead(reported), true, "SENT");
        long notNamed = rows.aReportBack(reported, JOOST, lead(reported), true, "SENT");
        String both = issue(Purpose.ACT_ON_REPORT_BACK, Long.toString(one)) + "/reminders?and=" + two + "." + others
                + ".x.99999999999999999999";

        assertThat(stranger.get(both).body()).contains("Stop reminding me of these");
        stranger.post(both, "do=stop");

        assertThat(stops()).containsExactlyInAnyOrder(Long.toString(one), Long.toString(two));
        assertThat(stranger.get(both).body()).contains("Remind me again");
        assertThat(notNamed).isPositive();
        stranger.post(both, "do=resume");
        assertThat(stops()).isEmpty();

        stranger.post(both.replaceAll("\\?.*", ""), "do=stop");
        assertThat(stops()).containsExactly(Long.toString(one));
        assertThat(stranger.get(both).body()).contains("Stop reminding me of these");
    }

    private long lead(String reported) {
        return rows.aLead(reported, "TALK_ARRANGED", null, null);
    }

    private String issue(Purpose purpose, String subject) {
        return links.issue(purpose, subject, JOOST);
    }

    private List<String> stops() {
        return jdbc.sql("select subject from ruggespraak.reminder_stop where person = :joost order by subject")
                .param("joost", JOOST)
                .query(String.class)
                .list();
    }

    private int audited(String action) {
        return rows.value(
                Integer.class,
                "select count(*) from ruggespraak.audit where action = ? and subject = 'person/lnv-adviser-1' and details like ?",
                action,
                "%" + cycle + "%");
    }

    /** As a mail program posts: with no cookie, no session and no token of any page. */
    private HttpResponse<String> post(String path, @Nullable String type, String body) {
        return stranger.onAnotherDevice().post(path, type, body);
    }
}
