package nl.ruggespraak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class TasklistTests {

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private Asks asks;

    @Autowired
    private JdbcClient jdbc;

    /** Other tests have moved it. */
    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void plansAMeetingByTheStartForm() {
        LocalDate day = LocalDate.now(clock).plusDays(60);
        try (Browser browser = Browser.signedIn(port, "chair")) {
            browser.openTasklist("?processStart=network-meeting");
            browser.type("#rg-title", "Planned in a browser");
            browser.choose("#rg-host", "Road Authority");
            browser.pick("#rg-startsAt", day + "T14:00");
            browser.pick("#rg-endsAt", day + "T16:00");
            browser.type("#rg-location", "Griffioenlaan 2, Utrecht");
            browser.takeOffered("#rg-region", "utrecht", "Central Utrecht");
            browser.type("#rg-topic", "Roads");
            browser.press("Add a statement");
            browser.type("#rg-statements-0-statement", "Every road has two ends.");
            browser.press("Start");

            browser.waitUntil(() -> jdbc.sql("""
                            select m.host from ruggespraak.meeting m join ruggespraak.meeting_statement s on s.meeting = m.key
                            where m.title = 'Planned in a browser' and s.text = 'Every road has two ends.'
                            """).query(String.class).list().contains("rws"));
        }
    }

    @Test
    void givesThreeAsks() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        try (Browser browser = openTask("lnv-adviser-1", cycle)) {
            assertThat(browser.text(".rg-about")).contains("Inspectors in the region", "Asked by");
            fillAsk(browser, 0, "Candidate", "Twelve meat inspectors");
            browser.takeOffered("#rg-asks-0-occupation", "vleeskeuder", "Meat inspector");
            browser.type("#rg-asks-0-region", "Somewhere near the sea");
            browser.type("#rg-asks-0-headcount", "12");
            browser.press("Add another ask");
            fillAsk(browser, 1, "Vacancy", "This one is removed again");
            browser.press("Add another ask");
            fillAsk(browser, 2, "Question", "Who reskills <b>inspectors</b>?");
            browser.click("[rg-list=asks] > fieldset:nth-of-type(2) .rg-remove");
            browser.press("Add another ask");
            fillAsk(browser, 2, "Vacancy", "Two HR advisers");
            browser.pick(
                    "#rg-asks-2-availableFrom",
                    LocalDate.now(clock).plusDays(90).toString());
            browser.press("Complete");

            browser.waitUntil(() -> asks.of(cycle).size() == 3);
        }
        assertThat(asks.of(cycle))
                .extracting(Ask::title)
                .containsExactly("Twelve meat inspectors", "Who reskills <b>inspectors</b>?", "Two HR advisers");
        assertThat(asks.of(cycle)).extracting(Ask::headcount).containsExactly(12, 1, 1);
        assertThat(asks.of(cycle).get(0).occupation()).isEqualTo("meat-inspector");
        assertThat(jdbc.sql("select name_en from ruggespraak.region where key = :key")
                        .param("key", String.valueOf(asks.of(cycle).get(0).region()))
                        .query(String.class)
                        .single())
                .isEqualTo("Somewhere near the sea");
        assertThat(asks.of(cycle).get(2).availableFrom()).isNotNull();
    }

    @Test
    void saysInTheFormWhatIsRefusedAndKeepsWhatWasTyped() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        try (Browser browser = openTask("lnv-adviser-2", cycle)) {
            browser.type("#rg-asks-0-title", "Somebody who wants to be seen");
            browser.type("#rg-asks-0-details", "Two lines\nof my own words");
            browser.type("#rg-asks-0-headcount", "a few");
            browser.press("Complete");

            assertThat(browser.text(".rg-problems")).contains("Number of people must be a whole number.");
            assertThat(browser.texts("#rg-asks-0-headcount-hint .rg-problem"))
                    .containsExactly("Number of people must be a whole number.");
            assertThat(browser.value("#rg-asks-0-details")).isEqualTo("Two lines\nof my own words");

            browser.type("#rg-asks-0-headcount", "2");
            browser.press("Complete");
            browser.waitUntil(() -> browser.text(".rg-problems").contains("Choose what it is about."));
            assertThat(browser.texts("#rg-asks-0-kind-hint .rg-problem")).containsExactly("Choose what it is about.");
            assertThat(browser.value("#rg-asks-0-title")).isEqualTo("Somebody who wants to be seen");
            assertThat(asks.of(cycle)).isEmpty();

            browser.choose("#rg-asks-0-kind", "Candidate");
            browser.press("Complete");
            browser.waitUntil(() -> asks.of(cycle).size() == 1);
        }
        assertThat(asks.of(cycle)).extracting(Ask::details).containsExactly("Two lines\nof my own words");
    }

    private Browser openTask(String person, String cycle) {
        String task = engine.task(person, cycle, "userTask_giveAsks").getId();
        Browser browser = Browser.signedIn(port, person);
        browser.openTasklist("?task=" + task);
        return browser;
    }

    private static void fillAsk(Browser browser, int row, String kind, String title) {
        browser.choose("#rg-asks-" + row + "-kind", kind);
        browser.type("#rg-asks-" + row + "-title", title);
    }
}
