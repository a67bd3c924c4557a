package nl.ruggespraak.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** What the web apps say to people whose browser asks for other languages. What is in forms, and how filters are called, is not of the web apps. */
@RuggespraakTest
class LanguageTests {

    private static final Pattern NAME_OF_A_KEY = Pattern.compile("[A-Z]+(_[A-Z0-9]+)+");

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private RuntimeService processes;

    @LocalServerPort
    private int port;

    @Test
    void speaksDutchInTasklist() throws IOException {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        String task = engine.task("lnv-adviser-1", cycle, "userTask_giveAsks").getId();
        try (Browser browser = Browser.signedIn(port, "lnv-adviser-1", "nl-NL,nl,en")) {
            browser.openTasklist("?task=" + task);
            browser.text(".rg-about");
            assertThat(browser.title()).isEqualTo("Ruggespraak Takenlijst");
            assertThat(browser.ask("document.documentElement.lang")).isEqualTo("nl");
            assertThat(browser.ask(
                            "document.querySelector('.task-search input, [cam-widget-search] input').placeholder"))
                    .isEqualTo("Taken zoeken");
            assertThat(browser.everythingSaid()).contains("Afronden", "Bewaren", "Historie", "Opmerking toevoegen");
            assertSpeaksDutch(browser, "tasklist");

            browser.click(".task-details li[heading] a, .task-details .nav-tabs li:nth-child(2) a");
            assertSpeaksDutch(browser, "tasklist");
            browser.click(".task-details .nav-tabs li:nth-child(3) a");
            assertSpeaksDutch(browser, "tasklist");
        }
    }

    /** What Tasklist reads only once would go on saying the name of its key. */
    @Test
    void showsNoNamesOfKeysWhenTheLabelsComeLate() {
        try (Browser browser = Browser.signedIn(port, "lnv-adviser-1", "nl")) {
            browser.slowDown("/camunda/app/tasklist/locales/*", Duration.ofSeconds(5));
            browser.openTasklist("");
            assertThat(browser.text(".task-filters")).isNotEmpty();
            browser.waitUntil(() -> browser.everythingSaid().contains("Uiterste datum"));
            assertThat(browser.everythingSaid())
                    .contains("Taken zoeken")
                    .noneMatch(said -> NAME_OF_A_KEY.matcher(said).matches());
        }
    }

    @Test
    void writesDatesInDutch() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        String task = engine.task("lnv-adviser-1", cycle, "userTask_giveAsks").getId();
        try (Browser browser = Browser.signedIn(port, "lnv-adviser-1", "fr,nl,en")) {
            browser.openTasklist("?task=" + task);
            assertThat(browser.text(".task-card .due-date, .tasks-list .due-date"))
                    .containsPattern("(over|geleden)");
            assertThat(browser.ask("window.angular.element(document.body).injector().get('$locale').id"))
                    .isEqualTo("nl-nl");
            assertThat(browser.ask("window.angular.element(document.body).injector().get('$filter')('number')(1234.5)"))
                    .isEqualTo("1.234,5");
            assertThat(browser.ask("window.angular.element(document.body).injector().get('$filter')('date')"
                            + "(new Date(2026, 2, 31), 'EEEE d MMMM')"))
                    .isEqualTo("dinsdag 31 maart");
        }
    }

    @Test
    void speaksDutchToAChairWhoStartsAProcess() throws IOException {
        try (Browser browser = Browser.signedIn(port, "chair", "nl")) {
            browser.openTasklist("");
            browser.click(".start-process-action a");
            browser.text(".modal-body");
            assertThat(browser.text(".modal-title")).contains("Proces starten");
            assertSpeaksDutch(browser, "tasklist");
        }
    }

    @Test
    void speaksDutchToAManagerInCockpit() throws IOException {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        try (Browser browser = Browser.signedIn(port, "lnv-manager", "nl")) {
            browser.open("/camunda/app/cockpit/default/");
            browser.waitUntil(() -> browser.everythingSaid().contains("Lopende processen"));
            assertThat(browser.title()).startsWith("Ruggespraak Cockpit");
            assertSpeaksDutch(browser, "cockpit");

            browser.click(".app-switch .dropdown-toggle");
            assertThat(browser.texts(".app-switch .dropdown-menu li")).containsExactly("Takenlijst");

            browser.open("/camunda/app/cockpit/default/#/processes");
            browser.waitUntil(() -> browser.everythingSaid().contains("Sleutel"));
            assertSpeaksDutch(browser, "cockpit");

            browser.open("/camunda/app/cockpit/default/#/process-instance/" + instance(cycle) + "/runtime");
            browser.waitUntil(
                    () -> browser.everythingSaid().containsAll(Set.of("Variabelen", "Taken", "Kenmerk:", "Lopend")));
            assertSpeaksDutch(browser, "cockpit");
        }
    }

    @Test
    void speaksEnglishToEverybodyElse() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        String task = engine.task("lnv-adviser-1", cycle, "userTask_giveAsks").getId();
        try (Browser browser = Browser.signedIn(port, "lnv-adviser-1", "fr-FR,fr")) {
            browser.openTasklist("?task=" + task);
            browser.text(".rg-about");
            assertThat(browser.title()).isEqualTo("Ruggespraak Tasklist");
            assertThat(browser.ask("document.documentElement.lang")).isEqualTo("en");
            assertThat(browser.everythingSaid())
                    .contains("Complete", "History", "Add Comment")
                    .noneMatch(said -> NAME_OF_A_KEY.matcher(said).matches());
        }
    }

    private String instance(String cycle) {
        return requireNonNull(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(cycle)
                        .processDefinitionKey("meeting-cycle")
                        .singleResult())
                .getId();
    }

    /** Neither the name of a key, nor the English of a label that we have in Dutch. */
    private static void assertSpeaksDutch(Browser browser, String app) throws IOException {
        Set<String> said = browser.everythingSaid();
        assertThat(said).noneMatch(text -> NAME_OF_A_KEY.matcher(text).matches());
        assertThat(said).doesNotContainAnyElementsOf(translated(app));
    }

    /** The English of what we have in Dutch, unless it is the same. */
    private static Set<String> translated(String app) throws IOException {
        JsonNode english = labels(app, "en");
        Set<String> originals = new TreeSet<>();
        labels(app, "nl").fields().forEachRemaining(label -> {
            String original = english.get(label.getKey()).textValue().trim();
            if (original.length() > 3
                    && !original.equals(label.getValue().textValue().trim())) {
                originals.add(original);
            }
        });
        // Words that the web app has in its own pages, and the engine's names of kinds of variables.
        originals.removeAll(Set.of("Actions", "Toggle this section", "Date", "Integer", "String", "null"));
        return originals;
    }

    private static JsonNode labels(String app, String language) throws IOException {
        try (InputStream file = new ClassPathResource(
                        "META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json")
                .getInputStream()) {
            return new ObjectMapper().readTree(file).get("labels");
        }
    }
}
