package nl.ruggespraak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.web.LinkFixture;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of ours, on a desk and on a telephone, as somebody meets it who cannot see well or has small screens only. */
@RuggespraakTest
class AccessiblePagesTests {

    private static final String JOOST = "lnv-adviser-1";
    private static final String MARIEKE = "lnv-representative";

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private LinkFixture links;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> faults = new ArrayList<>();

    @Test
    void hasNoFaultsBehindLinks() {
        String asked = meetings.anAnnouncedMeeting("lnv");
        String give = links.issue(Purpose.GIVE_ASKS, asked, JOOST);
        try (Browser browser = Browser.stranger(port)) {
            look(browser, "a", give);
            look(browser, "a-candidate", give + "?kind=CANDIDATE");
            look(browser, "a-nothing", give + "?kind=nothing");
            look(browser, "a-refused", give, opened -> {
                opened.type("#asks-1-headcount", "many");
                opened.press("Send");
                opened.waitUntil(() -> opened.shows("#wrong"));
            });
            look(browser, "a-kept", give, opened -> {
                opened.press("Keep for later");
                opened.waitUntil(() -> opened.path().contains("?kept"));
            });
            look(browser, "a-unknown", give + "x");
            String revoked = links.issue(Purpose.GIVE_ASKS, asked, JOOST);
            browser.open(revoked);
            browser.click(".revoke summary");
            browser.press("Make this link stop working");
            browser.waitUntil(() -> !browser.shows("#form"));
            look(browser, "a-revoked", revoked);
            engine.complete(JOOST, asked, "userTask_giveAsks", Map.of("nothingToAsk", true));
            look(browser, "a-answered", give);
            look(browser, "a-thanks", give + "?thanks");

            String briefed = meetings.aBriefedMeeting("lnv");
            String record = links.issue(Purpose.RECORD_LEADS, briefed, MARIEKE);
            look(browser, "l-waits", record);
            engine.fire(briefed, "timer_meetingStarts");
            look(browser, "l", record);
            look(browser, "l-refused", record, opened -> {
                opened.type("#leads-1-details", "Something");
                opened.press("Send it in");
                opened.waitUntil(() -> opened.shows("#wrong"));
            });
            engine.resetClock();
            String told = meetings.aReportedMeeting("lnv");
            String act = links.issue(Purpose.ACT_ON_REPORT_BACK, String.valueOf(meetings.answer(told)), JOOST);
            look(browser, "r", act);
            look(browser, "r-placed", act + "?outcome=PLACED");
            look(browser, "r-not-yet", act + "?outcome=NOT_YET");
            look(browser, "r-refused", act, opened -> {
                opened.press("Send");
                opened.waitUntil(() -> opened.shows("#wrong"));
            });
            links.expire();
            look(browser, "r-expired", act);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void hasNoFaultsWhereSomebodySignsIn() {
        try (Browser browser = Browser.stranger(port)) {
            look(browser, "sign-in", "/sign-in");
            look(browser, "sign-in-refused", "/sign-in?refused");
            look(browser, "sign-in-out", "/sign-in?out");
        }
        try (Browser browser = Browser.signedIn(port, JOOST)) {
            look(browser, "landing-adviser", "/");
            look(browser, "error-denied", "/nowhere");
            look(browser, "no-task", "/task/give-asks?of=none");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void hasNoFaultsForThoseWhoAskAndWhoPlan() {
        String cycle = meetings.aReportedMeeting("lnv");
        String meeting = cycle.substring(0, cycle.indexOf('/'));
        long ask = meetings.ask(cycle);
        try (Browser browser = Browser.signedIn(port, JOOST)) {
            look(browser, "asks", "/asks");
            look(browser, "ask", "/asks/" + ask);
        }
        try (Browser browser = Browser.signedIn(port, MARIEKE)) {
            look(browser, "landing-representative", "/");
            look(browser, "shared-meetings", "/meetings/asks");
            look(browser, "shared", "/meetings/" + meeting + "/asks");
            look(browser, "nudge", "/meetings/" + meeting + "/nudge");
            look(browser, "deliveries", "/meetings/" + meeting + "/deliveries");
        }
        try (Browser browser = Browser.signedIn(port, "chair")) {
            look(browser, "networks", "/networks");
            look(browser, "deadlines", "/networks/sam");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void hasNoFaultsForAdministrators() {
        String announced = meetings.anAnnouncedMeeting("lnv");
        long mail = jdbc.sql("select max(id) from ruggespraak.mail where kind = 'announcement'")
                .query(Long.class)
                .single();
        try (Browser browser = Browser.signedIn(port, "admin")) {
            look(browser, "landing-admin", "/");
            look(browser, "setup", "/setup");
            look(browser, "demo-dates", "/demo");
            look(browser, "demo-removal", "/setup/demo");
            look(browser, "mailbox", "/mailbox");
            look(browser, "mail", "/mailbox/" + mail);
            look(browser, "account", "/account");
            look(browser, "audit", "/audit");
            look(browser, "import", "/admin/import");
            look(browser, "catalogue", "/admin/catalogue");
            look(browser, "catalogue-entry", "/admin/catalogue/OCCUPATION/entry?key=road-inspector");
            look(browser, "erase", "/admin/erase");
            jdbc.sql("update ruggespraak.meeting_cycle set announcement = :text where key = :cycle")
                    .param("text", "Call Willem Hendriks, who knows the road. Willem Hendriks-Mulder knows less.")
                    .param("cycle", announced)
                    .update();
            look(browser, "erase-candidate", "/admin/erase", opened -> {
                opened.type("#candidate", "Willem Hendriks");
                opened.pick("#organisation", "lnv");
                opened.click("#candidate ~ .go button");
                opened.waitUntil(() -> opened.shows(".findings"));
            });
            look(browser, "erase-colleague", "/admin/erase", opened -> {
                opened.type("#colleague", MARIEKE);
                opened.click("#colleague ~ .go button");
                opened.waitUntil(() -> opened.shows(".findings"));
            });
        }
        assertThat(faults).isEmpty();
    }

    private void look(Browser browser, String name, String path) {
        look(browser, name, path, opened -> {});
    }

    /** Notes what is wrong with a page, at both sizes. */
    private void look(Browser browser, String name, String path, Consumer<Browser> act) {
        for (int width : List.of(390, 1280)) {
            browser.size(width, 844);
            browser.open(path);
            act.accept(browser);
            browser.faults().forEach(fault -> faults.add(name + " at " + width + ": " + fault));
            browser.picture(name + "-" + width);
        }
    }
}
