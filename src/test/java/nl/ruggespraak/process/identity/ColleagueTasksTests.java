package nl.ruggespraak.process.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.EveryUserTask;
import nl.ruggespraak.process.EveryUserTask.Open;
import nl.ruggespraak.process.identity.SurfaceRule.Answer;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Each role tries every end point of a task on the tasks of colleagues in its own organisation. What it may is in {@code colleague-tasks.txt}. */
@RuggespraakTest
@Import(EveryUserTask.class)
class ColleagueTasksTests {

    private static final String MOUNT = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private EveryUserTask every;

    @Autowired
    private TaskService tasks;

    @AfterEach
    void theClockRunsAgain() {
        engine.resetClock();
    }

    @Test
    void knowsEveryEndPointOfATaskThatIsOpenToPeople() throws IOException {
        List<String> open = ofATask().stream()
                .filter(rule -> rule.answer() != Answer.CLOSED)
                .map(rule -> rule.method() + " " + rule.path())
                .toList();

        assertThat(levels().keySet()).containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    void letsEachRoleReadWhatItMayAndWorkNothing() throws IOException {
        Map<String, Open> opened = new HashMap<>();
        Map<String, String> levels = levels();
        List<String> wrong = new ArrayList<>();
        for (List<String> may : lines("MAY")) {
            String person = "lnv-" + may.get(1);
            Open open = opened.computeIfAbsent(may.get(2), every::open);
            boolean reads = may.get(3).equals("READ");
            Map<String, String> things =
                    Map.of("task", open.task().getId(), "self", person, "variableName", "organisation");
            Visitor colleague = Visitor.signedIn(port, person);
            colleague.get("/camunda/app/tasklist/default/");
            for (SurfaceRule rule : ofATask()) {
                String address = rule.address(things);
                String content = rule.content(things);
                if (address == null || content == null) {
                    continue;
                }
                HttpResponse<String> answer =
                        colleague.json(rule.method(), MOUNT + address.substring(SurfaceRule.ENGINE.length()), content);
                String level = levels.getOrDefault(rule.method() + " " + rule.path(), "CLOSED");
                if (!isRight(level, reads, answer)) {
                    wrong.add("%s may %s with %s, but %s: %d %.200s"
                            .formatted(person, may.get(3), may.get(2), rule, answer.statusCode(), answer.body()));
                }
            }
        }

        assertThat(wrong).isEmpty();
        for (Open open : opened.values()) {
            Task now = tasks.createTaskQuery().taskId(open.task().getId()).singleResult();
            assertThat(now.getAssignee()).isEqualTo(open.person());
            assertThat(tasks.getTaskComments(now.getId())).isEmpty();
        }
    }

    private static boolean isRight(String level, boolean reads, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean refused = status == 401 || status == 403 || status == 404;
        boolean empty = status == 204 || status == 200 && answer.body().matches("\\[]|\\{}");
        return switch (level) {
            case "READ" -> reads ? status < 300 : refused || empty;
            case "FIND" -> reads ? status < 500 : refused || empty;
            case "WORK" -> status >= 400 && status < 500;
            default -> refused;
        };
    }

    private static List<SurfaceRule> ofATask() {
        return SurfaceRule.all().stream()
                .filter(rule -> rule.path().startsWith("~/task/{id"))
                .toList();
    }

    private Map<String, String> levels() throws IOException {
        return Stream.of("READ", "FIND", "WORK")
                .flatMap(level -> linesOf(level).stream())
                .collect(Collectors.toMap(words -> words.get(1) + " " + words.get(2), words -> words.get(0)));
    }

    private List<List<String>> linesOf(String kind) {
        try {
            return lines(kind);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<String>> lines(String kind) throws IOException {
        try (var file = requireNonNull(ColleagueTasksTests.class.getResourceAsStream("/colleague-tasks.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(" +")))
                    .filter(words -> words.get(0).equals(kind))
                    .toList();
        }
    }
}
