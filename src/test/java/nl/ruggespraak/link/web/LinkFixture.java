package nl.ruggespraak.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import nl.ruggespraak.link.PersonalLinks;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links to test with, and what is true of every one of them. A link is the path that a mail leads to. */
@TestComponent
public class LinkFixture {

    private final PersonalLinks links;
    private final JdbcClient jdbc;
    private final Environment environment;

    LinkFixture(PersonalLinks links, JdbcClient jdbc, Environment environment) {
        this.links = links;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** A new link. */
    public String issue(Purpose purpose, String subject, String person) {
        return links.issue(purpose, subject, person).replace(environment.getRequiredProperty("ruggespraak.url"), "");
    }

    /** Lets more time pass than links live. */
    public void expire() {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(91))));
    }

    /** What is secret about a link. */
    static String token(String link) {
        return link.substring(link.indexOf('/', 1) + 1);
    }

    /** Opens these pages as people do, and as mail scanners do before them. */
    void assertChangesNothing(Visitor visitor, String... paths) {
        EveryTable tables = new EveryTable(jdbc);
        Map<String, Integer> before = tables.sums();

        for (String path : paths) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(visitor.head(path).statusCode()).as(path).isEqualTo(200);
        }

        assertThat(tables.sums()).isEqualTo(before);
    }

    /** Tries these paths, and to send these fields there. */
    void assertOpensNothing(Visitor visitor, String fields, String... paths) {
        for (String path : paths) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(visitor.post(path, fields).statusCode()).as(path).isEqualTo(404);
        }
    }

    /** Looks for the token of a link on its page, in the log and in every table. */
    void assertNeverTold(String link, HttpResponse<String> page, CapturedOutput output) {
        assertIsDiscreet(page);
        assertThat(page.body()).doesNotContain(token(link));
        assertThat(output.getAll()).doesNotContain(token(link));
        assertThat(new EveryTable(jdbc).with(token(link))).isEmpty();
    }

    /** Browsers and search engines are told to keep the page, and where it is, to themselves. */
    void assertIsDiscreet(HttpResponse<String> page) {
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
    }
}
