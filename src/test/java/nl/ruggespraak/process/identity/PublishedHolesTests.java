package nl.ruggespraak.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The two published holes of the engine's last community release, attacked over HTTP. */
@RuggespraakTest
class PublishedHolesTests {

    /** What the attacks leave behind in the system's properties when their expression is evaluated. */
    private static final String MARK = "published.hole";

    private static final String WEB_APP = "/camunda/api/engine/engine/default";
    private static final String ADMIN = "camunda-admin";

    @LocalServerPort
    private int port;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    private Filter filter;

    @BeforeEach
    void aFilterThatEverybodyReads() {
        System.clearProperty(MARK);
        filter = filters.newTaskFilter("Open");
        filter.setQuery(tasks.createTaskQuery());
        filters.saveFilter(filter);
    }

    @BeforeEach
    void noAdministrator() {
        identity.deleteMembership("admin", ADMIN);
    }

    @AfterEach
    void asItWas() {
        filters.deleteFilter(filter.getId());
        System.clearProperty(MARK);
        identity.createMembership("admin", ADMIN);
    }

    static Stream<String> expressionsInParts() {
        String expression = "${systemProperties.put('" + MARK + "', 'x')}";
        return Stream.of(
                        "assigneeExpression",
                        "assigneeLikeExpression",
                        "candidateUserExpression",
                        "candidateGroupExpression",
                        "involvedUserExpression",
                        "ownerExpression",
                        "processInstanceBusinessKeyExpression",
                        "dueBeforeExpression",
                        "followUpAfterExpression",
                        "createdOnExpression")
                .map(field -> "{\"orQueries\":[{\"%s\":\"%s\"}]}".formatted(field, expression));
    }

    @ParameterizedTest
    @MethodSource("expressionsInParts")
    void evaluatesNoExpressionThatAnAdviserSendsToTheRestInterface(String query) {
        Visitor adviser = Visitor.program(port, "lnv-adviser-1");
        List<HttpResponse<String>> answers = Stream.of(
                        "/task", "/task/count", "/filter/%s/list", "/filter/%s/count", "/filter/%s/singleResult")
                .map(path -> adviser.postJson("/engine-rest" + path.formatted(filter.getId()), query))
                .toList();
        assertThat(System.getProperty(MARK)).isNull();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(400);
    }

    @ParameterizedTest
    @MethodSource("expressionsInParts")
    void evaluatesNoExpressionThatAnAdviserSendsToTheWebApps(String query) {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
        adviser.get("/camunda/app/tasklist/default/");
        List<HttpResponse<String>> answers = Stream.of(
                        "/task", "/task/count", "/filter/%s/list", "/filter/%s/count", "/filter/%s/singleResult")
                .map(path -> adviser.postJson(WEB_APP + path.formatted(filter.getId()), query))
                .toList();
        assertThat(System.getProperty(MARK)).isNull();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(400);
    }

    @Test
    void evaluatesNoExpressionInTheQueryItself() {
        String query = "{\"assigneeExpression\":\"${systemProperties.put('" + MARK + "', 'x')}\"}";
        assertThat(Visitor.program(port, "lnv-adviser-1")
                        .postJson("/engine-rest/task", query)
                        .statusCode())
                .isEqualTo(400);
        assertThat(System.getProperty(MARK)).isNull();
    }

    @Test
    void letsNobodyButAnAdministratorStoreAFilterOrDeploy() {
        Visitor adviser = Visitor.program(port, "lnv-representative");
        String body = "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{\"assignee\":\"x\"}}";
        assertThat(adviser.postJson("/engine-rest/filter/create", body).statusCode())
                .isEqualTo(403);
        assertThat(adviser.json("PUT", "/engine-rest/filter/" + filter.getId(), body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(adviser.json("DELETE", "/engine-rest/filter/" + filter.getId(), "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(adviser.multipart("/engine-rest/deployment/create", "x.bpmn", "<definitions/>")
                        .statusCode())
                .isEqualTo(403);
    }

    static Stream<String> waysToTheSetup() {
        return Stream.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda/api/admin;x=1/setup/default/user/create",
                "/camunda;a/api;b/admin;c/setup;d/default;e/user;f/create;g",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/%61dmin/s%65tup/default/user/create",
                "/camunda/%61pi/admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/x/%2e%2e/admin/setup/default/user/create",
                "/camunda/api/engine/../admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/default/user/create?x=1",
                "/camunda/api/admin/setup%09/default/user/create");
    }

    @ParameterizedTest
    @MethodSource("waysToTheSetup")
    void letsNoStrangerMakeAnAdministratorWhileThereIsNone(String path) throws IOException {
        assertThat(status(path, "")).isEqualTo(404);
        assertThat(administrators()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("waysToTheSetup")
    void letsNoAdviserMakeAnAdministratorWhileThereIsNone(String path) throws IOException {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
        adviser.get("/camunda/app/tasklist/default/");
        String token = String.valueOf(adviser.cookie("XSRF-TOKEN"));
        String headers = "Cookie: JSESSIONID=" + adviser.cookie("JSESSIONID") + "; XSRF-TOKEN=" + token
                + "\r\nX-XSRF-TOKEN: " + token + "\r\n";

        assertThat(status(path, headers)).isEqualTo(404);
        assertThat(administrators()).isEmpty();
        assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup%2Fdefault/user/create",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin\\setup/default/user/create"
            })
    void leavesPathsWithHiddenSlashesToTheServerWhichRefusesThem(String path) throws IOException {
        assertThat(status(path, "")).isEqualTo(400);
        assertThat(administrators()).isEmpty();
    }

    private List<User> administrators() {
        return identity.createUserQuery().memberOfGroup(ADMIN).list();
    }

    /** By hand over a socket: a client would tidy the path first. */
    private int status(String path, String headers) throws IOException {
        String body =
                "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\",\"email\":\"m@example.org\"},"
                        + "\"credentials\":{\"password\":\"Long enough 1!\"}}";
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n" + headers
                + "Connection: close\r\n\r\n" + body;
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return Integer.parseInt(answer.toString(StandardCharsets.UTF_8).split(" ")[1]);
        }
    }
}
