package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Behind a proxy that ends TLS, and says so. */
@BehindAProxy
class TlsTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/nowhere",
                "/a/none",
                "/site/site.css",
                "/actuator/health",
                TASKLIST,
                "/engine-rest/task"
            })
    void tellsABrowserToComeByTlsOnly(String path) {
        assertThat(Visitor.stranger(port).overTls().get(path).headers().firstValue("Strict-Transport-Security"))
                .as(path)
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "includeSubDomains"));
        assertThat(Visitor.stranger(port).get(path).headers().firstValue("Strict-Transport-Security"))
                .as("Without TLS it would be void")
                .isEmpty();
    }

    @Test
    void marksEachCookieAsOneForTls() {
        Visitor visitor = Visitor.stranger(port).overTls();
        List<String> ours = visitor.get("/sign-in").headers().allValues("Set-Cookie");
        assertThat(ours).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure"));
    }

    @Test
    void marksTheCookiesOfTasklistToo() {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1").overTls();
        List<String> cookies = adviser.get(TASKLIST).headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("SameSite=Lax"));
    }

    @Test
    void leadsOnByTheSameWay() {
        HttpResponse<String> answer = Visitor.stranger(port).overTls().get("/");
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
    }
}
