package nl.ruggespraak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager looks at the organisation's processes in Cockpit. */
@RuggespraakTest
class CockpitTests {

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture meetings;

    @LocalServerPort
    private int port;

    @AfterEach
    void theClockRunsAgain() {
        engine.resetClock();
    }

    @Test
    void showsAManagerTheOwnOrganisationAndRefusesNothingThatItAsksFor() {
        String meeting = meetings.aPlannedMeeting();
        engine.fire(meeting, "timer_announcementDue");
        for (String organisation : List.of("lnv", "rws")) {
            engine.complete(
                    organisation + "-representative",
                    meeting + "/" + organisation,
                    "userTask_announceMeeting",
                    Map.of());
        }
        try (Browser browser = Browser.signedIn(port, "lnv-manager")) {
            open(browser, "dashboard", ".deployed .value");
            assertThat(browser.texts(".deployed .value")).containsExactly("7", "1", "0", "1");

            open(browser, "processes", "a[href*='process-definition/ask-round']");
            String rounds = first(browser.links("process-definition/ask-round"));
            open(browser, rounds + "/runtime", "a[href*='process-instance/']");
            String round = first(browser.links("process-instance/")).replaceFirst("\\?.*", "");
            for (String tab : List.of(
                    "variables", "incidents", "called-process-instances", "user-tasks", "jobs", "external-tasks")) {
                open(browser, round + "/runtime?tab=" + tab + "-tab", ".ctn-content-bottom");
            }
            open(browser, "processes", "a[href*='process-definition/meeting-cycle']");
            String cycles = first(browser.links("process-definition/meeting-cycle"));
            open(browser, cycles + "/runtime", "a[href*='process-instance/']");
            String cycle = first(browser.links("process-instance/")).replaceFirst("\\?.*", "");
            open(browser, cycle + "/runtime", "[data-element-id=timer_asksClose]");
            open(browser, "decisions", "a[href*='decision-definition/']");
            open(browser, first(browser.links("decision-definition/")), ".ctn-content-bottom");
            open(browser, "tasks", ".tasks-dashboard, .section-title");
            open(browser, "repository", ".deployments-list, .deployment, [cam-deployments]");
            open(browser, "batch", ".batches, .section-title, h3");
        }
    }

    private static void open(Browser browser, String place, String selector) {
        browser.openCockpit(place, selector);
        assertThat(browser.refusedCalls()).as(place).isEmpty();
        assertThat(browser.scriptErrors()).as(place).isEmpty();
        assertThat(browser.texts(".page-notifications .alert, .alert-danger"))
                .as(place)
                .isEmpty();
        assertThat(String.join(" ", browser.texts("body"))).as(place).doesNotContain("rws", "odbn", "meierij");
    }

    private static String first(List<String> links) {
        assertThat(links).isNotEmpty();
        return links.get(0).replaceFirst("^.*#/", "");
    }
}
