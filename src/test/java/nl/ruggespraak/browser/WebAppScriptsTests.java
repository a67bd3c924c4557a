package nl.ruggespraak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class WebAppScriptsTests {

    private static final Pattern SCRIPTS = Pattern.compile("customScripts: \\[([^]]*)]");
    private static final Pattern SCRIPT = Pattern.compile("'([^']+)'");

    @LocalServerPort
    private int port;

    /** A web app in which one of them is missing shows nothing at all. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void findsEveryScriptThatAWebAppLoads(String app) {
        Visitor visitor = Visitor.signedIn(port, "admin");
        String folder = "/camunda/app/" + app + "/";
        String config = visitor.get(folder + "scripts/config.js").body();
        assertThat(config).contains("export default");

        assertThat(SCRIPTS.matcher(config)
                        .results()
                        .flatMap(list -> SCRIPT.matcher(list.group(1)).results())
                        .map((MatchResult script) -> script.group(1)))
                .allSatisfy(script -> assertThat(
                                visitor.get(URI.create(folder).resolve(script).getPath())
                                        .statusCode())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/site/web-app.js",
                "/camunda/app/tasklist/scripts/ruggespraak-forms.js",
                "/camunda/app/tasklist/styles/ruggespraak-forms.css",
                "/camunda/app/tasklist/styles/user-styles.css"
            })
    void servesWhatTheWebAppsAndTheFormsAreMadeOf(String path) {
        assertThat(Visitor.signedIn(port, "admin").get(path).statusCode()).isEqualTo(200);
    }
}
