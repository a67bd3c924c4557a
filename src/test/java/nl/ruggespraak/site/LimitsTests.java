package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.web.LinkFixture;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How often somebody may try. */
@BehindAProxy
class LimitsTests {

    private static final String FLOODER = "203.0.113.7";
    private static final String SOMEBODY_ELSE = "198.51.100.20";
    private static final String REST = "/engine-rest/engine";

    @LocalServerPort
    private int port;

    @Autowired
    private LinkFixture links;

    @BeforeEach
    void theClockStandsStill() {
        ClockUtil.setCurrentTime(new Date());
    }

    @AfterEach
    void theClockRunsAgain() {
        ClockUtil.reset();
    }

    @Test
    void letsOneAddressGuessAtOneAccountFiveTimesAndThenOnceAMinute() {
        Supplier<HttpResponse<String>> guess = () -> guess(FLOODER, "lnv-adviser-1");
        assertThat(times(5, guess)).containsOnly(401);

        assertThat(waitOf(guess.get())).isEqualTo(60);
        assertThat(right("lnv-adviser-1", FLOODER).statusCode())
                .as("The right password tells a guesser nothing, either")
                .isEqualTo(429);

        pass(Duration.ofSeconds(60));
        assertThat(times(2, guess)).containsExactly(401, 429);
    }

    @Test
    void keepsNobodyFromTheirAccountWhileOneAddressFloodsIt() {
        for (int minute = 0; minute < 90; minute++) {
            times(3, () -> guess(FLOODER, "lnv-director"));
            if (minute % 10 == 0) {
                assertThat(right("lnv-director", SOMEBODY_ELSE).statusCode())
                        .as("after %d minutes", minute)
                        .isEqualTo(200);
                Visitor browser = Visitor.stranger(port).from(SOMEBODY_ELSE);
                assertThat(browser.location(browser.signIn("lnv-director", "lnv-director")))
                        .isEqualTo("/");
            }
            pass(Duration.ofMinutes(1));
        }
        assertThat(times(6, () -> guess(FLOODER, "lnv-director"))).contains(429);
    }

    @Test
    void letsOneAddressGuessFiftyTimesWhoeverIsMeant() {
        String address = "203.0.113.50";
        List<Integer> answers = IntStream.rangeClosed(1, 52)
                .mapToObj(i -> guess(address, "nobody-" + i).statusCode())
                .toList();
        assertThat(answers.subList(0, 50)).containsOnly(401);
        assertThat(answers.subList(50, 52)).containsOnly(429);
        assertThat(waitOf(guess(address, "rws-adviser-1"))).isEqualTo(12);
        assertThat(guess("203.0.113.51", "rws-adviser-1").statusCode()).isEqualTo(401);
        assertThat(right("rws-adviser-1", SOMEBODY_ELSE).statusCode()).isEqualTo(200);
    }

    @Test
    void letsOneAddressAskForThirtyLinksWhoeverHasForgottenThePassword() {
        Visitor flooder = Visitor.stranger(port).from("203.0.113.90");
        List<Integer> answers = IntStream.rangeClosed(1, 32)
                .mapToObj(i -> flooder.form("/forgot-password", "/forgot-password", "username=nobody-" + i)
                        .statusCode())
                .toList();
        assertThat(answers.subList(0, 30)).containsOnly(302);
        assertThat(answers.subList(30, 32)).containsOnly(429);
        assertThat(Visitor.stranger(port)
                        .from(SOMEBODY_ELSE)
                        .form("/forgot-password", "/forgot-password", "username=nobody")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void protectsAnAccountFromManyAddressesForAsLongAsTheyGoOn() {
        List<Integer> answers = IntStream.rangeClosed(1, 13)
                .boxed()
                .flatMap(i -> times(5, () -> guess("198.18.0." + i, "rws-director")).stream())
                .toList();
        assertThat(answers.subList(0, 60)).containsOnly(401);
        assertThat(answers.subList(60, 65)).containsOnly(429);
        assertThat(waitOf(right("rws-director", SOMEBODY_ELSE))).isEqualTo(30);

        pass(Duration.ofSeconds(30));
        assertThat(right("rws-director", SOMEBODY_ELSE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "odbn-director, 192.0.2.%d, 203.0.113.60",
        "odbn-representative, 10.9.8.%d, 10.1.2.3",
        "odbn-adviser-1, 127.0.0.%d, 192.168.1.2"
    })
    void countsTheAddressThatTheProxySawWhateverTheGuesserWrote(String user, String written, String seen) {
        List<Integer> answers = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> guess(written.formatted(i) + ", " + seen, user))
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429);
    }

    @Test
    void countsANetworkOfNewAddressesAsOne() {
        List<Integer> answers = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> guess("2001:db8:1:2:%x::%x".formatted(i, i), "odbn-manager"))
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429);
        assertThat(guess("2001:db8:1:3::1", "odbn-manager").statusCode()).isEqualTo(401);
    }

    @Test
    void letsAWholeMinistryComeToWorkAtNine() {
        for (int i = 0; i < 150; i++) {
            assertThat(right("lnv-manager", "192.0.2.1").statusCode()).isEqualTo(200);
        }
        Visitor colleague = Visitor.stranger(port).from("192.0.2.1");
        for (int i = 0; i < 130; i++) {
            assertThat(colleague.post("/sign-in", "username=x&password=x").statusCode())
                    .isEqualTo(302);
        }
        assertThat(colleague.location(colleague.signIn("lnv-adviser-2", "lnv-adviser-2")))
                .isEqualTo("/");
    }

    @Test
    void letsEverybodyInWhoSignsInAtOnceWithTheRightPassword() throws Exception {
        String[] colleagues = {"odbn-adviser-1", "odbn-adviser-2"};
        assertThat(atOnce(40, i -> right("lnv-adviser-3", "192.0.2.9").statusCode()))
                .containsOnly(200);
        assertThat(atOnce(40, i -> {
                    Visitor browser = Visitor.stranger(port).from("192.0.2.9");
                    String colleague = colleagues[i % 2];
                    return browser.location(browser.signIn(colleague, colleague));
                }))
                .containsOnly("/");
    }

    @Test
    void letsNobodyGuessMoreOftenByGuessingAtOnce() throws Exception {
        List<Integer> answers =
                atOnce(200, i -> guess("203.0.113.30", "lnv-department-head-1").statusCode());
        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter(answer -> answer == 401)).hasSize(5);

        List<Integer> ofMany =
                atOnce(200, i -> guess("203.0.113.31", "somebody-" + i % 100).statusCode());
        assertThat(ofMany.stream().filter(answer -> answer == 401)).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/%s", "/r/%s", "/l/%s", "/r/%s/reminders"})
    void slowsDownWhoTriesManyLinksAndNobodyWhoHasOne(String path) {
        String address = "203.0.113." + (100 + Math.abs(path.hashCode()) % 50);
        Visitor scanner = Visitor.stranger(port).from(address);
        for (int i = 0; i < 60; i++) {
            assertThat(scanner.get(path.formatted("token" + i)).statusCode()).isEqualTo(404);
        }
        HttpResponse<String> answer = scanner.get(path.formatted("token"));
        assertThat(waitOf(answer)).isEqualTo(1);
        assertThat(answer.body()).contains("A little patience, please", "one second");
        assertThat(answer.headers().firstValue("Referrer-Policy").orElseThrow()).isEqualTo("no-referrer");
        assertThat(scanner.head(path.formatted("token")).statusCode()).isEqualTo(429);
        assertThat(scanner.post(path.formatted("token"), "do=send").statusCode())
                .isEqualTo(429);

        String link = links.issue(Purpose.GIVE_ASKS, "no-cycle", "lnv-adviser-1");
        assertThat(Visitor.stranger(port).from(address).get(link).statusCode())
                .as("A colleague at the same address")
                .isEqualTo(200);
        assertThat(Visitor.stranger(port)
                        .from(SOMEBODY_ELSE)
                        .get(path.formatted("token"))
                        .statusCode())
                .isEqualTo(404);
        pass(Duration.ofSeconds(1));
        assertThat(scanner.get(path.formatted("token")).statusCode()).isEqualTo(404);
    }

    /** A whole organisation has one address, and its mail server looks at each link first. */
    @Test
    void letsSixHundredColleaguesOpenSaveAndSendWithinFiveMinutes() {
        for (int i = 0; i < 600; i++) {
            String link = links.issue(Purpose.GIVE_ASKS, "no-cycle", "lnv-adviser-1");
            Visitor colleague = Visitor.stranger(port).from("192.0.2.44");
            assertThat(colleague.head(link).statusCode()).isEqualTo(200);
            assertThat(colleague.get(link).statusCode()).isEqualTo(200);
            assertThat(colleague.post(link, "do=autosave").statusCode()).isEqualTo(410);
            assertThat(colleague.post(link, "do=send").statusCode()).isEqualTo(409);
            pass(Duration.ofMillis(500));
        }
    }

    @Test
    void slowsDownWhoAsksTheSameLinkManyTimes() {
        String link = links.issue(Purpose.GIVE_ASKS, "no-cycle", "lnv-adviser-1");
        for (int i = 0; i < 60; i++) {
            assertThat(Visitor.stranger(port).from("203.0.113.70").get(link).statusCode())
                    .isEqualTo(200);
            assertThat(Visitor.stranger(port)
                            .from("203.0.113.71")
                            .post(link, "do=send")
                            .statusCode())
                    .isEqualTo(409);
        }
        HttpResponse<String> answer =
                Visitor.stranger(port).from("203.0.113.72").post(link, "do=send");
        assertThat(waitOf(answer)).isEqualTo(1);
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        String another = links.issue(Purpose.GIVE_ASKS, "no-cycle", "lnv-adviser-1");
        assertThat(Visitor.stranger(port).from("203.0.113.70").get(another).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/oauth2/code/%s", "/oauth2/authorization/%s"})
    void slowsDownWhoForgesStepsOfASignIn(String path) {
        Visitor flooder = Visitor.stranger(port).from("203.0.113." + (160 + path.length()));
        for (int i = 0; i < 60; i++) {
            assertThat(flooder.get(path.formatted("token" + i)).statusCode()).isNotEqualTo(429);
        }
        assertThat(waitOf(flooder.get(path.formatted("token")))).isEqualTo(1);
        assertThat(Visitor.stranger(port)
                        .from(SOMEBODY_ELSE)
                        .get(path.formatted("token"))
                        .statusCode())
                .isNotEqualTo(429);
    }

    @Test
    void slowsDownWhoSendsManyForms() {
        Visitor flooder = signedIn("meierij-adviser-1", "203.0.113.80");
        for (int i = 0; i < 40; i++) {
            assertThat(flooder.get("/forms/tasks/none").statusCode()).isNotEqualTo(429);
            assertThat(flooder.form("/", "/asks/1/release", "").statusCode()).isNotEqualTo(429);
            assertThat(flooder.postJson("/camunda/api/engine/engine/default/task/none/submit-form", "{}")
                            .statusCode())
                    .isNotEqualTo(429);
        }
        assertThat(waitOf(flooder.get("/forms/tasks/none"))).isEqualTo(1);
        assertThat(waitOf(flooder.form("/", "/asks/1/release", ""))).isEqualTo(1);
        assertThat(waitOf(flooder.postJson("/camunda/api/engine/engine/default/task/none/submit-form", "{}")))
                .isEqualTo(1);

        assertThat(flooder.get("/").statusCode()).as("Looking goes on").isEqualTo(200);
        assertThat(signedIn("meierij-adviser-2", "203.0.113.80")
                        .get("/forms/tasks/none")
                        .statusCode())
                .as("A colleague at the same address")
                .isNotEqualTo(429);
    }

    @Test
    void slowsDownWhoGuessesAPasswordByChangingIt() {
        Visitor colleague = Visitor.program(port, "meierij-adviser-3").from("203.0.113.90");
        for (String present : List.of("a", "b", "c", "d", "e")) {
            assertThat(change(colleague, present).statusCode()).isBetween(400, 428);
        }
        assertThat(waitOf(change(colleague, "meierij-adviser-3"))).isEqualTo(60);
        assertThat(waitOf(change(colleague.from(SOMEBODY_ELSE), "meierij-adviser-3")))
                .as("Wherever the person goes")
                .isEqualTo(60);
        pass(Duration.ofMinutes(1));
        assertThat(change(colleague, "meierij-adviser-3").statusCode()).isEqualTo(204);
    }

    @Test
    void countsAWeakNewPasswordAsNoGuess() {
        Visitor colleague = Visitor.program(port, "meierij-manager").from("203.0.113.91");
        for (int i = 0; i < 8; i++) {
            assertThat(colleague
                            .json(
                                    "PUT",
                                    "/engine-rest/user/meierij-manager/credentials",
                                    "{\"password\": \"weak\", \"authenticatedUserPassword\": \"meierij-manager\"}")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static <T> List<T> atOnce(int count, IntFunction<T> attempt) throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> attempts = IntStream.range(0, count)
                    .mapToObj(i -> (Callable<T>) () -> attempt.apply(i))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : visitors.invokeAll(attempts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            visitors.shutdown();
        }
    }

    private static HttpResponse<String> change(Visitor colleague, String presentPassword) {
        return colleague.json(
                "PUT",
                "/engine-rest/user/meierij-adviser-3/credentials",
                "{\"password\": \"Ruggespraak-1!\", \"authenticatedUserPassword\": \"%s\"}".formatted(presentPassword));
    }

    private Visitor signedIn(String user, String address) {
        Visitor visitor = Visitor.stranger(port).from(address);
        assertThat(visitor.location(visitor.signIn(user, user))).isEqualTo("/");
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    private HttpResponse<String> guess(String address, String user) {
        return Visitor.program(port, user, "a guess").from(address).getJson(REST);
    }

    private HttpResponse<String> right(String user, String address) {
        return Visitor.program(port, user).from(address).getJson(REST);
    }

    private static List<Integer> times(int count, Supplier<HttpResponse<String>> attempt) {
        return IntStream.range(0, count)
                .mapToObj(i -> attempt.get().statusCode())
                .toList();
    }

    /** After how many seconds one may try again. */
    private static long waitOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        return Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
    }

    private static void pass(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }
}
