package nl.ruggespraak.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@RuggespraakTest
class WebAppLabelsTests {

    /** What is filled in, and what is markup: the same in every language. */
    private static final Pattern NOT_LANGUAGE = Pattern.compile("\\{\\{[^}]*}}|\\{}|</?(a|br|strong)(\\s[^>]*|/)?>");

    /** What only technicians meet may stay English: work on many processes at once, moving and changing running ones, clearing up, licences. */
    private static final Pattern OF_TECHNICIANS = Pattern.compile("("
            + "BATCHES|BULK_OVERRIDE|CAM_WIDGET_SELECTION_TYPE"
            + "|PLGN_(ADJ|BATCH|BTCH|CLUP|CORRELATE|CS_NOTIFICATIONS|CS_TOOLTIP|DPLY|HIST|JRET|MIG|MOD|NEW|PACT|PDEF|REDE|REP)"
            + "|PLUGIN_(CANCEL_PROCESS|EXTERNAL_TASK|INCIDENTS_TAB_STACKTRACE|JOB|JOBS|JOBDEFINITION|SUSPENSION|UPDATE)"
            + "|REPOSITORY_DEPLOYMENTS_DELETE|TIME_TO_LIVE_POPUP|VARIABLE_ADD"
            + "|ADMIN_LICENSE|DIAGNOSTICS|EXECUTION_METRICS|SETUP|SUCCESS|NOTIFICATIONS_STATUS)(_.*)?");

    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void translatesEveryLabelOfWhatEverybodyUses(String app) throws IOException {
        assertThat(labels(read(app, "nl")).keySet())
                .containsExactlyInAnyOrderElementsOf(labels(read(app, "en")).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin"})
    void translatesEveryLabelThatIsNotForTechniciansAlone(String app) throws IOException {
        TreeSet<String> missing = new TreeSet<>(labels(read(app, "en")).keySet());
        missing.removeAll(labels(read(app, "nl")).keySet());

        assertThat(missing).allSatisfy(key -> assertThat(key).matches(OF_TECHNICIANS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void saysInDutchWhatTheEnglishLabelSays(String app) throws IOException {
        Map<String, String> english = labels(read(app, "en"));

        assertThat(labels(read(app, "nl"))).allSatisfy((key, dutch) -> {
            String original = requireNonNull(english.get(key), "no label " + key);
            assertThat(notLanguage(dutch)).as(key).isEqualTo(notLanguage(original));
            assertThat(dutch.isBlank()).as(key).isEqualTo(original.isBlank());
            assertThat(dutch.endsWith(" ")).as(key).isEqualTo(original.endsWith(" "));
            assertThat(dutch.startsWith(" ")).as(key).isEqualTo(original.startsWith(" "));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void servesALabelForEveryKeyAndEnglishWhereThereIsNoDutch(String app) throws IOException {
        Map<String, String> english = labels(read(app, "en"));
        Map<String, String> dutch = labels(read(app, "nl"));
        Map<String, String> served = labels(served(app, "nl"));

        assertThat(served).containsAllEntriesOf(dutch);
        assertThat(served.keySet()).containsAll(english.keySet());
        english.keySet().removeAll(dutch.keySet());
        assertThat(served).containsAllEntriesOf(english);
    }

    @Test
    void writesDatesInTheLanguageOfTheLabels() throws IOException {
        assertThat(served("tasklist", "nl")
                        .at("/dateLocales/relativeTime/future")
                        .textValue())
                .isEqualTo("over %s");
        assertThat(served("tasklist", "en")
                        .at("/dateLocales/relativeTime/future")
                        .textValue())
                .isEqualTo("in %s");
    }

    @Test
    void saysWhatOurScriptsSayInBothLanguages() throws IOException {
        Map<String, String> dutch = labels(served("tasklist", "nl"));
        Map<String, String> english = labels(served("tasklist", "en"));

        assertThat(english.get("tasklist.shortcut.startProcess")).isEqualTo("Start a process");
        assertThat(dutch.get("tasklist.shortcut.startProcess")).isEqualTo("Een proces starten");
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(dutch.keySet());
    }

    @Test
    void letsABrowserKeepThemUntilTheyChange() {
        Visitor manager = Visitor.signedIn(port, "lnv-manager");
        HttpResponse<String> first = manager.get(path("cockpit", "nl"));
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(manager.getUnlessIs(path("cockpit", "nl"), tag).statusCode()).isEqualTo(304);
        assertThat(manager.getUnlessIs(path("cockpit", "en"), tag).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesOtherLanguagesToTheWebApps() {
        Visitor manager = Visitor.signedIn(port, "lnv-manager");

        assertThat(manager.get(path("tasklist", "de")).body()).contains("Aufgabe");
        assertThat(manager.get(path("tasklist", "fr")).statusCode()).isEqualTo(404);
    }

    @Test
    void saysNothingToAStranger() {
        assertThat(Visitor.stranger(port).get(path("tasklist", "nl")).statusCode())
                .isEqualTo(302);
    }

    private static String path(String app, String language) {
        return "/camunda/app/" + app + "/locales/" + language + ".json";
    }

    private JsonNode served(String app, String language) throws IOException {
        return json.readTree(
                Visitor.signedIn(port, "lnv-manager").get(path(app, language)).body());
    }

    private JsonNode read(String app, String language) throws IOException {
        try (InputStream file = new ClassPathResource(
                        "META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json")
                .getInputStream()) {
            return json.readTree(file);
        }
    }

    private static Map<String, String> labels(JsonNode file) {
        Map<String, String> labels = new TreeMap<>();
        file.get("labels")
                .fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().textValue()));
        return labels;
    }

    private static List<String> notLanguage(String label) {
        return NOT_LANGUAGE
                .matcher(label)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
