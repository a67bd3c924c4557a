package nl.ruggespraak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.web.LinkFixture;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do by the links in mails: by the keyboard alone, without scripts, and when the connection is lost. */
@RuggespraakTest
class LinkPagesTests {

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
    private Asks asks;

    @Autowired
    private Leads leads;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void givesAsksByTheKeyboardAlone() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        try (Browser browser = Browser.stranger(port)) {
            browser.size(390, 844);
            browser.open(links.issue(Purpose.GIVE_ASKS, cycle, JOOST) + "?kind=VACANCY");
            browser.tabTo("#asks-1-title");
            browser.keys("Two HR advisers");
            browser.tabTo("#asks-1-headcount");
            browser.keys("two");
            browser.tabTo("button[value=send]");
            browser.keys(Keys.ENTER);

            browser.waitUntil(() -> browser.shows("#wrong"));
            assertThat(browser.focused("#wrong"))
                    .as("the summary has the focus")
                    .isTrue();
            assertThat(browser.attribute("#asks-1-headcount", "aria-invalid")).isEqualTo("true");
            assertThat(browser.text("#" + browser.attribute("#asks-1-headcount", "aria-describedby")))
                    .contains("Number of people must be a whole number.");
            assertThat(browser.value("#asks-1-title")).isEqualTo("Two HR advisers");

            browser.tabTo("#wrong a");
            browser.keys(Keys.ENTER);
            browser.waitUntil(() -> browser.focused("#asks-1-headcount"));
            browser.keys(Keys.END, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, "2");
            browser.tabTo("button[value=add]");
            browser.keys(Keys.ENTER);
            browser.waitUntil(() -> browser.focused("#asks-2-kind"));
            browser.keys("Q");
            browser.tabTo("#asks-2-title");
            browser.keys("Who trains inspectors?");
            browser.tabTo("button[value=send]");
            browser.keys(Keys.ENTER);
            browser.waitUntil(() -> browser.path().endsWith("?thanks"));
        }
        assertThat(asks.of(cycle)).extracting(Ask::title).containsExactly("Two HR advisers", "Who trains inspectors?");
    }

    @Test
    void offersOccupationsWhileSomebodyTypesAndTakesWhatNobodyKnows() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        try (Browser browser = Browser.stranger(port)) {
            browser.size(390, 844);
            browser.open(links.issue(Purpose.GIVE_ASKS, cycle, JOOST) + "?kind=VACANCY");
            browser.type("#asks-1-title", "Two people for the roads");
            browser.tabTo("#asks-1-occupation");
            browser.keys("weginspekteur");
            browser.waitUntil(() -> browser.texts(".awesomplete li").contains("Road inspector"));
            browser.picture("offered");
            assertThat(browser.faults()).isEmpty();
            browser.keys(Keys.ARROW_DOWN, Keys.ENTER);
            assertThat(browser.value("#asks-1-occupation")).isEqualTo("Road inspector");
            browser.type("#asks-1-region", "Along the A59");
            browser.tabTo("button[value=send]");
            browser.keys(Keys.ENTER);
            browser.waitUntil(() -> browser.path().endsWith("?thanks"));
        }
        Ask given = asks.of(cycle).get(0);
        assertThat(given.occupation()).isEqualTo("road-inspector");
        assertThat(given.region()).startsWith("said-");
    }

    @Test
    void tellsWhatCameOfItByTheKeyboardAlone() {
        String cycle = meetings.aReportedMeeting("lnv");
        LocalDate day = LocalDate.now(clock).plusDays(20);
        try (Browser browser = Browser.stranger(port)) {
            browser.open(links.issue(Purpose.ACT_ON_REPORT_BACK, answer(cycle), JOOST) + "?outcome=PLACED");
            browser.tabTo("[name=outcome][value=PLACED]");
            assertThat(browser.shows("#headcount")).isTrue();
            assertThat(browser.shows("#nextStepOn")).isFalse();
            browser.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
            assertThat(browser.focused("[value=NOT_YET]:checked")).isTrue();
            assertThat(browser.shows("#nextStepOn")).isTrue();
            browser.tabTo("#nextStepOn");
            browser.keys(day.format(DateTimeFormatter.ofPattern("MMddyyyy")));
            browser.tabTo("#details");
            browser.keys("They are on holiday");
            browser.tabTo("button[value=send]");
            browser.keys(Keys.SPACE);
            browser.waitUntil(() -> browser.path().endsWith("?thanks"));
        }
        assertThat(jdbc.sql("select outcome || ' ' || details from ruggespraak.follow_up where report_back = ?")
                        .param(Long.valueOf(answer(cycle)))
                        .query(String.class)
                        .list())
                .containsExactly("NOT_YET They are on holiday");
    }

    @Test
    void recordsLeadsByTheKeyboardAlone() {
        String cycle = meetings.aStartedMeeting("lnv");
        try (Browser browser = Browser.stranger(port)) {
            browser.size(390, 844);
            browser.open(links.issue(Purpose.RECORD_LEADS, cycle, MARIEKE));
            browser.tabTo("#leads-1-kind");
            browser.keys("A");
            browser.tabTo("#leads-1-organisation");
            browser.keys("Road");
            browser.tabTo("#leads-1-title");
            browser.keys("A talk about inspectors");
            browser.tabTo("#leads-1-contact");
            browser.keys("Ingrid van den Berg, 088-555 0215");
            browser.tabTo("button[value=send]");
            browser.keys(Keys.ENTER);
            browser.waitUntil(() -> browser.path().endsWith("?thanks"));
        }
        assertThat(leads.of(cycle))
                .singleElement()
                .extracting(Lead::title, Lead::organisation, Lead::contact)
                .containsExactly("A talk about inspectors", "rws", "Ingrid van den Berg, 088-555 0215");
    }

    @Test
    void takesEveryAnswerWithoutScripts() {
        String asked = meetings.anAnnouncedMeeting("lnv");
        String told = meetings.aReportedMeeting("lnv");
        engine.resetClock();
        String held = meetings.aStartedMeeting("lnv");
        try (Browser browser = Browser.stranger(port)) {
            browser.withoutScripts();
            browser.open(links.issue(Purpose.RECORD_LEADS, held, MARIEKE));
            browser.choose("#leads-1-kind", "Other news");
            browser.type("#leads-1-title", "They move to Utrecht");
            browser.press("Add another lead");
            browser.choose("#leads-2-kind", "Other news");
            browser.press("Send it in");
            browser.awaitText("#wrong", "The title is missing");
            browser.type("#leads-2-title", "They train people");
            browser.press("Send it in");
            browser.awaitText("h1", "Thank you, Marieke.");

            browser.open(links.issue(Purpose.ACT_ON_REPORT_BACK, answer(told), JOOST) + "?outcome=NO_RESULT");
            browser.click("[value=PLACED]");
            browser.type("#headcount", "2");
            browser.press("Send");
            browser.awaitText("h1", "Thank you, Joost.");

            engine.resetClock();
            browser.open(links.issue(Purpose.GIVE_ASKS, asked, JOOST) + "?kind=VACANCY");
            browser.type("#asks-1-title", "Typed and kept");
            browser.press("Keep for later");
            browser.awaitText(".notice", "Nothing has been sent yet");
            assertThat(browser.value("#asks-1-title")).isEqualTo("Typed and kept");
            browser.press("Send");
            browser.awaitText("h1", "Thank you, Joost.");
        }
        assertThat(leads.of(held)).extracting(Lead::title).containsExactly("They move to Utrecht", "They train people");
        assertThat(asks.of(asked)).extracting(Ask::title).containsExactly("Typed and kept");
        assertThat(jdbc.sql("select outcome || ' ' || headcount from ruggespraak.follow_up where report_back = ?")
                        .param(Long.valueOf(answer(told)))
                        .query(String.class)
                        .list())
                .containsExactly("PLACED 2");
    }

    @Test
    void keepsWhatWasTypedWhenTheConnectionIsLost() {
        String cycle = meetings.aStartedMeeting("lnv");
        String link = links.issue(Purpose.RECORD_LEADS, cycle, MARIEKE);
        try (Browser browser = Browser.stranger(port)) {
            browser.open(link);
            browser.offline(true);
            browser.type("#leads-1-title", "Heard in the cellar");
            browser.press("Send it in");
            browser.waitUntil(() -> browser.text(".state").startsWith("No connection"));
            assertThat(browser.value("#leads-1-title")).isEqualTo("Heard in the cellar");

            browser.open("about:blank");
            browser.offline(false);
            browser.open(link);
            assertThat(browser.value("#leads-1-title")).isEqualTo("Heard in the cellar");
            browser.waitUntil(() -> browser.text(".state").equals("Kept"));
        }
        try (Browser other = Browser.stranger(port)) {
            other.open(links.issue(Purpose.RECORD_LEADS, cycle, MARIEKE));
            assertThat(other.value("#leads-1-title"))
                    .as("on another device, by another link")
                    .isEqualTo("Heard in the cellar");
        }
    }

    @Test
    void takesAnAnswerFromAPageThatWasOpenForLong() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        try (Browser browser = Browser.stranger(port)) {
            browser.open(links.issue(Purpose.GIVE_ASKS, cycle, JOOST) + "?kind=nothing");
            browser.forgetCookies();
            browser.press("Send");
            browser.waitUntil(() -> browser.path().endsWith("?thanks"));
        }
        assertThat(asks.round(cycle, JOOST).orElseThrow().nothingToAsk()).isTrue();
    }

    @Test
    void sendsItsAddressNowhere() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        try (Browser browser = Browser.stranger(port)) {
            browser.open(links.issue(Purpose.GIVE_ASKS, cycle, JOOST));
            browser.click(".brand");
            browser.waitUntil(() -> browser.path().equals("/sign-in"));
            assertThat(browser.referrer()).isEmpty();
        }
    }

    private String answer(String cycle) {
        return String.valueOf(meetings.answer(cycle));
    }
}
