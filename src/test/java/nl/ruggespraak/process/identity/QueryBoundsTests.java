package nl.ruggespraak.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one question to the engine may hold, over REST and in the web apps. */
@RuggespraakTest
class QueryBoundsTests {

    private static final String VARIABLE = "{\"name\": \"a\", \"operator\": \"neq\", \"value\": \"b\"}";
    private static final String ORDER = "{\"sortBy\": \"dueDate\", \"sortOrder\": \"asc\"}";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/task/count",
                "/engine-rest/engine/default/task",
                "/camunda/api/engine/engine/default/task",
                "/engine-rest/process-instance",
                "/engine-rest/execution",
                "/engine-rest/history/task",
                "/engine-rest/history/process-instance/count",
                "/camunda/api/cockpit/plugin/base/default/process-instance"
            })
    void takesTwentyVariablesAndNoMore(String path) {
        String name = path.contains("/task") ? "processVariables" : "variables";
        Visitor manager = managerAt(path);
        assertThat(manager.postJson(path, "{\"%s\": [%s]}".formatted(name, times(20, VARIABLE)))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(
                manager.postJson(path, "{\"%s\": [%s]}".formatted(name, times(21, VARIABLE))), "at most 20 variables");
    }

    @Test
    void countsTheVariablesOfAllPartsTogether() {
        String part = "{\"processVariables\": [%s], \"taskVariables\": [%s]}"
                .formatted(times(4, VARIABLE), times(3, VARIABLE));
        Visitor manager = manager();
        assertThat(manager.postJson("/engine-rest/task", "{\"orQueries\": [%s]}".formatted(times(2, part)))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(
                manager.postJson("/engine-rest/task", "{\"orQueries\": [%s]}".formatted(times(3, part))),
                "at most 20 variables");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/history/process-instance", "/engine-rest/filter"})
    void takesTwentyPartsAndNoMore(String path) {
        assertRefused(
                manager("admin").postJson(path, "{\"orQueries\": [%s]}".formatted(times(21, "{\"active\": true}"))),
                "at most 20 parts");
    }

    @Test
    void countsPartsWithinParts() {
        String nested = IntStream.range(0, 11)
                .mapToObj(i -> "")
                .reduce("{}", (inner, i) -> "{\"orQueries\": [{}, %s]}".formatted(inner), (a, b) -> a);
        assertRefused(manager().postJson("/engine-rest/task", nested), "at most 20 parts");
    }

    @Test
    void takesTwentyOrdersAndNoMore() {
        assertThat(manager()
                        .postJson("/engine-rest/task", "{\"sorting\": [%s]}".formatted(times(20, ORDER)))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(
                manager().postJson("/engine-rest/task", "{\"sorting\": [%s]}".formatted(times(21, ORDER))),
                "at most 20 things");
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task, processVariables",
        "/engine-rest/task/count, taskVariables",
        "/engine-rest/process-instance, variables",
        "/engine-rest/history/task, processVariables",
        "/camunda/api/engine/engine/default/task, caseInstanceVariables"
    })
    void countsThemInAddressesToo(String path, String name) {
        String twenty = IntStream.rangeClosed(1, 20).mapToObj(i -> "a_neq_" + i).collect(Collectors.joining(","));
        Visitor manager = managerAt(path);
        assertThat(manager.getJson(path + "?" + name + "=" + twenty).statusCode())
                .isEqualTo(200);
        assertRefused(manager.getJson(path + "?" + name + "=" + twenty + ",b_eq_1"), "at most 20 variables");
        assertRefused(
                manager.getJson(path + "?" + name + "=" + twenty + "&" + name + "=b_eq_1"), "at most 20 variables");
    }

    @Test
    void refusesWhatIsNestedDeeply() {
        assertRefused(
                manager().postJson("/engine-rest/task", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
                "more than 50 levels deep");
        assertRefused(manager().postJson("/engine-rest/task", "[".repeat(100_000)), "more than 50 levels deep");
    }

    /** A reader more lenient than ours would count otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"{/* */\"a\": 1}", "{'a': 1}", "{\"a\": 1", "no"})
    void refusesWhatIsNoJson(String body) {
        assertRefused(manager().postJson("/engine-rest/task", body), "no JSON");
    }

    @Test
    void tellsInTheReadersLanguage() {
        Visitor manager = Visitor.program(port, "rws-manager").speaking("nl");
        HttpResponse<String> answer =
                manager.postJson("/engine-rest/task", "{\"processVariables\": [%s]}".formatted(times(21, VARIABLE)));
        assertThat(answer.body()).containsAnyOf("hooguit 20 variabelen", "at most 20 variables");
    }

    private Visitor manager() {
        return manager("lnv-manager");
    }

    private Visitor managerAt(String path) {
        if (!path.startsWith("/camunda/")) {
            return manager();
        }
        Visitor manager = Visitor.signedIn(port, "lnv-manager");
        manager.get("/camunda/app/cockpit/default/");
        return manager;
    }

    private Visitor manager(String person) {
        return Visitor.program(port, person);
    }

    private static void assertRefused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body()).contains("\"message\"", "\"type\"", sentence);
    }

    private static String times(int count, String part) {
        return IntStream.range(0, count).mapToObj(i -> part).collect(Collectors.joining(","));
    }
}
