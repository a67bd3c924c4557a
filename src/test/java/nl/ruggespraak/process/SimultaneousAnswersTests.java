package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.web.LinkFixture;
import nl.ruggespraak.process.EveryUserTask.Open;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Twelve requests at the same moment: one answer is kept, and everybody else is told so, whichever way the answers come. */
@RuggespraakTest
@Import(EveryUserTask.class)
class SimultaneousAnswersTests {

    private static final int AT_ONCE = 12;
    private static final String ANSWERED = "You have answered this already";

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private EveryUserTask every;

    @Autowired
    private LinkFixture links;

    @AfterEach
    void theClockRunsAgain() {
        engine.resetClock();
    }

    static Stream<String> userTasks() {
        return EveryUserTask.ALL.stream();
    }

    @Test
    void knowsEveryUserTask() {
        assertThat(every.declared().keySet()).containsExactlyElementsOf(EveryUserTask.ALL);
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void keepsOneAnswerOverRest(String task) throws Exception {
        Open open = every.open(task);
        String complete = "/engine-rest/task/" + open.task().getId() + "/complete";

        List<HttpResponse<String>> answers = atOnce(i -> {
            Visitor script = Visitor.signedIn(port, open.person());
            return () -> script.postJsonWithTokenOf("/meetings", complete, "{\"variables\": " + open.answer() + "}");
        });

        assertOneIsKept(open, answers, 204, ANSWERED);
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void keepsOneAnswerOfBrowsers(String task) throws Exception {
        Open open = every.open(task);
        String submit = "/camunda/api/engine/engine/default/task/" + open.task().getId() + "/submit-form";

        List<HttpResponse<String>> answers = atOnce(i -> {
            Visitor browser = Visitor.signedIn(port, open.person());
            browser.get("/camunda/app/tasklist/default/");
            return () -> browser.postJson(submit, "{\"variables\": " + open.answer() + "}");
        });

        assertOneIsKept(open, answers, 204, ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({
        "userTask_giveAsks, GIVE_ASKS, 'asks-1-kind=QUESTION&asks-1-title=Who+trains%3F'",
        "userTask_recordLeads, RECORD_LEADS, 'attended=true&leads-1-kind=STAFF_DEMAND&leads-1-title=Inspectors&leads-1-organisation=rws'",
        "userTask_actOnReportBack, ACT_ON_REPORT_BACK, 'outcome=TALK_HELD'"
    })
    void keepsOneAnswerOfLinks(String task, Purpose purpose, String fields) throws Exception {
        Open open = every.open(task);
        String subject =
                purpose == Purpose.ACT_ON_REPORT_BACK ? String.valueOf(every.reportBack(open)) : open.businessKey();

        List<HttpResponse<String>> answers = atOnce(i -> {
            String link = links.issue(purpose, subject, open.person());
            Visitor stranger = Visitor.stranger(port);
            return () -> stranger.post(link, "do=send&" + fields);
        });

        assertOneIsKept(open, answers, 302, "already");
        assertThat(every.drafts(open)).as("drafts that are left").isZero();
    }

    @Test
    void keepsOneAnswerOfALinkAndTasklist() throws Exception {
        Open open = every.open("userTask_giveAsks");
        String complete = "/engine-rest/task/" + open.task().getId() + "/complete";
        String link = links.issue(Purpose.GIVE_ASKS, open.businessKey(), open.person());

        List<HttpResponse<String>> answers = atOnce(i -> {
            Visitor visitor = i % 2 == 0 ? Visitor.stranger(port) : Visitor.signedIn(port, open.person());
            return i % 2 == 0
                    ? () -> visitor.post(link, "do=send&asks-1-kind=QUESTION&asks-1-title=Who+trains%3F")
                    : () -> visitor.postJsonWithTokenOf(
                            "/meetings", complete, "{\"variables\": " + open.answer() + "}");
        });

        assertThat(answers.stream().filter(answer -> answer.statusCode() < 400)).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.statusCode() < 400 || answer.statusCode() == 409);
        assertThat(every.kept(open)).isOne();
    }

    /** Different tasks of one escalation: none of them gets in the way of another. */
    @Test
    void keepsWhatTwoDepartmentHeadsReportAtOnce() throws Exception {
        Open open = every.open("userTask_reportStaffAtRisk");
        String other = engine.task("lnv-department-head-2", open.businessKey(), "userTask_reportStaffAtRisk")
                .getId();
        String answer = "{\"variables\": " + open.answer() + "}";

        List<HttpResponse<String>> answers = atOnce(
                2,
                i -> i == 0
                        ? () -> Visitor.program(port, "lnv-department-head-1")
                                .postJson("/engine-rest/task/" + open.task().getId() + "/complete", answer)
                        : () -> Visitor.program(port, "lnv-department-head-2")
                                .postJson("/engine-rest/task/" + other + "/complete", answer));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(204);
        assertThat(every.kept(open)).isEqualTo(2);
    }

    private void assertOneIsKept(Open open, List<HttpResponse<String>> answers, int done, String sentence) {
        List<String> told = answers.stream()
                .map(answer -> answer.statusCode() + " " + answer.body())
                .toList();
        assertThat(answers.stream().filter(answer -> answer.statusCode() == done))
                .as("%s", told)
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != done))
                .as("%s", told)
                .allMatch(answer -> answer.statusCode() == 409 && answer.body().contains(sentence));
        assertThat(every.kept(open)).as("answers in the tables").isOne();
    }

    private static List<HttpResponse<String>> atOnce(IntFunction<Callable<HttpResponse<String>>> visitor)
            throws Exception {
        return atOnce(AT_ONCE, visitor);
    }

    /** Everybody is ready before anybody begins. */
    static List<HttpResponse<String>> atOnce(int count, IntFunction<Callable<HttpResponse<String>>> visitor)
            throws Exception {
        List<Callable<HttpResponse<String>>> ready =
                IntStream.range(0, count).mapToObj(visitor).toList();
        CyclicBarrier start = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<HttpResponse<String>>> running = ready.stream()
                    .map(each -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
