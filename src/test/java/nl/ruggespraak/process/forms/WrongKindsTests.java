package nl.ruggespraak.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.EveryUserTask;
import nl.ruggespraak.process.EveryUserTask.Open;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Every field of every form × every kind of value that is none for it, and tasks and messages that are over: an answer from 400 to 409 with a sentence, one line in the
 * log, no trace, and nothing is kept.
 */
@RuggespraakTest
@Import(EveryUserTask.class)
class WrongKindsTests {

    private static final String DEEP = "[".repeat(1_500) + "]".repeat(1_500);

    /** No field takes any of these, whatever its kind. */
    private static final List<String> WRONG_EVERYWHERE = List.of(
            "{\"type\": \"Object\", \"value\": \"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\", \"valueInfo\": {\"objectTypeName\": \"java.util.HashMap\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}",
            "{\"type\": \"Object\", \"value\": \"{}\", \"valueInfo\": {\"objectTypeName\": \"nl.ruggespraak.Nothing\", \"serializationDataFormat\": \"application/json\"}}",
            "{\"type\": \"Object\", \"value\": null}",
            "{\"type\": \"Nonsense\", \"value\": \"x\"}",
            "{\"type\": \"\", \"value\": \"x\"}",
            "{\"type\": 7, \"value\": \"x\"}",
            "{\"type\": [\"Json\"], \"value\": \"[]\"}",
            "{\"type\": \"Json\", \"value\": \"no JSON\"}",
            "{\"type\": \"Json\", \"value\": \"[\"}",
            "{\"type\": \"Json\", \"value\": \"[] []\"}",
            "{\"type\": \"Json\", \"value\": [1]}",
            "{\"type\": \"Json\", \"value\": {\"a\": 1}}",
            "{\"type\": \"Json\", \"value\": 7}",
            "{\"type\": \"Json\", \"value\": true}",
            "{\"type\": \"Json\", \"value\": \"" + DEEP + "\"}",
            "{\"value\": " + DEEP + "}",
            "{\"value\": {\"a\": {\"b\": [1, 2]}}}",
            "{\"type\": \"Boolean\", \"value\": [true]}",
            "{\"type\": \"Boolean\", \"value\": \"perhaps\"}",
            "{\"type\": \"Boolean\", \"value\": {}}",
            "{\"type\": \"String\", \"value\": [\"a\"]}",
            "{\"type\": \"String\", \"value\": {\"a\": 1}}",
            "{\"type\": \"Integer\", \"value\": 99999999999}",
            "{\"type\": \"Integer\", \"value\": \"many\"}",
            "{\"type\": \"Integer\", \"value\": 1.5}",
            "{\"type\": \"Short\", \"value\": 40000}",
            "{\"type\": \"Long\", \"value\": 99999999999999999999}",
            "{\"type\": \"Long\", \"value\": \"1e3\"}",
            "{\"type\": \"Long\", \"value\": {}}",
            "{\"type\": \"Double\", \"value\": \"NaN\"}",
            "{\"type\": \"Double\", \"value\": 1e999}",
            "{\"type\": \"Number\", \"value\": 7.5}",
            "{\"type\": \"Date\", \"value\": \"2027-02-31T10:00:00.000+0100\"}",
            "{\"type\": \"Date\", \"value\": \"31 February\"}",
            "{\"type\": \"Date\", \"value\": 7}",
            "{\"type\": \"Date\", \"value\": \"2027-02-28T10:00:00.000+0100\"}",
            "{\"type\": \"Bytes\", \"value\": \"AAAA\"}",
            "{\"type\": \"File\", \"value\": \"AAAA\", \"valueInfo\": {\"filename\": \"a.txt\"}}",
            "{\"type\": \"File\", \"value\": 7}",
            "{\"type\": \"Xml\", \"value\": \"<a/>\"}",
            "{\"type\": \"Null\", \"value\": \"x\"}",
            "{\"type\": \"String\", \"value\": \"x\", \"valueInfo\": 7}",
            "null",
            "7",
            "[]",
            "\"text\"");

    /** Bodies that are no answer to any form. */
    private static final List<String> WRONG_BODIES = List.of(
            "[]",
            "7",
            "null",
            "\"text\"",
            "{",
            "{} {}",
            "{\"variables\": []}",
            "{\"variables\": 7}",
            "{\"variables\": \"asks\"}",
            DEEP);

    private static final String TRACE_OR_NAME = "(?s).*(Exception:|\\sat [a-z]+\\.|org\\.camunda|ENGINE-\\d|java\\.).*";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ObjectMapper mapper = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private EveryUserTask every;

    @Autowired
    private MeetingFixture meetings;

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root().detachAppender(log);
        engine.resetClock();
    }

    static Stream<String> userTasks() {
        return EveryUserTask.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void refusesEveryWrongKindOfEveryField(String task) throws Exception {
        Open open = every.open(task);
        Map<String, String> wrong = new TreeMap<>();
        List<String> paths = List.of(
                "/engine-rest/task/" + open.task().getId() + "/complete",
                "/camunda/api/engine/engine/default/task/" + open.task().getId() + "/submit-form");
        List<Visitor> visitors = visitors(open.person());

        sendAll(visitors, paths, every.declared().getOrDefault(task, Set.of()), wrong);

        assertThat(wrong).isEmpty();
        assertThat(engine.tasks(open.businessKey(), task))
                .as("the task is still open")
                .isNotEmpty();
    }

    @Test
    void refusesEveryWrongKindOfAPlan() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        List<String> fields = List.of(
                "title",
                "network",
                "startsAt",
                "endsAt",
                "location",
                "region",
                "host",
                "topic",
                "statements",
                "leadTimeDays");
        List<String> paths = List.of(
                "/engine-rest/process-definition/key/network-meeting/start",
                "/camunda/api/engine/engine/default/process-definition/key/network-meeting/submit-form");
        List<Visitor> visitors = visitors("chair");

        sendAll(visitors, paths, fields, wrong);

        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesEveryWrongKindOfAMessage() throws Exception {
        String key = meetings.aPlannedMeeting();
        Map<String, String> wrong = new TreeMap<>();
        Visitor chair = Visitor.program(port, "chair");

        for (String field : List.of("startsAt", "endsAt", "location")) {
            for (String value : WRONG_EVERYWHERE) {
                send(
                        chair,
                        "/engine-rest/message",
                        "{\"messageName\": \"ruggespraak.meetingRescheduled\", \"businessKey\": \"%s\", \"processVariables\": {\"%s\": %s}}"
                                .formatted(key, field, value),
                        wrong);
            }
        }
        for (String body : WRONG_BODIES) {
            send(chair, "/engine-rest/message", body, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST task/nothing/complete {}",
                "POST task/nothing/submit-form {}",
                "POST task/nothing/claim {\"userId\": \"chair\"}",
                "POST task/nothing/unclaim {}",
                "POST task/nothing/comment/create {\"message\": \"Hello\"}",
                "GET task/nothing ",
                "GET task/nothing/form ",
                "GET task/nothing/deployed-form ",
                "GET task/nothing/variables/asks ",
                "GET task/nothing/localVariables/asks ",
                "GET process-instance/nothing ",
                "GET process-instance/nothing/variables/asks ",
                "GET process-instance/nothing/activity-instances ",
                "POST process-definition/key/nothing/start {}",
                "POST process-definition/nothing/start {}",
                "POST message {\"messageName\": \"ruggespraak.meetingCancelled\", \"businessKey\": \"nothing\"}",
                "POST message {\"messageName\": \"ruggespraak.meetingRescheduled\", \"processInstanceId\": \"nothing\"}",
                "POST message {}"
            })
    void tellsInASentenceThatSomethingIsNotThere(String call) throws Exception {
        String[] words = call.split(" ", 3);
        Map<String, String> wrong = new TreeMap<>();
        List<Visitor> visitors = visitors("chair");
        List<String> mounts = List.of("/engine-rest/", "/camunda/api/engine/engine/default/");

        for (int i = 0; i < mounts.size(); i++) {
            String path = mounts.get(i) + words[1];
            int before = log.list.size();
            judge(visitors.get(i).json(words[0], path, words[2]), path + words[2], before, false, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    /** The task of a colleague who has answered, in another language. */
    @Test
    void tellsInTheReadersLanguageThatItWasAnsweredAlready() {
        String cycle = meetings.anAnnouncedMeeting("meierij");
        String task =
                engine.task("meierij-adviser-1", cycle, "userTask_giveAsks").getId();
        engine.complete("meierij-adviser-1", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));

        HttpResponse<String> own = Visitor.program(port, "meierij-adviser-1")
                .postJson("/engine-rest/task/" + task + "/complete", "{\"variables\": {\"asks\": {\"value\": \"x\"}}}");
        HttpResponse<String> managers =
                Visitor.program(port, "meierij-manager").postJson("/engine-rest/task/" + task + "/complete", "{}");
        HttpResponse<String> strangers =
                Visitor.program(port, "lnv-adviser-1").postJson("/engine-rest/task/" + task + "/complete", "{}");

        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("Je hebt dit al beantwoord, op ");
        assertThat(managers.statusCode()).isEqualTo(409);
        assertThat(managers.body()).contains(" heeft dit al beantwoord, op ").doesNotContain("meierij-adviser-1");
        assertThat(strangers.statusCode()).isEqualTo(404);
        assertThat(strangers.body()).contains("This task is not here, or not any more.");
    }

    private List<Visitor> visitors(String person) {
        Visitor browser = Visitor.signedIn(port, person);
        browser.get("/camunda/app/tasklist/default/");
        return List.of(Visitor.program(port, person), browser);
    }

    /** Everything wrong, through one interface and the other in turn. */
    private void sendAll(
            List<Visitor> visitors, List<String> paths, Collection<String> fields, Map<String, String> wrong)
            throws Exception {
        int turn = 0;
        for (String field : fields) {
            for (String value : WRONG_EVERYWHERE) {
                int way = turn++ % 2;
                send(visitors.get(way), paths.get(way), "{\"variables\": {\"%s\": %s}}".formatted(field, value), wrong);
            }
            turn++;
        }
        for (String body : WRONG_BODIES) {
            send(visitors.get(0), paths.get(0), body, wrong);
            send(visitors.get(1), paths.get(1), body, wrong);
        }
    }

    private void send(Visitor visitor, String path, String body, Map<String, String> wrong) throws Exception {
        int before = log.list.size();
        judge(visitor.postJson(path, body), path + " " + body, before, true, wrong);
    }

    private void judge(HttpResponse<String> answer, String asked, int before, boolean logged, Map<String, String> wrong)
            throws Exception {
        List<String> faults = new ArrayList<>();
        int status = answer.statusCode();
        if (status != 400 && status != 404 && status != 409) {
            faults.add("status");
        }
        String message = answer.body().startsWith("{")
                ? mapper.readTree(answer.body()).path("message").asText()
                : "";
        if (logged && (message.isBlank() || message.matches(TRACE_OR_NAME))) {
            faults.add("no sentence");
        }
        List<ILoggingEvent> lines = List.copyOf(log.list.subList(before, log.list.size()));
        if (logged ? lines.size() != 1 : lines.size() > 1) {
            faults.add(lines.size() + " lines in the log");
        }
        if (lines.stream().anyMatch(line -> line.getThrowableProxy() != null)) {
            faults.add("a trace");
        }
        if (!faults.isEmpty()) {
            wrong.put(
                    asked.length() > 300 ? asked.substring(0, 300) : asked,
                    faults + " " + status + " " + answer.body() + " " + lines);
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
