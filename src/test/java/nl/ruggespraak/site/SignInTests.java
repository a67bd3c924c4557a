package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class SignInTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/mailbox",
                "/results",
                "/audit",
                "/anything",
                "/camunda",
                "/camunda/",
                "/camunda/app/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/lib/deps.js",
                "/camunda/favicon.ico",
                "/webjars/camunda/app/tasklist/index.html",
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/health/db",
                "/swaggerui"
            })
    void leadsAStrangerToTheSignInPage(String path) {
        Visitor stranger = Visitor.stranger(port);
        HttpResponse<String> answer = stranger.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(stranger.location(answer)).isEqualTo("/sign-in");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /forms/start/network-meeting",
        "GET, /forms/tasks/1",
        "GET, /camunda/api/engine/engine/",
        "GET, /camunda/api/engine/engine/default/task",
        "POST, /camunda/api/engine/engine/default/task",
        "GET, /camunda/api/engine/engine/default/user",
        "POST, /camunda/api/engine/engine/default/deployment/create",
        "GET, /camunda/api/admin/auth/user/default",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist",
        "GET, /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "GET, /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
        "GET, /engine-rest",
        "GET, /engine-rest/",
        "GET, /engine-rest/engine",
        "GET, /engine-rest/task",
        "POST, /engine-rest/task",
        "GET, /engine-rest/identity/groups?userId=admin",
        "POST, /engine-rest/identity/verify",
        "GET, /engine-rest/version",
        "POST, /engine-rest/deployment/create",
        "GET, /engine-rest/schema/log"
    })
    void tellsAStrangersProgramToSignInAndNothingElse(String method, String path) {
        HttpResponse<String> answer = Visitor.stranger(port).json(method, path, "{}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("default", "Camunda", "7.24", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/site/site.css", "/site/icon.svg", "/site/sign-in.js", "/actuator/health"})
    void showsAStrangerTheSignInPageAndTheHealth(String path) {
        assertThat(Visitor.stranger(port).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void saysOfTheHealthNothingButWhetherItIsUp() {
        assertThat(Visitor.stranger(port).get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @CsvSource({"rws-adviser-3, wrong", "nobody, nobody", "'', ''", "rws-adviser-3, RWS-ADVISER-3", "%, %"})
    void refusesAWrongPassword(String user, String password) {
        Visitor visitor = Visitor.stranger(port);
        HttpResponse<String> answer = visitor.signIn(user, password);
        assertThat(visitor.location(answer)).isEqualTo("/sign-in?refused");
        assertThat(visitor.get("/sign-in?refused").body()).contains("do not go together");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void makesSomebodyWaitWhoGuesses() {
        Visitor visitor = Visitor.stranger(port);
        for (int i = 0; i < 5; i++) {
            visitor.signIn("meierij-adviser-3", "guess");
        }
        HttpResponse<String> answer = visitor.signIn("meierij-adviser-3", "meierij-adviser-3");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(1L, 60L));
    }

    @Test
    void believesNobodyAboutAddressAndTlsWhoIsNoKnownProxy() {
        List<Integer> answers = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> Visitor.program(port, "odbn-adviser-3", "guess")
                        .from("203.0.113." + i)
                        .getJson("/engine-rest/engine")
                        .statusCode())
                .toList();
        assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429);
        HttpResponse<String> page = Visitor.stranger(port).overTls().get("/sign-in");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    }

    @Test
    void opensPagesAndTasklistWithOneSignIn() {
        Visitor adviser = Visitor.stranger(port);
        assertThat(adviser.location(adviser.get(TASKLIST))).isEqualTo("/sign-in");

        HttpResponse<String> answer = adviser.signIn("lnv-adviser-1", "lnv-adviser-1");

        assertThat(adviser.location(answer)).isEqualTo(TASKLIST);
        assertThat(adviser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(adviser.getJson(TASKS).statusCode()).isEqualTo(200);
        assertThat(adviser.get("/").body()).contains("Hello Joost", "Ministry of Agriculture", "Your tasks");
    }

    @Test
    void givesTheSignedInAnotherSession() {
        Visitor adviser = Visitor.stranger(port);
        adviser.get("/sign-in");
        String before = adviser.cookie("JSESSIONID");
        adviser.signIn("lnv-adviser-1", "lnv-adviser-1");
        assertThat(adviser.cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void endsPagesAndTasklistWithOneSignOut() {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
        adviser.get(TASKLIST);

        HttpResponse<String> answer = adviser.form("/", "/sign-out", "");

        assertThat(adviser.location(answer)).isEqualTo("/sign-in?out");
        assertThat(adviser.getJson(TASKS).statusCode()).isEqualTo(401);
        assertThat(adviser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void endsEverythingWithTheSignOutOfTasklist() {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
        adviser.get(TASKLIST);

        assertThat(adviser.postJson("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(adviser.getJson(TASKS).statusCode()).isEqualTo(401);
        assertThat(adviser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesASignInThatAnotherSiteForged() {
        Visitor visitor = Visitor.stranger(port);
        HttpResponse<String> answer =
                visitor.form("/site/site.css", "/sign-in", "username=lnv-adviser-1&password=lnv-adviser-1");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(answer.statusCode()).isNotEqualTo(200);
    }

    @Test
    void leadsEachRoleToItsWork() {
        assertThat(Visitor.signedIn(port, "chair").get("/").body())
                .contains("tasklist", "processStart=network-meeting")
                .doesNotContain("cockpit");
        assertThat(Visitor.signedIn(port, "lnv-manager").get("/").body())
                .contains("tasklist", "cockpit")
                .doesNotContain("app/admin", "processStart");
        assertThat(Visitor.signedIn(port, "admin").get("/").body())
                .contains("tasklist", "cockpit", "app/admin", "mailbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/anything", "/actuator/env", "/webjars/camunda/app/tasklist/index.html"})
    void deniesTheSignedInWhatIsNotNamed(String path) {
        HttpResponse<String> answer = Visitor.signedIn(port, "admin").get(path);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("This page is not for you")
                .doesNotContain("Exception", "Tomcat", "Whitelabel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/%2e%2e/", "/camunda/app/;x=1/", "//mailbox", "/mailbox%00", "/site/../sign-in/"})
    void answersAwkwardPathsWithoutDetails(String path) {
        HttpResponse<String> answer = Visitor.stranger(port).get(path);
        assertThat(answer.statusCode()).isIn(302, 400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "Whitelabel", "firewall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/", "/nowhere", "/asks/%00", "/mailbox", "/a/none", "/site/site.css"})
    void protectsItsPagesWithHeaders(String path) {
        HttpResponse<String> page = Visitor.signedIn(port, "lnv-adviser-1").get(path);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options").orElseThrow()).isIn("SAMEORIGIN", "DENY");
        assertThat(page.headers().firstValue("Referrer-Policy").orElseThrow()).isIn("same-origin", "no-referrer");
        assertThat(page.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.headers().firstValue("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/token", "/r/token", "/l/token"})
    void sendsTheAddressOfALinkNowhere(String path) {
        assertThat(Visitor.stranger(port).get(path).headers().firstValue("Referrer-Policy"))
                .hasValue("no-referrer");
    }

    @Test
    void hidesItsCookieFromScriptsAndOtherSites() {
        HttpResponse<String> page = Visitor.stranger(port).get("/sign-in");
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("<title>Sign in · Ruggespraak</title>");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/engine/default/task", "/engine-rest/nothing"})
    void protectsDataWithHeaders(String path) {
        for (HttpResponse<String> answer : List.of(
                Visitor.program(port, "lnv-adviser-1").getJson(path),
                Visitor.signedIn(port, "lnv-adviser-1").getJson(path),
                Visitor.stranger(port).getJson(path))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("script", "unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKLIST, "/camunda/app/cockpit/default/", TASKS})
    void protectsTheWebAppsWithHeaders(String path) {
        HttpResponse<String> answer = Visitor.signedIn(port, "admin").get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).allMatch(List.of("SAMEORIGIN", "DENY")::contains);
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void givesTasklistItsOwnHeadersAndCookies() {
        HttpResponse<String> tasklist = Visitor.signedIn(port, "lnv-adviser-1").get(TASKLIST);
        assertThat(tasklist.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(tasklist.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("SameSite=Lax"));
    }

    @Test
    void answersAProgramWithItsPersonsRights() {
        assertThat(Visitor.program(port, "lnv-adviser-1")
                        .getJson("/engine-rest/task")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Visitor.program(port, "lnv-adviser-1")
                        .getJson("/engine-rest/user")
                        .body())
                .contains("lnv-adviser-1")
                .doesNotContain("rws-adviser-1");
        assertThat(Visitor.program(port, "admin").getJson("/engine-rest/user").body())
                .contains("rws-adviser-1");
    }

    @Test
    void keepsNoSessionForPrograms() {
        HttpResponse<String> answer = Visitor.program(port, "lnv-adviser-1").getJson("/engine-rest/task");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void opensTheRestInterfaceToASession() {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
        assertThat(adviser.getJson("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(adviser.getJson("/engine-rest/user").body())
                .contains("lnv-adviser-1")
                .doesNotContain("rws-adviser-1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /engine-rest/task",
        "POST, /engine-rest/process-definition/key/network-meeting/start",
        "PUT, /engine-rest/task/1/variables/x",
        "DELETE, /engine-rest/task/1"
    })
    void refusesAChangeThatAnotherSiteForgedInASession(String method, String path) {
        Visitor admin = Visitor.signedIn(port, "admin");
        admin.get(TASKLIST);
        assertThat(admin.json(method, path, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void takesAChangeInASessionWithTheTokenOfAPage() {
        Visitor admin = Visitor.signedIn(port, "admin");
        assertThat(admin.postJsonWithTokenOf("/", "/engine-rest/task", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void asksABrowserForNoPassword() {
        assertThat(Visitor.stranger(port).get("/engine-rest/task").headers().firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(Visitor.stranger(port).getJson("/engine-rest/task").headers().firstValue("WWW-Authenticate"))
                .hasValue("Basic realm=\"Ruggespraak\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/identity/verify",
                "/engine-rest/identity/verify/",
                "/engine-rest/engine/default/identity/verify",
                "/engine-rest/identity/v%65rify"
            })
    void letsNobodyTryPasswordsBesideTheSignIn(String path) {
        String guess = "{\"username\":\"lnv-director\",\"password\":\"lnv-director\"}";
        assertThat(Visitor.program(port, "admin").postJson(path, guess).statusCode())
                .isEqualTo(403);
        Visitor inTasklist = Visitor.signedIn(port, "admin");
        inTasklist.get(TASKLIST);
        assertThat(inTasklist
                        .postJson(
                                path.replaceFirst(
                                        "/engine-rest(/engine/default)?", "/camunda/api/engine/engine/default"),
                                guess)
                        .statusCode())
                .isEqualTo(403);
    }
}
