package nl.ruggespraak.link.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.mail.Mails;
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

/** A representative records leads by the link in a mail, on a telephone at the meeting. */
@RuggespraakTest
@ExtendWith(OutputCaptureExtension.class)
class LeadsLinkTests {

    private static final String MARIEKE = "lnv-representative";
    private static final String TASK = "userTask_recordLeads";
    private static final String A_LEAD =
            "attended=true&leads-1-kind=TALK_ARRANGED&leads-1-title=A+talk&leads-1-organisation=rws&leads-1-contact=Ingrid&do=send";

    @Autowired
    private Visitor stranger;

    @Autowired
    private LinkFixture links;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private Leads leads;

    @Autowired
    private Mails mails;

    @Autowired
    private JdbcClient jdbc;

    private String cycle = "";
    private String link = "";

    @BeforeEach
    void aLinkForMarieke() {
        cycle = meetings.aBriefedMeeting("lnv");
        link = links.issue(Purpose.RECORD_LEADS, cycle, MARIEKE);
    }

    @Test
    void isMailedWithTheAsksWhenTheBriefingIsDone() {
        assertThat(briefings())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "The ask that you take along",
                                "Who trains inspectors? (Joost Bakker)",
                                "personal-link-"));

        engine.fire(cycle, "timer_meetingStarts");
        assertThat(briefings()).hasSize(1);
    }

    @Test
    void isMailedWhenTheMeetingStartsAndNobodyHasPreparedIt() {
        cycle = meetings.anAnnouncedMeeting("lnv");
        engine.fire(cycle, "timer_asksClose");
        assertThat(briefings()).isEmpty();

        engine.fire(cycle, "timer_meetingStartsUnprepared");

        assertThat(briefings())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("No asks go along"));
    }

    @Test
    void completesTheTaskThatStandsInTasklist() {
        engine.fire(cycle, "timer_meetingStarts");
        String task = engine.task(MARIEKE, cycle, TASK).getId();

        HttpResponse<String> sent = stranger.post(
                link,
                A_LEAD.replace("&do=send", "") + "&leads-1-answersAsk=" + meetings.ask(cycle)
                        + "&leads-3-kind=OTHER&leads-3-title=News&leads-3-details=From+the+host&do=send");

        assertThat(stranger.location(sent)).isEqualTo(link + "?thanks");
        assertThat(leads.of(cycle))
                .extracting(Lead::place, Lead::title, Lead::organisation, Lead::contact)
                .containsExactly(tuple(1, "A talk", "rws", "Ingrid"), tuple(2, "News", null, ""));
        assertThat(leads.of(cycle).get(0).answersAsk()).isEqualTo(meetings.ask(cycle));
        assertThat(engine.assigneeOfCompleted(task)).isEqualTo(MARIEKE);
        engine.work(cycle);
        assertThat(stranger.get(link).body()).contains("wait in your task list");
    }

    @Test
    void bringsNothingBackWhenNobodyCouldGo() {
        engine.fire(cycle, "timer_meetingStarts");

        stranger.post(link, A_LEAD.replace("attended=true", "attended=false"));
        engine.work(cycle);

        assertThat(leads.of(cycle)).isEmpty();
        assertThat(jdbc.sql("select attended from ruggespraak.meeting_cycle where key = ?")
                        .param(cycle)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void keepsNotesBeforeTheMeetingAndTakesThemFromItsStart() {
        assertThat(stranger.get(link).body())
                .contains("You can note things down already")
                .doesNotContain("value=\"send\"");
        HttpResponse<String> early = stranger.post(link, A_LEAD);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(leads.of(cycle)).isEmpty();

        engine.fire(cycle, "timer_meetingStarts");

        assertThat(stranger.get(link).body()).contains("value=\"A talk\"", "value=\"send\"");
        stranger.post(link, A_LEAD);
        assertThat(leads.of(cycle)).hasSize(1);
    }

    @Test
    void keepsTheTaskOpenAndWhatWasTypedWhenItIsRefused() {
        engine.fire(cycle, "timer_meetingStarts");

        HttpResponse<String> refused = stranger.post(
                link, "attended=true&leads-1-kind=STAFF_DEMAND&leads-1-title=&leads-1-details=25+people&do=send");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#leads-1-title\"", "aria-describedby=\"leads-1-title-wrong\"", "25 people");
        assertThat(leads.of(cycle)).isEmpty();
        assertThat(engine.task(MARIEKE, cycle, TASK)).isNotNull();
    }

    @Test
    void changesNothingWhenItIsOpened() {
        engine.fire(cycle, "timer_meetingStarts");
        links.assertChangesNothing(stranger, link, link + "?thanks", link + "?do=send&attended=false");
    }

    @Test
    void saysKindlyThatItWasRecordedInTasklist() {
        engine.fire(cycle, "timer_meetingStarts");
        engine.complete(MARIEKE, cycle, TASK, Map.of("attended", true, "leads", EngineByHand.json("""
                [{"kind": "OTHER", "title": "In Tasklist"}]
                """)));

        for (HttpResponse<String> answer : List.of(stranger.get(link), stranger.post(link, A_LEAD))) {
            assertThat(answer.statusCode()).isEqualTo(answer.request().method().equals("GET") ? 200 : 409);
            assertThat(answer.body()).contains("This is answered already", "What you brought back was recorded on");
        }
        assertThat(leads.of(cycle)).extracting(Lead::title).containsExactly("In Tasklist");
    }

    @Test
    void refusesAnExpiredLinkAndARevokedOne() {
        engine.fire(cycle, "timer_meetingStarts");
        String other = links.issue(Purpose.RECORD_LEADS, cycle, MARIEKE);
        stranger.post(other, "do=revoke");
        assertThat(stranger.get(other).statusCode()).isEqualTo(410);

        links.expire();
        assertThat(stranger.get(link).body()).contains("This link has expired");
        for (String dead : List.of(link, other)) {
            assertThat(stranger.post(dead, A_LEAD).statusCode()).isEqualTo(410);
        }
        assertThat(leads.of(cycle)).isEmpty();
    }

    @Test
    void answersForNobodyElseAndForNothingElse() {
        engine.fire(cycle, "timer_meetingStarts");
        String anothers = links.issue(Purpose.RECORD_LEADS, cycle, "lnv-adviser-1");
        assertThat(stranger.get(anothers).body()).contains("This is over").doesNotContain("Ours want to learn");
        stranger.post(anothers, A_LEAD);

        String token = LinkFixture.token(link);
        links.assertOpensNothing(stranger, A_LEAD, "/a/" + token, "/r/" + token);
        assertThat(leads.of(cycle)).isEmpty();
    }

    @Test
    void neverTellsATokenToAnybody(CapturedOutput output) {
        engine.fire(cycle, "timer_meetingStarts");
        HttpResponse<String> page = stranger.get(link);
        stranger.post(link, "attended=true&leads-1-details=x&do=send");
        stranger.post(link + "/x", "do=send");
        stranger.json("PATCH", link, "{}");
        stranger.post(link, A_LEAD);

        links.assertNeverTold(link, page, output);
    }

    private List<String> briefings() {
        return jdbc
                .sql("select id from ruggespraak.mail where cycle = ? and kind = 'briefing'")
                .param(cycle)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> mails.find(id).orElseThrow().mail().text())
                .toList();
    }
}
