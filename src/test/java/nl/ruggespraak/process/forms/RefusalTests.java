package nl.ruggespraak.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@RuggespraakTest
class RefusalTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private String deployment = "";

    @BeforeEach
    void deployAProcessThatRefuses() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "refusing.bpmn",
                        Bpmn.createExecutableProcess("refusing")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .camundaExecutionListenerClass("start", RefusingStart.class)
                                .userTask("ask")
                                .camundaTaskListenerClass("complete", RefusingTask.class)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void removeIt() {
        RequestContextHolder.resetRequestAttributes();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void comesToJavaCallersAsItself() {
        assertThatThrownBy(this::startRefused).isExactlyInstanceOf(Refusal.class);
    }

    @Test
    void comesOverRestAsABadRequestWithASentencePerLine() {
        InvalidRequestException refused = overRest("/engine-rest", this::completeRefused);

        assertThat(refused.getStatus()).isEqualTo(Response.Status.BAD_REQUEST);
        assertThat(refused)
                .hasMessage(
                        "The title is missing.\nRow 2: The number of people must be between 1 and 10,000.\nRow 3: Available from is not a date. A date looks like 2026-12-31.");
    }

    @Test
    void tellsTheFormWhatEachSentenceConcerns() {
        overRest("/camunda/api", this::completeRefused);

        assertThat(response.getHeader("Refused-Fields")).isEqualTo("title,asks/2/headcount,asks/3/availableFrom");
    }

    @Test
    void keepsTheTaskOpen() {
        overRest("/camunda/api", this::completeRefused);

        assertThat(tasks.createTaskQuery().processDefinitionKey("refusing").count())
                .isOne();
    }

    @Test
    void comesOverRestWhenAProcessIsStarted() {
        assertThat(overRest("/engine-rest", this::startRefused)).hasMessageStartingWith("The title is missing.");
    }

    private InvalidRequestException overRest(String servlet, ThrowingCallable call) {
        request.setServletPath(servlet);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        return catchThrowableOfType(InvalidRequestException.class, call);
    }

    private void startRefused() {
        runtime.createProcessInstanceByKey("refusing")
                .setVariable("refused", true)
                .execute();
    }

    private void completeRefused() {
        runtime.startProcessInstanceByKey("refusing");
        tasks.complete(
                tasks.createTaskQuery().taskDefinitionKey("ask").singleResult().getId());
    }

    private static Refusal refusal() {
        return new Refusal(List.of(
                Problem.of("title", "refusal.title.missing"),
                Problem.inRow("asks", 2, "refusal.headcount.outOfRange", 1, 10_000),
                Problem.inRow(
                        "asks",
                        3,
                        "refusal.date.notADate",
                        new DefaultMessageSourceResolvable(new String[] {"field.availableFrom"}, "availableFrom"))));
    }

    /** Refuses a process instance that is to be refused. */
    public static class RefusingStart implements ExecutionListener {
        @Override
        public void notify(DelegateExecution execution) {
            if (execution.hasVariable("refused")) {
                throw refusal();
            }
        }
    }

    /** Refuses to complete. */
    public static class RefusingTask implements TaskListener {
        @Override
        public void notify(DelegateTask task) {
            throw refusal();
        }
    }
}
